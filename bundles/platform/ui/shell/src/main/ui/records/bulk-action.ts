/** Something that can be done to many records of a list at once. */
export interface BulkAction<T> {
  name: string
  /** What the button says, and the task. */
  label: string
  /** Asked before, with the number of records. */
  question: (n: number) => string
  act: (record: T) => Promise<unknown>
  /** Takes `act` back. */
  undo?: (record: T) => Promise<unknown>
}
