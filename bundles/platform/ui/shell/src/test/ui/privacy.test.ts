import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineModule, mayUse, navigation, session } from '@crm/shell'
import { CrmPersonalData } from '@crm/records'
import ErasuresPage from '../../main/ui/app/privacy/ErasuresPage.vue'
import '../../main/ui/app/pages'
import { eventually, field, leave, of, screen, serve, show, written } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'admin', roles: ['administrator'] }, known: true }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const done = {
  id: '7',
  subject: { type: 'person', id: '5' },
  state: 'done',
  reason: 'asked by letter',
  askedAt: '2026-03-01T03:00:00Z',
  askedBy: 'ada',
  hash: 'abc123',
  parts: [
    {
      source: 'customer',
      label: 'Customer archive',
      state: 'done',
      did: [{ deed: 'deleted', what: 'person', label: 'Persons', count: 1 }]
    },
    {
      source: 'transaction',
      label: 'Orders',
      state: 'done',
      did: [{ deed: 'kept', what: 'order', label: 'Orders', count: 2, why: 'Kept for bookkeeping' }]
    }
  ]
}
const person = { type: 'person', id: '5', name: '张伟' }

test('erasures are offered to administrators alone', () => {
  const offered = () => navigation.filter(mayUse).map(page => page.name)
  expect(offered()).toContain('erasures')
  session.me = { name: 'bob', roles: ['manager'] }
  expect(offered()).not.toContain('erasures')
})

test('the list tells who was erased, and what was done and kept', async () => {
  serve({ 'GET platform/v1/erasures': { items: [done] }, 'GET platform/v1/erasures/7': done })
  const { page } = await show(ErasuresPage, empty)
  await eventually(() => expect(page.find('[data-test=erasure]').text()).toBe('Persons 5'))
  await field('show-erasure').trigger('click')
  await eventually(() => expect(screen().findAll('[data-test=erasure-part]')).toHaveLength(2))
  expect(screen().text()).toContain('Persons: 1 deleted')
  expect(screen().text()).toContain('Kept for bookkeeping')
  expect(screen().text()).toContain('SHA-256 abc123')
})

test('nobody is erased before their name is typed', async () => {
  const asked = serve({ 'POST platform/v1/erasures': done, 'GET platform/v1/erasures/7': done })
  await show(CrmPersonalData, empty, person)
  await field('erase-person').trigger('click')
  await eventually(() => expect(screen().find('[data-test=confirm-name]').exists()).toBe(true))
  await field('reason').setValue('asked by letter')
  await field('confirm-name').setValue('张')
  await field('save').trigger('click')
  await eventually(() => expect(screen().text()).toContain('This is not the name'))
  expect(written(asked)).toHaveLength(0)

  await field('confirm-name').setValue('张伟')
  await field('save').trigger('click')
  await eventually(() => expect(screen().find('[data-test=certificate]').exists()).toBe(true))
  expect(of(asked, 'platform/v1/erasures')[0]?.body).toEqual({
    subject: { type: 'person', id: '5' },
    confirm: '5',
    reason: 'asked by letter'
  })
})

test('what is kept of a person is fetched as one file', async () => {
  const asked = serve({ 'GET platform/v1/personal-data/person/5': {} })
  URL.createObjectURL = vi.fn(() => 'blob:x')
  URL.revokeObjectURL = vi.fn()
  await show(CrmPersonalData, empty, person)
  await field('export-person').trigger('click')
  await eventually(() => expect(of(asked, 'platform/v1/personal-data/person/5')).toHaveLength(1))
  expect(of(asked, 'platform/v1/personal-data/person/5')[0]?.query.get('format')).toBe('zip')
})

test('others are offered neither', async () => {
  session.me = { name: 'bob', roles: ['manager'] }
  serve({})
  await show(CrmPersonalData, empty, person)
  expect(screen().find('[data-test=erase-person]').exists()).toBe(false)
})
