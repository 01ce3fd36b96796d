import { flushPromises, mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { defineModule, i18n, locale, navigation, registerModule, session, useCards } from '@crm/shell'
import SignIn from '../../main/ui/app/SignIn.vue'
import { eventually, field, leave, refusal, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: undefined, known: true, expired: false }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })

test('a wrong password is refused in the language of the page', async () => {
  serve({ 'POST platform/v1/session': () => refusal(401, { title: 'no' }) })
  await show(SignIn, empty, { cover: false })
  locale.value = 'zh-CN'
  await field('user-name').setValue('admin')
  await field('password').setValue('wrong')
  await screen().find('form').trigger('submit')
  await eventually(() => expect(screen().text()).toContain('用户名或密码不正确'))
  expect(session.me).toBeUndefined()
})

test('nothing is sent without name and password', async () => {
  const asked = serve({})
  await show(SignIn, empty, { cover: false })
  await screen().find('form').trigger('submit')
  await flushPromises()
  expect(asked).toHaveLength(0)
  expect(screen().text()).toContain('Enter user name and password')
})

test('signing in tells the shell who is there', async () => {
  serve({ 'POST platform/v1/session': { name: 'admin', roles: ['administrator'] } })
  await show(SignIn, empty, { cover: false })
  await field('user-name').setValue('admin')
  await field('password').setValue('secret')
  await screen().find('form').trigger('submit')
  await eventually(() => expect(session.me?.name).toBe('admin'))
})

test('a module adds its pages in order, and its cards to other pages', () => {
  const card = defineComponent(() => () => h('p', 'card'))
  const page = { title: 'late.title', component: async () => card }
  const routes = registerModule(
    defineModule({
      id: 'late',
      messages: { en: { title: 'Late' }, 'zh-CN': { title: '晚' } },
      pages: [
        { ...page, path: '/late', name: 'late', order: 20 },
        { ...page, path: '/early', name: 'early', order: 10 },
        { ...page, path: '/late/:id', name: 'one', nav: false }
      ],
      cards: [{ slot: 'customer.tab', name: 'late', title: 'late.title', component: card }]
    })
  )
  expect(routes.map(route => route.path)).toEqual(['/late', '/early', '/late/:id'])
  const ours = navigation.map(entry => entry.name).filter(name => name === 'early' || name === 'late')
  expect(ours).toEqual(['early', 'late'])
  const tabs = mount(
    defineComponent(
      () => () =>
        h(
          'ul',
          useCards('customer.tab').value.map(tab => h('li', tab.name))
        )
    ),
    {
      global: { plugins: [i18n] }
    }
  )
  expect(tabs.text()).toBe('late')
})
