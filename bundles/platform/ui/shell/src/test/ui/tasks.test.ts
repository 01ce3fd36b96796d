import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { announce, dark, defineModule, locale, Problem, runBulk, session, startTask, tasks } from '@crm/shell'
import TaskCenter from '../../main/ui/app/tasks/TaskCenter.vue'
import UserMenu from '../../main/ui/app/UserMenu.vue'
import { eventually, field, leave, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'ada', roles: ['sales'] }, known: true, expired: false }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const bulk = (act: (n: number) => Promise<unknown>, count = 3) =>
  runBulk({
    title: 'Archive',
    records: Array.from({ length: count }, (_one, at) => at),
    nameOf: String,
    act,
    after: () => undefined
  })

test('work that goes on is counted, tells its progress, and can be cancelled', async () => {
  serve({ 'GET platform/v1/imports': { items: [] } })
  await show(TaskCenter, empty)
  let goOn: (() => void)[] = []
  const running = bulk(() => new Promise<void>(done => goOn.push(done)), 20)
  await flushPromises()
  expect(field('tasks').text()).toContain('1')
  goOn.splice(0, 2).forEach(done => done())
  await flushPromises()
  await field('tasks').trigger('click')
  await flushPromises()
  expect(field('task-note').text()).toBe('Running · 2 of 20')
  await field('task-cancel').trigger('click')
  goOn.forEach(done => done())
  goOn = []
  await running
  expect(tasks[0]).toMatchObject({ state: 'cancelled', cancel: undefined })
})

test('how work ended is told once in a toast, and stays in the list until it is dismissed', async () => {
  serve({ 'GET platform/v1/imports': { items: [] } })
  await show(TaskCenter, empty)
  await bulk(async n => {
    if (n === 1) throw new Problem(409, 'It is in use.')
  })
  await eventually(() => expect(screen().findAll('.el-message')).toHaveLength(1))
  expect(screen().find('.el-message').text()).toContain('Archive: 2 done, 1 failed')
  await field('tasks').trigger('click')
  await flushPromises()
  expect(screen().find('.task-failures').text()).toBe('1: It is in use.')
  await screen().find('[aria-label="Remove Archive from the list"]').trigger('click')
  expect(tasks).toHaveLength(0)
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
  task.state = 'done'
  expect(closing()).toBe(false)
})

test('imports of this user are shown beside, those of others are not', async () => {
  const job = { id: '7', type: 'customers', state: 'RUNNING', fileName: 'a.csv', progress: 0.5, created: 2, updated: 0 }
  const items = [
    { ...job, createdBy: 'ada' },
    { ...job, id: '8', fileName: 'b.csv', createdBy: 'bob' }
  ]
  serve({ 'GET platform/v1/imports': { items } })
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
