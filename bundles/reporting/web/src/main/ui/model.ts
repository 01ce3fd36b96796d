import { addAmounts, type Money } from '@crm/shell'

/** Revenue of a month, written 2011-11. */
export interface MonthRow {
  month: string
  revenue: Money
  orders: number
  customers: number
}

export interface RevenueReport {
  report: string
  currency: string
  rows: MonthRow[]
}

export interface CellRow {
  r: number
  f: number
  customers: number
  revenue: Money
}

export interface CellReport {
  asOf?: string
  currency?: string
  rows: CellRow[]
}

/** All rows taken together. Customers who ordered in several months cannot be added up, so they are left out. */
export function totalOf(rows: MonthRow[], currency: string): { revenue: Money; orders: number } {
  return {
    revenue: { amount: addAmounts(rows.map(row => row.revenue.amount)), currency },
    orders: rows.reduce((sum, row) => sum + row.orders, 0)
  }
}

/** The month with the most revenue; undefined without months. */
export function bestOf(rows: MonthRow[]): MonthRow | undefined {
  return rows.reduce<MonthRow | undefined>(
    (best, row) => (best === undefined || Number(row.revenue.amount) > Number(best.revenue.amount) ? row : best),
    undefined
  )
}

/** The years the months lie in, first to last. */
export function yearsOf(rows: MonthRow[]): string[] {
  return [...new Set(rows.map(row => row.month.slice(0, 4)))].sort()
}
