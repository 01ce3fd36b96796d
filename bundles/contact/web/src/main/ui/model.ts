export const CHANNELS = [
  'call',
  'visit',
  'meeting',
  'email',
  'sms',
  'wechat',
  'letter',
  'web',
  'service',
  'counter'
] as const
export const DIRECTIONS = ['out', 'in'] as const

export type Channel = (typeof CHANNELS)[number]
export type Direction = (typeof DIRECTIONS)[number]

/** A contact with a customer, as the server tells of it. */
export interface Interaction {
  id: string
  version: number
  customerId: string
  /** Absent where the customer is not known any more. */
  customerName?: string
  personIds?: string[]
  channel: Channel
  direction: Direction
  at: string
  until?: string
  subject: string
  summary?: string
  result?: string
  by?: string
  nextStep?: { at: string; what: string }
}
