import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineModule, needsSetUp, session } from '@crm/shell'
import SetUp from '../../main/ui/app/SetUp.vue'
import { eventually, field, leave, of, refusal, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: undefined, known: true, expired: false }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })

async function fill(password: string, repeat: string) {
  await field('setup-token').setValue(' 0123 ')
  await field('setup-name').setValue('ada')
  await field('setup-password').setValue(password)
  await field('setup-repeat').setValue(repeat)
  await screen().find('form').trigger('submit')
}

test('whoever has the token is made administrator and is signed in', async () => {
  const asked = serve({ 'POST platform/v1/setup': { name: 'ada', roles: ['administrator'] } })
  await show(SetUp, empty, {})
  await fill('long enough', 'long enough')
  await eventually(() => expect(session.me?.name).toBe('ada'))
  expect(of(asked, 'platform/v1/setup')[0]!.body).toEqual({ token: '0123', name: 'ada', password: 'long enough' })
})

test('two passwords that differ are not sent', async () => {
  const asked = serve({})
  await show(SetUp, empty, {})
  await fill('long enough', 'long enouhg')
  await eventually(() => expect(screen().text()).toContain('The two passwords differ.'))
  expect(asked).toHaveLength(0)
})

test('what is wrong is told at its field', async () => {
  const errors = [{ field: 'token', code: 'wrong-token', message: 'not the token' }]
  serve({ 'POST platform/v1/setup': () => refusal(422, { title: 'no', errors }) })
  await show(SetUp, empty, {})
  await fill('long enough', 'long enough')
  await eventually(() => expect(screen().find('.is-error').text()).toContain('not the token'))
  expect(session.me).toBeUndefined()
})

test('where somebody was quicker the page makes way for sign-in', async () => {
  serve({ 'POST platform/v1/setup': () => refusal(409, { title: 'no' }) })
  const { page } = await show(SetUp, empty, {})
  await fill('long enough', 'long enough')
  await eventually(() => expect(page.findComponent(SetUp).emitted('done')).toHaveLength(1))
})

test('a server that cannot tell counts as set up', async () => {
  serve({ 'GET platform/v1/setup': () => refusal(503, { title: 'no' }) })
  expect(await needsSetUp()).toBe(false)
  serve({ 'GET platform/v1/setup': { needed: true } })
  expect(await needsSetUp()).toBe(true)
})
