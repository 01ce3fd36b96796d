import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineModule, mayUse, navigation, session } from '@crm/shell'
import AuditPage from '../../main/ui/app/audit/AuditPage.vue'
import { filterOf, plain } from '../../main/ui/app/audit/model'
import '../../main/ui/app/pages'
import { type Asked, eventually, field, leave, of, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'admin', roles: ['administrator'] }, known: true }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const head = { number: 3, position: 17, at: '2026-03-01T03:00:00Z' }
const entry = {
  id: '42',
  at: '2026-03-01T03:00:00Z',
  by: 'ada',
  address: '192.0.2.7',
  kind: 'changed',
  record: { type: 'thing', id: '7' },
  fields: [{ field: 'name', before: 'old', after: 'new' }],
  position: 17
}
const trail = {
  'GET platform/v1/audit': { items: [entry, { id: '43', at: entry.at, by: 'eve', kind: 'exported', fields: [], detail: { rows: '12' } }] },
  'GET platform/v1/audit/chain': { head }
}

test('the trail is offered to administrators and auditors alone', () => {
  const offered = () => navigation.filter(mayUse).map(page => page.name)
  expect(offered()).toContain('audit')
  session.me = { name: 'bob', roles: ['auditor'] }
  expect(offered()).toContain('audit')
  expect(offered()).not.toContain('users')
  session.me = { name: 'sue', roles: ['sales'] }
  expect(offered()).not.toContain('audit')
})

test('an entry tells who, from where, what, and old and new', async () => {
  serve({ ...trail, 'GET platform/v1/audit/checks': { items: [] } })
  const { page } = await show(AuditPage, empty)
  await eventually(() => expect(page.text()).toContain('192.0.2.7'))
  expect(page.text()).toContain('Changed')
  expect(page.find('del').text()).toBe('old')
  expect(page.find('ins').text()).toBe('new')
  expect(page.text()).toContain('rows: 12')
  expect(page.find('[data-test=sealed]').text()).toContain('position 17')
})

const check = { id: '9', state: 'RUNNING', progress: 0.4, startedAt: entry.at, startedBy: 'ada' }
const whole = { untouched: true, entries: 17, seals: 3, anchors: 3, head, found: 0, findings: [] }
const ended = (more: object) => ({ ...check, progress: 1, finishedAt: entry.at, ...more })
const before = { ...trail, 'GET platform/v1/audit/checks': { items: [] } }

test('a check goes on in the background and says that nothing was touched', async () => {
  const answers: Record<string, unknown> = {
    ...before,
    'POST platform/v1/audit/verify': check,
    'GET platform/v1/audit/checks/9': check
  }
  const asked = serve(answers)
  await show(AuditPage, empty)
  await field('check').trigger('click')
  await eventually(() => expect(screen().find('[data-test=check-progress]').text()).toContain('40%'))
  expect(screen().find('[data-test=checked]').exists()).toBe(false)
  await eventually(() => expect(of(asked, 'platform/v1/audit/checks/9').length).toBeGreaterThan(0))
  Object.assign(answers, { 'GET platform/v1/audit/checks/9': ended({ state: 'DONE', result: whole }) })
  await eventually(() => expect(screen().find('[data-test=checked]').text()).toContain('untouched'))
  expect(screen().find('[data-test=check-progress]').exists()).toBe(false)
  expect(screen().find('[data-test=checked]').text()).toContain('started by ada')
  expect(of(asked, 'platform/v1/audit/verify')).toHaveLength(1)
})

test('the last check is shown, with what it found', async () => {
  const finding = { kind: 'edited', seal: 2, position: 9, entry: '42', record: { type: 'customer', id: '7' } }
  const touched = { ...whole, untouched: false, found: 1 }
  const asked = serve({
    ...before,
    'GET platform/v1/audit/checks': { items: [ended({ state: 'DONE', result: touched })] },
    'GET platform/v1/audit/checks/9': ended({ state: 'DONE', result: { ...touched, findings: [finding] } })
  })
  await show(AuditPage, empty)
  await eventually(() =>
    expect(screen().find('[data-test=finding]').text()).toBe('Edited · customer 7 · entry 42 · position 9 · seal 2')
  )
  expect(of(asked, 'platform/v1/audit/verify')).toHaveLength(0)
})

test('a check can be cancelled, and one that failed says why', async () => {
  const answers: Record<string, unknown> = {
    ...before,
    'GET platform/v1/audit/checks': { items: [check] },
    'GET platform/v1/audit/checks/9': check,
    'DELETE platform/v1/audit/checks/9': {}
  }
  const asked = serve(answers)
  await show(AuditPage, empty)
  await eventually(() => expect(screen().find('[data-test=cancel-check]').exists()).toBe(true))
  Object.assign(answers, { 'GET platform/v1/audit/checks/9': ended({ state: 'CANCELLED' }) })
  await field('cancel-check').trigger('click')
  await eventually(() => expect(screen().find('[data-test=not-checked]').text()).toContain('cancelled'))
  expect(asked.some(call => call.method === 'DELETE')).toBe(true)
  leave()

  const error = { code: 'interrupted', message: 'The server went down meanwhile.' }
  serve({
    ...before,
    'GET platform/v1/audit/checks': { items: [check] },
    'GET platform/v1/audit/checks/9': ended({ state: 'FAILED', error })
  })
  await show(AuditPage, empty)
  await eventually(() => expect(screen().find('[data-test=not-checked]').text()).toContain('went down'))
})

test('what the filter matches is taken away as a file', async () => {
  const saved = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:file')
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
  const asked = serve({
    ...before,
    'GET platform/v1/audit': (one: Asked) =>
      one.headers.Accept === 'text/csv' ? new Response('id,at') : { items: [entry] }
  })
  await show(AuditPage, empty)
  await field('by').setValue('ada')
  await eventually(() => expect(of(asked, 'platform/v1/audit').at(-1)?.query.get('filter')).toBe('by=="ada"'))
  await field('export').trigger('click')
  await eventually(() => expect(screen().find('[data-test=export-csv]').exists()).toBe(true))
  await field('export-csv').trigger('click')
  await eventually(() => expect(saved).toHaveBeenCalledOnce())
  const file = of(asked, 'platform/v1/audit').find(one => one.headers.Accept === 'text/csv')
  expect(file?.query.get('filter')).toBe('by=="ada"')
})

test('filters are written in the language of the lists', () => {
  expect(filterOf({ by: '', kind: '', type: '', days: '' })).toBe('')
  expect(filterOf({ by: 'a"b', kind: 'read', type: 'customer', days: '7' })).toBe(
    'by=="a\\"b";kind==read;recordType=in=(customer,customers);at=within=P7D'
  )
  expect(plain(['a', 'b'])).toBe('a, b')
  expect(plain({ a: 1 })).toBe('{"a":1}')
})
