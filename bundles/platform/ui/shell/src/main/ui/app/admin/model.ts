import type { Localized } from '@crm/shell'

export type Outcome = 'DONE' | 'FAILED' | 'CANCELLED'

/** One run of a job; while it goes on, without end and outcome. */
export interface JobRun {
  id: string
  node?: string
  manual?: boolean
  startedAt: string
  finishedAt?: string
  outcome?: Outcome
  error?: string
}

/** Recurring or one-off work of the server. */
export interface Job {
  name: string
  label: Localized
  schedule: string
  state: 'IDLE' | 'RUNNING'
  lastRun?: Omit<JobRun, 'id'>
  nextRunAt?: string
  node?: string
}

export const OUTCOMES = { DONE: 'success', FAILED: 'danger', CANCELLED: 'warning' } as const

export type SubscriptionState = 'ACTIVE' | 'RETRYING' | 'PAUSED' | 'AWAY'

/** Who gets our events, and how far it is. */
export interface Subscription {
  name: string
  /** Sequence of the last event it has taken. */
  position: number
  /** Events it has not taken yet. */
  lag: number
  state?: SubscriptionState
  lastError?: string
  nextRetryAt?: string
  deadLetters: number
  /** Not seen for so long that events are deleted without waiting for it. */
  absent?: boolean
  node?: string
}

export const SUBSCRIPTION_TAGS = { ACTIVE: 'success', RETRYING: 'warning', PAUSED: 'info', AWAY: 'danger' } as const

/** An event that a subscriber could not take. */
export interface DeadLetter {
  event: { sequence: number; topic: string; at?: string; record?: { type: string; id: string } }
  attempts: number
  error: string
  at: string
  replaying?: boolean
}
