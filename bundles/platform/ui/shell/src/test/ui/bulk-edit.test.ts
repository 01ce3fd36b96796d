import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Component } from 'vue'
import { defineModule, session, tasks } from '@crm/shell'
import { CrmRecordList } from '@crm/records'
import { eventually, field, leave, of, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'ada', roles: [] }, known: true, expired: false }))
afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const list = CrmRecordList as unknown as Component
const one = (code: string, name: string, more = {}) => ({
  type: 'thing',
  code,
  fieldType: 'text',
  label: { en: name, zh: name },
  ...more
})
const fields = [
  one('name', 'Name', { required: true }),
  one('number', 'Number', { unique: true }),
  one('places.city', 'City', { many: true }),
  one('made.at', 'Made', { fieldType: 'date' }),
  one('createdBy', 'Created by', { readOnly: true }),
  one('custom.rating', 'Rating', { custom: true })
]
const rows = [
  { id: '1', name: 'One' },
  { id: '2', name: 'Two' }
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
  editable: true
}
const answers = { 'GET platform/v1/fields': { items: fields }, 'GET x/v1/things': { items: rows, total: 2 } }

async function edited(values: () => Promise<void>) {
  const asked = serve({ ...answers, 'POST x/v1/things/bulk': { id: '5', state: 'DONE', read: 2, rejected: 0, progress: 1 } })
  await show(list, empty, props)
  await field('pick-all').setValue(true)
  await field('bulk-edit').trigger('click')
  await flushPromises()
  await values()
  await field('save').trigger('click')
  await flushPromises()
  return asked
}

async function pick(...names: string[]) {
  await field('bulk-fields').trigger('click')
  await flushPromises()
  for (const name of names)
    await screen().findAll('.el-select-dropdown__item').find(item => item.text() === name)!.trigger('click')
  await flushPromises()
}

test('fields of many records are given new values, or emptied, after a question', async () => {
  const asked = await edited(async () => {
    await pick('Name', 'Rating', 'Made')
    await field('r-name').setValue('Same')
    for (const code of ['custom.rating', 'made.at'])
      await screen().find(`[data-test="bulk-empty-${code}"] input`).setValue(true)
  })
  await eventually(() => expect(screen().find('.el-message-box').text()).toContain('Change Name, Made, Rating of 2 records?'))
  expect(of(asked, 'x/v1/things/bulk')).toHaveLength(0)
  await screen().find('.el-message-box .el-button--primary').trigger('click')
  await eventually(() =>
    expect(of(asked, 'x/v1/things/bulk')[0]?.body).toEqual({
      action: 'patch',
      ids: ['1', '2'],
      patch: { name: 'Same', made: null, custom: { rating: null } }
    })
  )
  expect(tasks[0]?.title).toBe('Change: Name, Made, Rating')
})

test('many records are not changed without a field and its value', async () => {
  const asked = await edited(() => Promise.resolve())
  await eventually(() => expect(screen().text()).toContain('Choose at least one field'))
  await pick('Name')
  await eventually(() => expect(screen().text()).toContain('Enter a value'))
  await pick('Rating')
  await eventually(() => expect(screen().text()).toContain('Enter a value, or empty the field'))
  expect(of(asked, 'x/v1/things/bulk')).toHaveLength(0)
})

test('what tells records apart, and what the system sets, is not offered', async () => {
  await edited(async () => {
    await field('bulk-fields').trigger('click')
    await flushPromises()
    expect(screen().findAll('.el-select-dropdown__item').map(item => item.text())).toEqual(['Name', 'Made', 'Rating'])
    expect(screen().find('[data-test="bulk-empty-name"]').exists()).toBe(false)
  })
})
