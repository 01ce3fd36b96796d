import { afterEach, expect, test } from 'vitest'
import { keysOf, leave, refusal, serve, show } from '@crm/testing'
import CellsPage from '../../main/ui/CellsPage.vue'
import module from '../../main/ui/index'
import { en, zh } from '../../main/ui/messages'
import { bestOf, totalOf, yearsOf } from '../../main/ui/model'
import RevenuePage from '../../main/ui/RevenuePage.vue'

afterEach(leave)

const row = (month: string, amount: string, orders: number) => ({
  month,
  revenue: { amount, currency: 'GBP' },
  orders,
  customers: orders
})
const rows = [row('2010-12', '572713.89', 1400), row('2011-11', '1161817.38', 2658)]
const path = 'GET reporting/v1/reports/revenue-by-month/run'

test('both languages have the same messages with the same placeholders', () => {
  expect(keysOf(zh)).toEqual(keysOf(en))
})

test('months are added up exactly', () => {
  expect(totalOf(rows, 'GBP')).toEqual({ revenue: { amount: '1734531.27', currency: 'GBP' }, orders: 4058 })
  expect(bestOf(rows)?.month).toBe('2011-11')
  expect(bestOf([])).toBeUndefined()
  expect(yearsOf(rows)).toEqual(['2010', '2011'])
})

test('the revenue can be read as a table, of the years in the address', async () => {
  const asked = serve({ [path]: { report: 'revenue-by-month', currency: 'GBP', rows } })
  const { page } = await show(RevenuePage, module, {}, '/reports/revenue?view=table&from=2010&to=2011')
  expect(Object.fromEntries(asked[0]!.query)).toMatchObject({ from: '2010-01', to: '2011-12' })
  expect(asked[0]!.query.get('tz')).not.toBe('')
  const cells = page.findAll('tbody tr').map(line => line.text().replace(/\s+/g, ' '))
  expect(cells[1]).toContain('Nov 2011')
  expect(cells[1]).toContain('£1,161,817.38')
  expect(page.text()).toContain('£1,734,531')
})

test('a report that cannot be run says why', async () => {
  serve({ [path]: () => refusal(400, { title: 'There is no such currency.' }) })
  const { page } = await show(RevenuePage, module, {}, '/reports/revenue?currency=XXX&view=table')
  expect(page.text()).toContain('There is no such currency.')
})

test('the customers of a cell are one click away', async () => {
  const cell = { r: 5, f: 4, customers: 348, revenue: { amount: '8911407.90', currency: 'GBP' } }
  serve({
    'GET reporting/v1/reports/customers-by-rfm-cell/run': {
      asOf: '2011-12-10',
      rows: [cell, { ...cell, f: 1, customers: 0 }]
    }
  })
  const { page } = await show(CellsPage, module, {}, '/reports/rfm-cells?asOf=2011-12-10')
  expect(page.findAll('tbody tr')).toHaveLength(1)
  expect(page.find('tbody a').attributes('href')).toBe('/rfm?r=5&f=4&asOf=2011-12-10')
  expect(page.text()).toContain('348 customers, £8,911,407.90')
})
