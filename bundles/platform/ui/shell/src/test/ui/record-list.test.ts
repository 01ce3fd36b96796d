import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Component } from 'vue'
import { defineModule, Problem, session, tasks } from '@crm/shell'
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

test('a view brings columns, filter and order back', async () => {
  serve(answers)
  const { router } = await show(list, empty, props, '/?filter=size%3E5&sort=-name')
  await field('views').trigger('click')
  await field('view-name').setValue('Large ones')
  await screen().find('.view-line:has([data-test=view-name])').trigger('submit')
  await router.replace('/')
  await flushPromises()
  await field('view').trigger('click')
  await eventually(() => expect(router.currentRoute.value.query).toMatchObject({ filter: 'size>5', sort: '-name' }))
})

test('without a catalogue the list shows what its module knows', async () => {
  serve({ 'GET x/v1/things': { items: rows } })
  const { page } = await show(list, empty, props)
  expect(page.findAll('tbody tr').map(row => row.text())).toEqual(['One', 'Two'])
  expect(screen().find('[data-test=filter]').exists()).toBe(false)
})

const bulk = (act: (row: { id: string }) => Promise<unknown>, undo?: () => Promise<unknown>) => ({
  ...props,
  actions: [{ name: 'archive', label: 'Archive', question: (n: number) => `Archive ${n}?`, act, undo }]
})

test('what is done to many rows sums up what failed, and can be taken back', async () => {
  serve(answers)
  const done: string[] = []
  const act = async (row: { id: string }) => {
    if (row.id === '2') throw new Problem(409, 'It is in use.')
    done.push(row.id)
  }
  const undo = async () => done.push('undone')
  await show(list, empty, bulk(act, undo))
  await field('pick-all').setValue(true)
  expect(field('selected').text()).toBe('2 selected')
  await field('bulk-archive').trigger('click')
  await eventually(() => expect(screen().find('.el-message-box').text()).toContain('Archive 2?'))
  await screen().find('.el-message-box .el-button--primary').trigger('click')
  await eventually(() => expect(tasks[0]?.state).toBe('failed'))
  expect(tasks[0]).toMatchObject({ note: '1 done, 1 failed', failures: ['Two: It is in use.'] })
  expect(screen().find('[data-test=selected]').exists()).toBe(false)
  tasks[0]!.undo!()
  await eventually(() => expect(done).toEqual(['1', 'undone']))
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

test('up and down lead from row to row', async () => {
  serve(answers)
  await show(list, empty, bulk(async () => undefined))
  const [first, second] = screen().findAll('[data-test=pick]')
  ;(first!.element as HTMLElement).focus()
  await first!.trigger('keydown', { key: 'ArrowDown' })
  expect(document.activeElement).toBe(second!.element)
})
