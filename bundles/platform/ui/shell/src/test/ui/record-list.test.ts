import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Component } from 'vue'
import { defineModule, session, tasks } from '@crm/shell'
import { CrmRecordList } from '@crm/records'
import { eventually, field, leave, of, refusal, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'ada', roles: [] }, known: true, expired: false }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
// A generic component is a function to the compiler.
const list = CrmRecordList as unknown as Component
const label = (text: string) => ({ en: text, zh: text })
const common = { type: 'thing', filterable: true, sortable: true, listed: true }
const fields = [
  { ...common, code: 'name', fieldType: 'text', label: label('Name') },
  { ...common, code: 'places.city', fieldType: 'text', label: label('City') },
  { ...common, code: 'size', fieldType: 'number', label: label('Size') },
  {
    ...common,
    code: 'custom.rating',
    fieldType: 'choice',
    label: label('Rating'),
    choices: [
      { code: 'a', label: label('Good') },
      { code: 'b', label: label('Bad') }
    ]
  }
]
const rows = [
  { id: '1', name: 'One', size: '1200', custom: { rating: 'a' } },
  { id: '2', name: 'Two', custom: {} }
]
const props = {
  type: 'thing',
  path: 'x/v1/things',
  columns: [{ key: 'name', label: 'Name' }],
  needs: ['name'],
  nameOf: (row: { name: string }) => row.name,
  label: 'Things',
  searchLabel: 'Search',
  empty: 'Nothing yet',
  noMatch: 'Nothing matches',
  quick: ['kind']
}
const answers = { 'GET platform/v1/fields': { items: fields }, 'GET x/v1/things': { items: rows, total: 2 } }
const asksOf = (asked: ReturnType<typeof serve>) =>
  of(asked, 'x/v1/things').map(one => Object.fromEntries(one.query.entries()))
const heads = () =>
  screen()
    .findAll('th')
    .map(head => head.text().trim())

test('the server sorts by what its catalogue calls sortable', async () => {
  const asked = serve(answers)
  const { router } = await show(list, empty, props)
  await field('sort-name').trigger('click')
  await eventually(() => expect(router.currentRoute.value.query.sort).toBe('name'))
  await eventually(() => expect(asksOf(asked).at(-1)).toMatchObject({ sort: 'name', count: 'true' }))
})

test('a search shows the best matches first, until the user chooses an order', async () => {
  const asked = serve(answers)
  const ranked = { ...props, ranked: true, defaultSort: 'name' }
  const { router } = await show(list, empty, ranked)
  expect(asksOf(asked).at(-1)).toMatchObject({ sort: 'name' })
  await router.replace({ query: { q: 'o' } })
  await eventually(() => expect(asksOf(asked).at(-1)).toMatchObject({ q: 'o' }))
  expect(asksOf(asked).at(-1)).not.toHaveProperty('sort')
  await field('sort-name').trigger('click')
  await eventually(() => expect(router.currentRoute.value.query).toEqual({ q: 'o', sort: 'name' }))
  await eventually(() => expect(asksOf(asked).at(-1)).toMatchObject({ q: 'o', sort: 'name' }))
})

test('a column of the catalogue can be chosen, is asked for by its code, and is remembered for the user', async () => {
  const asked = serve(answers)
  const { page } = await show(list, empty, props)
  await field('columns').trigger('click')
  await screen().find('[data-test="column-custom.rating"] input').setValue(true)
  await eventually(() => expect(asksOf(asked).at(-1)?.fields).toBe('id,name,custom.rating'))
  await flushPromises()
  expect(heads()).toEqual(['Name', 'Rating'])
  expect(page.findAll('tbody tr').map(row => row.text())).toEqual(['OneGood', 'Two–'])
  expect(JSON.parse(localStorage.getItem('crm.ada.columns.thing')!)).toEqual(['name', 'custom.rating'])
  await screen().find('[aria-label="Move Rating to the left"]').trigger('click')
  expect(heads()).toEqual(['Rating', 'Name'])
})

test('a field of the parts of a record shows what all parts have in it', async () => {
  const parts = [{ ...rows[0], places: [{ city: 'Shanghai' }, {}, { city: 'Suzhou' }] }]
  localStorage.setItem('crm.ada.columns.thing', JSON.stringify(['name', 'places.city']))
  const asked = serve({ ...answers, 'GET x/v1/things': { items: parts } })
  const { page } = await show(list, empty, props)
  expect(page.find('tbody tr').text()).toBe('OneShanghai, Suzhou')
  expect(asksOf(asked).at(-1)?.fields).toBe('id,name,places.city')
})

test('a list that does not have a field of the catalogue is shown without it', async () => {
  localStorage.setItem('crm.ada.columns.thing', JSON.stringify(['name', 'custom.rating']))
  const errors = [{ field: 'fields', code: 'unknown-value', message: 'no' }]
  const answer = (request: { query: URLSearchParams }) =>
    request.query.has('fields') ? refusal(400, { title: 'no', errors }) : { items: [{ id: '1', name: 'One' }] }
  serve({ ...answers, 'GET x/v1/things': answer })
  const { page } = await show(list, empty, props)
  await eventually(() => expect(page.find('tbody tr').text()).toBe('One–'))
  expect(page.find('.crm-failure').exists()).toBe(false)
})

test('a filter of the address is asked in the zone of the user, and counted', async () => {
  const asked = serve(answers)
  const filter = 'name=like=*o*;(size>=5,custom.rating=in=(a,b))'
  await show(list, empty, props, '/things?kind=k&filter=' + encodeURIComponent(filter))
  expect(asksOf(asked).at(-1)).toMatchObject({ filter, kind: 'k' })
  expect(asksOf(asked).at(-1)?.tz).toBeTruthy()
  expect(field('filter').text()).toContain('3')
})

test('a filter made of conditions goes into the address; half a condition does not', async () => {
  serve(answers)
  const { router } = await show(list, empty, props)
  await field('filter').trigger('click')
  await field('filter-add').trigger('click')
  await field('filter-value').setValue('O')
  await field('filter-add').trigger('click')
  await screen().find('form.filter-builder').trigger('submit')
  await eventually(() => expect(router.currentRoute.value.query.filter).toBe('name=like=*O*'))
})

test('a filter can be typed, and what is no filter is told with its place', async () => {
  serve(answers)
  const { router } = await show(list, empty, props, '/?filter=' + encodeURIComponent('(a==1;(b==2,c==3)),d==4'))
  await field('filter').trigger('click')
  await field('filter-text').setValue('name==')
  await screen().find('form.filter-builder').trigger('submit')
  expect(screen().text()).toContain('This is not a filter, from character 7 on.')
  await field('filter-text').setValue('name==x')
  await screen().find('form.filter-builder').trigger('submit')
  await eventually(() => expect(router.currentRoute.value.query.filter).toBe('name==x'))
})

test('what the server refuses of a filter shows where it is made', async () => {
  const errors = [{ field: 'filter', code: 'invalid-filter', message: 'column 1: there is no field x' }]
  serve({ ...answers, 'GET x/v1/things': () => refusal(400, { title: 'no', errors }) })
  const { page } = await show(list, empty, props, '/?filter=x==1')
  await flushPromises()
  expect(page.find('.filter-builder').text()).toContain('there is no field x')
})

const VIEW = { id: '5', version: 1, list: 'thing', name: 'Large', columns: ['name', 'size'], owner: 'ada' }
const view = { ...VIEW, shared: false, default: false, filter: 'size>5', sort: '-name', quick: {} }

test('a view is kept on the server, with what the list shows', async () => {
  const asked = serve({ ...answers, 'GET platform/v1/views': { items: [] }, 'POST platform/v1/views': view })
  await show(list, empty, props, '/?filter=size%3E5&sort=-name&kind=k')
  await field('views').trigger('click')
  await field('view-name').setValue(' Large ')
  await screen().find('[data-test=view-shared] input').setValue(true)
  await screen().find('.view-form').trigger('submit')
  await eventually(() => expect(of(asked, 'platform/v1/views').map(one => one.method)).toEqual(['GET', 'POST', 'GET']))
  expect(of(asked, 'platform/v1/views')[1]!.body).toEqual({
    list: 'thing',
    name: 'Large',
    shared: true,
    default: false,
    columns: ['name'],
    q: '',
    filter: 'size>5',
    sort: '-name',
    quick: { kind: 'k' }
  })
})

test('a view brings columns, filter and order back, and takes other filters away', async () => {
  serve({ ...answers, 'GET platform/v1/views': { items: [view] } })
  const { router } = await show(list, empty, props, '/?kind=k&q=o')
  await field('views').trigger('click')
  await field('view').trigger('click')
  await eventually(() => expect(router.currentRoute.value.query).toEqual({ filter: 'size>5', sort: '-name' }))
  expect(heads()).toEqual(['Name', 'Size'])
})

test('a list opens with the view of the user, unless its address asks for something', async () => {
  const answer = { ...answers, 'GET platform/v1/views': { items: [{ ...view, default: true }] } }
  serve(answer)
  const { router } = await show(list, empty, props)
  await eventually(() => expect(router.currentRoute.value.query).toEqual({ filter: 'size>5', sort: '-name' }))
  leave()
  serve(answer)
  const other = await show(list, empty, props, '/?q=o')
  await flushPromises()
  expect(other.router.currentRoute.value.query).toEqual({ q: 'o' })
})

test('a shared view of somebody else can be opened with, but not deleted', async () => {
  const shared = { ...view, shared: true, owner: 'bob' }
  const asked = serve({
    ...answers,
    'GET platform/v1/views': { items: [shared] },
    'PATCH platform/v1/views/5': { ...shared, default: true }
  })
  await show(list, empty, props)
  await field('views').trigger('click')
  expect(screen().text()).toContain('Shared by bob')
  expect(screen().find('[data-test=view-forget]').exists()).toBe(false)
  await field('view-default').trigger('click')
  await eventually(() => expect(of(asked, 'platform/v1/views/5')[0]?.body).toEqual({ default: true }))
  expect(of(asked, 'platform/v1/views/5')[0]!.headers['If-Match']).toBe('"1"')
})

test('an own view is replaced under its name, and deleted', async () => {
  const asked = serve({
    ...answers,
    'GET platform/v1/views': { items: [view] },
    'PATCH platform/v1/views/5': view,
    'DELETE platform/v1/views/5': {}
  })
  await show(list, empty, props, '/?q=o')
  await field('views').trigger('click')
  await field('view-name').setValue('Large')
  await screen().find('.view-form').trigger('submit')
  await eventually(() => expect(of(asked, 'platform/v1/views/5')[0]?.method).toBe('PATCH'))
  await field('view-forget').trigger('click')
  await eventually(() => expect(of(asked, 'platform/v1/views/5').at(-1)?.method).toBe('DELETE'))
})

test('without a catalogue the list shows what its module knows', async () => {
  serve({ 'GET x/v1/things': { items: rows } })
  const { page } = await show(list, empty, props)
  expect(page.findAll('tbody tr').map(row => row.text())).toEqual(['One', 'Two'])
  expect(screen().find('[data-test=filter]').exists()).toBe(false)
})

const acting = {
  ...props,
  actions: [{ name: 'archive', label: 'Archive', question: (n: number) => `Archive ${n}?` }]
}
const JOB = { id: '7', action: 'archive', state: 'DONE', total: 2, read: 2, changed: 2, rejected: 0, progress: 1 }

async function confirm(question: string) {
  await eventually(() => expect(screen().find('.el-message-box').text()).toContain(question))
  await screen().find('.el-message-box .el-button--primary').trigger('click')
}

test('what is done to the rows that are selected is asked of the server by their ids, and can be taken back', async () => {
  const undo = { state: 'DONE', records: 2, reverted: 2, conflicts: 0 }
  const asked = serve({
    ...answers,
    'POST x/v1/things/bulk': { ...JOB, undoable: true },
    'POST platform/v1/bulk-changes/7/undo': { ...JOB, undo }
  })
  await show(list, empty, acting)
  await field('pick-all').setValue(true)
  expect(field('selected').text()).toBe('2 selected')
  expect(screen().find('[data-test=select-all]').exists()).toBe(false)
  await field('bulk-archive').trigger('click')
  await confirm('Archive 2?')
  await eventually(() => expect(tasks[0]?.state).toBe('done'))
  expect(of(asked, 'x/v1/things/bulk')[0]!.body).toEqual({ action: 'archive', ids: ['1', '2'] })
  expect(screen().find('[data-test=selected]').exists()).toBe(false)
  const before = asksOf(asked).length
  tasks[0]!.undo!()
  await eventually(() => expect(tasks[0]).toMatchObject({ title: 'Undo: Archive', state: 'done' }))
  expect(asksOf(asked).length).toBeGreaterThan(before)
})

test('everything that matches can be selected, and is asked for by the list’s own filter and count', async () => {
  const asked = serve({
    ...answers,
    'GET x/v1/things': { items: rows, total: 5210, next: 'c' },
    'POST x/v1/things/bulk': { ...JOB, total: 5210, read: 5210 }
  })
  await show(list, empty, acting, '/?q=o&filter=size%3E5&kind=k&sort=-name')
  await field('pick-all').setValue(true)
  expect(field('select-all').text()).toBe('Select all 5,210 that match')
  await field('select-all').trigger('click')
  expect(field('selected').text()).toBe('All 5,210 that match are selected')
  await field('bulk-archive').trigger('click')
  await confirm('Archive 5210?')
  await eventually(() => expect(tasks[0]?.state).toBe('done'))
  const sent = of(asked, 'x/v1/things/bulk')[0]!
  expect(sent.body).toEqual({ action: 'archive', q: 'o', filter: 'size>5', tz: expect.any(String), expected: 5210 })
  expect(Object.fromEntries(sent.query)).toEqual({ kind: 'k' })
})

test('to take one row out is to mean the rows of the page again', async () => {
  serve({ ...answers, 'GET x/v1/things': { items: rows, total: 9 } })
  await show(list, empty, acting)
  await field('pick-all').setValue(true)
  await field('select-all').trigger('click')
  await screen().findAll('[data-test=pick]')[0]!.setValue(false)
  expect(field('selected').text()).toBe('1 selected')
})

test('an export asks for the rows that the list shows, in the format chosen', async () => {
  const asked = serve({ ...answers, 'GET x/v1/things': { items: rows } })
  await show(list, empty, props, '/?q=o&filter=size%3E5')
  await field('export').trigger('click')
  await field('export-csv').trigger('click')
  await eventually(() => expect(tasks[0]?.state).toBe('done'))
  const last = of(asked, 'x/v1/things').at(-1)!
  expect(last.headers.Accept).toBe('text/csv')
  expect(Object.fromEntries(last.query)).toMatchObject({ q: 'o', filter: 'size>5' })
  expect(last.query.has('limit')).toBe(false)
})

test.each([
  ['/', null],
  ['/?sort=-name', '-name']
])('an export of %s is sorted only where somebody chose an order', async (address, sort) => {
  const asked = serve({ ...answers, 'GET x/v1/things': { items: rows } })
  await show(list, empty, { ...props, defaultSort: 'name' }, address)
  await field('export').trigger('click')
  await field('export-csv').trigger('click')
  await eventually(() => expect(tasks[0]?.state).toBe('done'))
  expect(of(asked, 'x/v1/things')[0]!.query.get('sort')).toBe(sort ?? 'name')
  expect(of(asked, 'x/v1/things').at(-1)!.query.get('sort')).toBe(sort)
})

test('up and down lead from row to row', async () => {
  serve(answers)
  await show(list, empty, acting)
  const [first, second] = screen().findAll('[data-test=pick]')
  ;(first!.element as HTMLElement).focus()
  await first!.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(second!.element)
})
