import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { CrmTable, i18n } from '@crm/shell'

interface Row {
  id: string
  name: string
}

const columns = [
  { key: 'name', label: 'Name', sort: 'name' },
  { key: 'id', label: 'Id', align: 'right' as const }
]
const props = { columns, rowKey: (row: Row) => row.id, label: 'Things', empty: 'Nothing there', sort: 'name' }
const table = (rows: Row[], more = {}) =>
  mount(CrmTable, { props: { ...props, rows, ...more } as never, global: { plugins: [i18n] } })

test('the header tells and turns the order', async () => {
  const page = table([{ id: '1', name: 'A' }])
  expect(page.find('th').attributes('aria-sort')).toBe('ascending')
  await page.find('[data-test=sort-name]').trigger('click')
  expect(page.emitted('update:sort')).toEqual([['-name']])
})

test('an empty list says so, but not while it is being read', () => {
  expect(table([]).text()).toContain('Nothing there')
  expect(table([], { busy: true }).text()).not.toContain('Nothing there')
})

test('a click on a row opens it, a click on a button in it does not', async () => {
  const page = mount(CrmTable, {
    props: { ...props, rows: [{ id: '1', name: 'A' }], clickable: true } as never,
    slots: { 'cell-id': '<button type="button">edit</button>' },
    global: { plugins: [i18n] }
  })
  await page.find('tbody button').trigger('click')
  expect(page.emitted('open')).toBeUndefined()
  await page.find('tbody td').trigger('click')
  expect(page.emitted('open')).toEqual([[{ id: '1', name: 'A' }]])
})
