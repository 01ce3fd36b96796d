import type { LeftRecords, Localized } from '@crm/shell'

export const MODES = ['upsert', 'create'] as const

export type State = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

/** How far the taking back of an import is. */
export interface Undo {
  state: State
  records?: number
  reverted?: number
  /** Records left as they are, because somebody changed them since. */
  conflicts?: number
}

/** An import as the server tells of it. */
export interface ImportJob {
  id: string
  type: string
  mode: string
  dryRun?: boolean
  state: State
  fileName?: string
  read: number
  created: number
  updated: number
  unchanged: number
  rejected: number
  /** 0 to 1. */
  progress: number
  createdAt: string
  createdBy: string
  finishedAt?: string
  error?: { code: string; message: string }
  undoable?: boolean
  undo?: Undo
}

/** A column that a file may have. */
export interface ImportColumn {
  code: string
  label: Localized
  required?: boolean
}

/** What can be imported. */
export interface ImportType {
  type: string
  columns: ImportColumn[]
}

/** What the server makes of the beginning of a file. */
export interface Preview {
  charset?: string
  separator?: string
  headers: string[]
  /** Column code by header, as far as it could be guessed. */
  mapping: Record<string, string>
  /** 0 to 1, by header. */
  confidence?: Record<string, number>
  unmatched: string[]
  missing: string[]
  rows: string[][]
  rejects: { line: number; column?: string; code: string; message: string }[]
}

/** Offered where the server does not list its types. */
export const KNOWN_TYPES: ImportType[] = ['customers', 'orders'].map(type => ({ type, columns: [] }))

const isRunning = (state: State | undefined) => state === 'QUEUED' || state === 'RUNNING'

export const isOver = (job: ImportJob): boolean => !isRunning(job.state) && !isRunning(job.undo?.state)

/** What the undo of an import has left as it is. */
export function conflictsOf({ id, type, undo }: ImportJob): LeftRecords[] {
  const count = undo?.conflicts ?? 0
  return count > 0 ? [{ what: 'conflicts', count, path: `platform/v1/imports/${id}/conflicts`, type }] : []
}

export const TAGS = {
  QUEUED: 'info',
  RUNNING: 'primary',
  DONE: 'success',
  FAILED: 'danger',
  CANCELLED: 'warning'
} as const

/** A file's size for people: 1.4 MB. */
export function sizeOf(bytes: number, language: string): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte']
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value as number)
}
