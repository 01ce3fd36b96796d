import type { Money } from '@crm/shell'

export const STATUSES = ['draft', 'confirmed', 'cancelled'] as const
export const METHODS = ['transfer', 'cash', 'card', 'wechat', 'alipay', 'cheque', 'other'] as const

export type Status = (typeof STATUSES)[number]
export type Method = (typeof METHODS)[number]

export interface OrderLine {
  product: string
  description?: string
  quantity: string
  unitPrice: string
  discount?: string
  amount?: string | Money
}

/** An order as the server tells of it; lists leave the lines out. */
export interface Order {
  id: string
  version: number
  number: string
  externalId?: string
  customerId: string
  customerName?: string
  orderedAt: string
  currency: string
  status: Status
  lines?: OrderLine[]
  total: Money
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  /** Values of custom fields, by their codes. */
  custom?: Record<string, unknown>
}

export interface Delivery {
  id: string
  at: string
  carrier?: string
  trackingNumber?: string
  note?: string
  lines: { line: number; quantity: string }[]
}

export interface Payment {
  id: string
  at: string
  amount: Money
  method: Method
  reference?: string
  note?: string
}

/** What a customer's confirmed orders in one currency come to. */
export interface Facts {
  currency: string
  orders: number
  total: Money
  firstOrderAt?: string
  lastOrderAt?: string
}

export const STATUS_TAGS = { draft: 'info', confirmed: 'success', cancelled: 'danger' } as const
