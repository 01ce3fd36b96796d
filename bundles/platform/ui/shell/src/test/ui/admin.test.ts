import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineModule, navigation, mayUse, session, type Field } from '@crm/shell'
import JobsPage from '../../main/ui/app/admin/JobsPage.vue'
import SubscriptionsPage from '../../main/ui/app/admin/SubscriptionsPage.vue'
import { bodyOf, codeFrom, inputOf } from '../../main/ui/app/fields/definition'
import FieldsPage from '../../main/ui/app/fields/FieldsPage.vue'
import '../../main/ui/app/pages'
import { eventually, field, leave, of, refusal, screen, serve, show, written } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'admin', roles: ['administrator'] }, known: true }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const label = (text: string) => ({ en: text, zh: text })
const confirm = async () => {
  await eventually(() => expect(screen().find('.el-message-box').exists()).toBe(true))
  await screen().find('.el-message-box .el-button--primary').trigger('click')
}

test('pages for administrators are not offered to others', () => {
  const offered = () => navigation.filter(mayUse).map(page => page.name)
  expect(offered()).toEqual(expect.arrayContaining(['imports', 'fields', 'jobs', 'subscriptions']))
  session.me = { name: 'ada', roles: ['sales'] }
  expect(offered()).toContain('imports')
  expect(offered()).not.toContain('jobs')
})

const job = {
  name: 'events/retention',
  label: label('Delete old events'),
  schedule: '0 3 * * *',
  state: 'IDLE',
  lastRun: { startedAt: '2026-03-01T03:00:00Z', outcome: 'FAILED', error: 'disk is full' }
}

test('a job shows how its last run went, can be started, and tells its history', async () => {
  const asked = serve({
    'GET platform/v1/jobs': { items: [job] },
    'POST platform/v1/jobs/events%2Fretention/run': {},
    'GET platform/v1/jobs/events%2Fretention/runs': {
      items: [{ id: '1', startedAt: '2026-03-01T03:00:00Z', finishedAt: '2026-03-01T03:00:04.500Z', outcome: 'DONE' }]
    }
  })
  const { page } = await show(JobsPage, empty)
  expect(page.text()).toContain('disk is full')
  await field('run').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  await field('runs').trigger('click')
  await eventually(() => expect(screen().find('[data-test=job-run]').text()).toContain('4.5 s'))
})

test('a server without jobs says so rather than fails', async () => {
  serve({})
  const { page } = await show(JobsPage, empty)
  expect(page.text()).toContain('does not offer this yet')
})

test('dead letters can be delivered again, or thrown away after a question', async () => {
  const letter = {
    event: { sequence: 17, topic: 'order.confirmed', record: { type: 'order', id: '7' } },
    attempts: 10,
    error: 'IllegalStateException: no',
    at: '2026-03-01T03:00:00Z'
  }
  const one = { name: 'erp.orders', position: 16, lag: 2, state: 'RETRYING', deadLetters: 1, lastError: 'no' }
  const path = 'platform/v1/subscriptions/erp.orders/dead-letters'
  const asked = serve({
    'GET platform/v1/subscriptions': { items: [one] },
    [`GET ${path}`]: { items: [letter] },
    [`POST ${path}/17/replay`]: {},
    [`DELETE ${path}/17`]: {}
  })
  await show(SubscriptionsPage, empty)
  await field('letters').trigger('click')
  await eventually(() => expect(screen().find('[data-test=letter]').text()).toContain('order 7 · 10 attempts'))
  await field('replay').trigger('click')
  await eventually(() => expect(of(asked, `${path}/17/replay`)).toHaveLength(1))
  await field('discard').trigger('click')
  await confirm()
  await eventually(() => expect(of(asked, `${path}/17`).map(request => request.method)).toEqual(['DELETE']))
})

test('a code follows from the English label', () => {
  expect(codeFrom('Credit rating')).toBe('creditRating')
  expect(codeFrom('2nd Café-Name!')).toBe('ndCafeName')
  expect(codeFrom('信用等级')).toBe('')
})

const rating: Field = {
  type: 'customer',
  code: 'custom.rating',
  fieldType: 'choice',
  label: label('Rating'),
  help: label('Help'),
  custom: true,
  id: '5',
  version: 3,
  ordinal: 10,
  choices: [{ code: 'a', label: label('Good') }]
}
const since: Field = { ...rating, code: 'custom.since', fieldType: 'date', label: label('Since'), id: '6', ordinal: 20 }

test('a change names no code and no type, and clears what was emptied', () => {
  const body = bodyOf({ ...inputOf(rating), help: { en: ' ', zh: '' }, label: { en: 'Grade', zh: '' } }, 'customer', rating)
  expect(body).not.toHaveProperty('code')
  expect(body).not.toHaveProperty('fieldType')
  expect(body).toMatchObject({ label: { en: 'Grade', zh: 'Grade' }, help: null, choices: rating.choices })
})

test('rules that a type does not know are not sent', () => {
  const input = { ...inputOf(), fieldType: 'boolean' as const, unique: true, maxLength: '5', min: '1', code: 'x' }
  const body = JSON.parse(JSON.stringify(bodyOf(input, 'customer')))
  expect(body).toMatchObject({ type: 'customer', code: 'x', fieldType: 'boolean', unique: false })
  for (const name of ['maxLength', 'min', 'choices', 'help']) expect(body).not.toHaveProperty(name)
})

test('a field is defined, and what the server refuses shows at its place', async () => {
  const errors = [{ field: 'code', code: 'taken', message: 'This code is taken.' }]
  const asked = serve({
    'GET platform/v1/fields': { items: [] },
    'POST platform/v1/fields': () => refusal(422, { title: 'no', errors })
  })
  await show(FieldsPage, empty)
  await field('add-field').trigger('click')
  await eventually(() => expect(field('field-label-en').exists()).toBe(true))
  await field('field-label-en').setValue('Credit rating')
  expect((field('field-code').element as HTMLInputElement).value).toBe('creditRating')
  await field('save').trigger('click')
  await eventually(() => expect(screen().text()).toContain('This code is taken.'))
  expect(written(asked)[0]!.body).toMatchObject({ type: 'customer', code: 'creditRating', fieldType: 'text' })
})

test('fields change places, each in the version that was read', async () => {
  const asked = serve({
    'GET platform/v1/fields': { items: [rating, since] },
    'PATCH platform/v1/fields/5': rating,
    'PATCH platform/v1/fields/6': since
  })
  await show(FieldsPage, empty)
  await screen().find('[aria-label="Move Rating down"]').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(2))
  expect(written(asked).map(one => [one.path, one.body, one.headers['If-Match']])).toEqual([
    ['platform/v1/fields/5', { ordinal: 20 }, '"3"'],
    ['platform/v1/fields/6', { ordinal: 10 }, '"3"']
  ])
})

test('a retired field stays in sight and can be brought back', async () => {
  const asked = serve({
    'GET platform/v1/fields': { items: [{ ...rating, retired: true }] },
    'POST platform/v1/fields/5/restore': rating
  })
  const { page } = await show(FieldsPage, empty, {}, '/admin/fields?type=order')
  expect(Object.fromEntries(of(asked, 'platform/v1/fields')[0]!.query)).toEqual({ type: 'order', retired: 'true' })
  expect(page.text()).toContain('retired')
  await field('restore-field').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
})
