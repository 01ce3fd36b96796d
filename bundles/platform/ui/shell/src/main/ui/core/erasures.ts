/** A person who is being erased, or was. */
export interface Erasure {
  id: string
  subject: { type: string; id?: string }
  state: 'running' | 'done'
  reason: string
  askedAt: string
  askedBy: string
  finishedAt?: string
  hash?: string
  parts: ErasurePart[]
}

/** What one source has to do, or did. */
export interface ErasurePart {
  source: string
  label: string
  state: 'waiting' | 'away' | 'retrying' | 'done' | 'skipped'
  problem?: string
  did: { deed: 'deleted' | 'emptied' | 'kept'; what: string; label: string; count: number; why?: string }[]
}
