/** Something that can be done to many records of a list at once; the server does it, see `POST …/bulk`. */
export interface BulkAction {
  /** What the server calls it. */
  name: 'archive' | 'restore' | 'patch' | 'confirm' | 'cancel'
  /** What the button says, and the task. */
  label: string
  /** Asked before, with the number of records. */
  question: (n: number) => string
  /** A merge patch, with the action `patch`. */
  patch?: Record<string, unknown>
}
