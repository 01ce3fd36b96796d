import { addAmounts, type Money } from '@crm/shell'

/** Customers with the same scores. */
export interface Cell {
  r: number
  f: number
  m: number
  customers: number
  revenue: Money
  group: string
}

export interface Grid {
  grid: string
  asOf: string
  bins: number
  currency: string
  customers: number
  computedAt: string
  cells: Cell[]
}

/** A customer of a cell. */
export interface Member {
  id: string
  name: string
  r: number
  f: number
  m: number
  group?: string
  lastOrderAt: string
  orders: number
  revenue: Money
}

/** Cells taken together: those of one recency and frequency, or those of one group. */
export interface Sum {
  customers: number
  revenue: Money
  groups: string[]
}

export const STEPS = [1, 2, 3, 4, 5] as const

/** The named groups, best first; their messages explain them. */
export const GROUPS = ['champions', 'regulars', 'promising', 'newcomers', 'slipping', 'fading', 'lapsed', 'lost']

/** The key of a place in the grid. */
export const place = (r: number, f: number): string => `${r}-${f}`

function sumOf(cells: Cell[], currency: string): Sum {
  const byCustomers = [...cells].sort((one, other) => other.customers - one.customers)
  return {
    customers: cells.reduce((sum, cell) => sum + cell.customers, 0),
    revenue: { amount: addAmounts(cells.map(cell => cell.revenue.amount)), currency },
    groups: [...new Set(byCustomers.filter(cell => cell.customers > 0).map(cell => cell.group))]
  }
}

function summedBy(grid: Grid, cells: Cell[], keyOf: (cell: Cell) => string): Map<string, Sum> {
  const found = new Map<string, Cell[]>()
  for (const cell of cells) found.set(keyOf(cell), [...(found.get(keyOf(cell)) ?? []), cell])
  return new Map([...found].map(([key, members]) => [key, sumOf(members, grid.currency)]))
}

/** Recency × frequency, over all monetary scores or over one. */
export function byPlace(grid: Grid, monetary?: number): Map<string, Sum> {
  const cells = monetary === undefined ? grid.cells : grid.cells.filter(cell => cell.m === monetary)
  return summedBy(grid, cells, cell => place(cell.r, cell.f))
}

/** The named groups, in their order; unknown ones at the end. */
export function byGroup(grid: Grid): { group: string; sum: Sum }[] {
  const rank = (group: string) => (GROUPS.indexOf(group) + GROUPS.length + 1) % (GROUPS.length + 1)
  return [...summedBy(grid, grid.cells, cell => cell.group)]
    .map(([group, sum]) => ({ group, sum }))
    .sort((one, other) => rank(one.group) - rank(other.group))
}

/** The shade of a count, 0 for none to 5 for the most. */
export function stepOf(customers: number, most: number): number {
  return customers === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((customers / most) * STEPS.length))
}

/** The counts that share a shade. */
export function rangeOf(step: number, most: number): [number, number] {
  const from = Math.floor(((step - 1) * most) / STEPS.length) + 1
  return [from, Math.max(from, Math.floor((step * most) / STEPS.length))]
}
