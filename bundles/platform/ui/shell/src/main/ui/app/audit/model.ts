/** A change or an act. */
export interface AuditEntry {
  id: string
  at: string
  by: string
  address?: string
  kind: string
  record?: AuditRecord
  fields: { field: string; before?: unknown; after?: unknown }[]
  detail?: unknown
  /** In the chain; absent until it is sealed. */
  position?: number
}

/** What it was done to; without an id where it was done to several. */
export interface AuditRecord {
  type: string
  id?: string
}

export interface Seal {
  number: number
  position: number
  at: string
}

export interface AuditFinding {
  kind: string
  seal?: number
  position?: number
  entry?: string
  record?: AuditRecord
}

/** What came of a check. */
export interface Verification {
  untouched: boolean
  entries: number
  seals: number
  anchors: number
  head?: Seal
  found: number
  findings: AuditFinding[]
}

/** A check on its way, or what became of it. */
export interface AuditCheck {
  id: string
  state: 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'
  /** 0 to 1. */
  progress: number
  startedBy: string
  finishedAt?: string
  error?: { code: string; message: string }
  result?: Verification
}

/** What was asked of the list; empty for all. */
export interface AuditFilter {
  by: string
  kind: string
  type: string
  days: string
}

const quoted = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`

/** The filter in the language of the lists. Exports are told of the list, whose name is in the plural. */
export const filterOf = (wanted: AuditFilter): string =>
  [
    wanted.by && `by==${quoted(wanted.by)}`,
    wanted.kind && `kind==${wanted.kind}`,
    wanted.type && `recordType=in=(${wanted.type},${wanted.type}s)`,
    wanted.days && `at=within=P${wanted.days}D`
  ]
    .filter(Boolean)
    .join(';')

/** A value as people read it, whatever its shape. */
export function plain(value: unknown): string {
  if (value === undefined || value === null || value === '') return ''
  if (Array.isArray(value) && value.every(one => typeof one !== 'object')) return value.join(', ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
