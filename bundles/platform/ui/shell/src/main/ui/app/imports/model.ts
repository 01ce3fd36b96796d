export const TYPES = ['customers', 'orders'] as const
export const MODES = ['upsert', 'create'] as const

export type State = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

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
}

export const isOver = (job: ImportJob): boolean => job.state !== 'QUEUED' && job.state !== 'RUNNING'

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
