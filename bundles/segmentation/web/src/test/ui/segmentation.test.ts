import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { keysOf, leave, serve, show } from '@crm/testing'
import CustomerRfm from '../../main/ui/CustomerRfm.vue'
import module from '../../main/ui/index'
import { en, zh } from '../../main/ui/messages'
import { byGroup, byPlace, GROUPS, rangeOf, stepOf, type Grid } from '../../main/ui/model'
import RfmPage from '../../main/ui/RfmPage.vue'

afterEach(leave)

const cell = (r: number, f: number, m: number, customers: number, amount: string, group: string) => ({
  r,
  f,
  m,
  customers,
  revenue: { amount, currency: 'CNY' },
  group
})
const grid: Grid = {
  grid: 'default',
  asOf: '2026-03-01',
  bins: 5,
  currency: 'CNY',
  customers: 10,
  computedAt: '2026-03-01T08:30:00Z',
  cells: [
    cell(5, 5, 5, 6, '600.10', 'champions'),
    cell(5, 5, 1, 2, '20.20', 'regulars'),
    cell(1, 1, 1, 2, '2.00', 'lost')
  ]
}

test('both languages have the same messages with the same placeholders', () => {
  expect(keysOf(zh)).toEqual(keysOf(en))
  expect(Object.keys(en.groups)).toEqual(GROUPS)
})

test('cells are added up over the monetary scores, or taken for one of them', () => {
  expect(byPlace(grid).get('5-5')).toEqual({
    customers: 8,
    revenue: { amount: '620.30', currency: 'CNY' },
    groups: ['champions', 'regulars']
  })
  expect(byPlace(grid, 1).get('5-5')?.customers).toBe(2)
})

test('groups come best first, unknown ones last', () => {
  const odd = { ...grid, cells: [cell(3, 3, 3, 1, '1', 'own-group'), ...grid.cells] }
  expect(byGroup(odd).map(entry => entry.group)).toEqual(['champions', 'regulars', 'lost', 'own-group'])
})

test('shades and their legend agree', () => {
  for (const most of [1, 3, 7, 100, 348]) {
    for (let customers = 1; customers <= most; customers++) {
      const [from, to] = rangeOf(stepOf(customers, most), most)
      expect(customers).toBeGreaterThanOrEqual(from)
      expect(customers).toBeLessThanOrEqual(to)
    }
  }
  expect(stepOf(0, 100)).toBe(0)
})

test('a cell leads to its customers, and into the address', async () => {
  const member = {
    id: '7',
    name: '星辰科技',
    r: 5,
    f: 5,
    m: 5,
    lastOrderAt: '2026-02-01T00:00:00Z',
    orders: 3,
    revenue: { amount: '600.10', currency: 'CNY' }
  }
  const asked = serve({ 'GET segmentation/v1/rfm': grid, 'GET segmentation/v1/rfm/members': { items: [member] } })
  const { page, router } = await show(RfmPage, module, {}, '/rfm?asOf=2026-03-01')
  expect(page.find('[data-test=cell-1-5]').attributes('disabled')).toBeDefined()
  Element.prototype.scrollIntoView = () => undefined
  await page.find('[data-test=cell-5-5]').trigger('click')
  await flushPromises()
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ asOf: '2026-03-01', r: '5', f: '5' })
  const request = asked.find(one => one.path.endsWith('/members'))
  expect(Object.fromEntries(request!.query)).toMatchObject({ asOf: '2026-03-01', r: '5', f: '5' })
  expect(page.find('[data-test=member]').attributes('href')).toBe('/customers/7')
  expect(page.text()).toContain('Recency 5, frequency 5: 8 customers')
})

test('the grid can be read as a table', async () => {
  serve({ 'GET segmentation/v1/rfm': grid })
  const { page } = await show(RfmPage, module, {}, '/rfm?view=table')
  const first = page.find('[data-test=rfm-grid] tbody tr')
  expect(first.findAll('td').map(one => one.text())).toEqual([
    '5',
    '5',
    'Show the customers with recency 5 and frequency 5: 8',
    '80%',
    '¥620.30',
    'Champions · Regulars'
  ])
})

test('a customer who never bought has no scores', async () => {
  serve({ 'GET segmentation/v1/customers/7/rfm': { id: '7', orders: 0 } })
  const { page } = await show(CustomerRfm, module, { customerId: '7' })
  expect(page.text()).toBe('No confirmed orders yet')
})
