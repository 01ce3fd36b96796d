import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announce, dark, defineModule, locale, runBulk, session, startTask, tasks } from '@crm/shell'
import TaskCenter from '../../main/ui/app/tasks/TaskCenter.vue'
import UserMenu from '../../main/ui/app/UserMenu.vue'
import { eventually, field, leave, refusal, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'ada', roles: ['sales'] }, known: true, expired: false }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const JOB = { id: '7', type: 'things', action: 'archive', total: 20, changed: 0, rejected: 0, createdBy: 'ada' }
const NONE = { 'GET platform/v1/imports': { items: [] }, 'GET platform/v1/bulk-changes': { items: [] } }
const bulk = () =>
  runBulk({
    title: 'Archive',
    path: 'x/v1/things',
    body: { action: 'archive', ids: ['1', '2'] },
    nameOf: id => (id === '1' ? 'One' : undefined),
    after: () => undefined
  })

test('work that goes on is counted, tells its progress, and can be cancelled', async () => {
  let state = 'RUNNING'
  const job = () => ({ ...JOB, state, read: 2, progress: 0.1 })
  serve({
    ...NONE,
    'POST x/v1/things/bulk': job,
    'GET platform/v1/bulk-changes/7': job,
    'DELETE platform/v1/bulk-changes/7': () => {
      state = 'CANCELLED'
      return {}
    }
  })
  await show(TaskCenter, empty)
  const running = bulk()
  await flushPromises()
  expect(field('tasks').text()).toContain('1')
  await field('tasks').trigger('click')
  await flushPromises()
  expect(field('task-note').text()).toBe('Running · 2 of 20')
  await field('task-cancel').trigger('click')
  await running
  expect(tasks[0]).toMatchObject({ state: 'cancelled', cancel: undefined })
})

test('how work ended is told once in a toast, and stays in the list until it is dismissed', async () => {
  serve({
    ...NONE,
    'POST x/v1/things/bulk': { ...JOB, total: 3, state: 'DONE', read: 3, changed: 1, rejected: 2, progress: 1 },
    'GET platform/v1/bulk-changes/7/rejects': {
      items: [
        { recordId: '1', message: 'It is in use.' },
        { recordId: '2', message: 'It is gone.' }
      ]
    }
  })
  await show(TaskCenter, empty)
  await bulk()
  await eventually(() => expect(screen().findAll('.el-message')).toHaveLength(1))
  expect(screen().find('.el-message').text()).toContain('Archive: 1 done, 2 failed')
  await field('tasks').trigger('click')
  await flushPromises()
  expect(screen().findAll('.task-failures li').map(line => line.text())).toEqual(['One: It is in use.', '#2: It is gone.'])
  await screen().find('[aria-label="Remove Archive from the list"]').trigger('click')
  expect(tasks).toHaveLength(0)
})

test('what the server refuses is told, and nothing is followed', async () => {
  const errors = [{ field: 'expected', code: 'more-than-seen', message: 'By now 9 records match.' }]
  const asked = serve({ ...NONE, 'POST x/v1/things/bulk': () => refusal(409, { title: 'no', errors }) })
  await bulk()
  expect(tasks[0]).toMatchObject({ state: 'failed', undo: undefined })
  expect(tasks[0]!.failures).toContain('By now 9 records match.')
  expect(asked.filter(one => one.path.startsWith('platform/v1/bulk-changes'))).toHaveLength(0)
})

test('what another window has begun is shown, and can be taken back here', async () => {
  const done = { ...JOB, state: 'DONE', read: 20, progress: 1, undoable: true }
  const undo = { state: 'DONE', records: 20, reverted: 19, conflicts: 1 }
  serve({
    ...NONE,
    'GET platform/v1/bulk-changes': { items: [done, { ...done, id: '8', createdBy: 'bob', total: 99 }] },
    'POST platform/v1/bulk-changes/7/undo': { ...done, undoable: false, undo },
    'GET platform/v1/bulk-changes/7/conflicts': { items: [{ recordId: '5', message: 'It was changed since.' }] }
  })
  await show(TaskCenter, empty)
  await field('tasks').trigger('click')
  await eventually(() => expect(screen().text()).toContain('Archive: 20 records'))
  expect(screen().text()).not.toContain('99 records')
  await field('task-undo').trigger('click')
  await eventually(() => expect(tasks[0]).toMatchObject({ state: 'failed', note: '19 done, 1 failed' }))
  expect(tasks[0]!.failures).toEqual(['#5: It was changed since.'])
  await flushPromises()
  await field('task-conflicts').trigger('click')
  await eventually(() => expect(field('left-record').text()).toContain('It was changed since.'))
})

test('a window with work in it does not close without a warning', async () => {
  await show(TaskCenter, empty)
  const closing = () => {
    const event = new Event('beforeunload', { cancelable: true })
    dispatchEvent(event)
    return event.defaultPrevented
  }
  expect(closing()).toBe(false)
  const task = startTask('Export')
  expect(closing()).toBe(true)
  task.server = true
  expect(closing()).toBe(false)
})

test('imports of this user are shown beside, those of others are not', async () => {
  const job = { id: '7', type: 'customers', state: 'RUNNING', fileName: 'a.csv', progress: 0.5, created: 2, updated: 0 }
  const items = [
    { ...job, createdBy: 'ada' },
    { ...job, id: '8', fileName: 'b.csv', createdBy: 'bob' }
  ]
  serve({ ...NONE, 'GET platform/v1/imports': { items } })
  await show(TaskCenter, empty)
  announce('platform.import')
  await flushPromises()
  expect(field('tasks').text()).toContain('1')
  await field('tasks').trigger('click')
  await flushPromises()
  expect(screen().text()).toContain('Import a.csv')
  expect(screen().text()).not.toContain('b.csv')
})

test('language and theme are chosen in the menu of the user, which Escape closes', async () => {
  const { page } = await show(UserMenu, empty)
  await field('user').trigger('click')
  await screen().find('input[value="zh-CN"]').setValue(true)
  expect(locale.value).toBe('zh-CN')
  await screen().find('input[value="dark"]').setValue(true)
  expect(dark.value).toBe(true)
  expect(field('user').attributes('aria-expanded')).toBe('true')
  await page.trigger('keydown', { key: 'Escape' })
  expect(field('user').attributes('aria-expanded')).toBe('false')
  dark.value = false
})
