/** A column of a CrmTable; its cells are the slot `cell-<key>`, or the row's property of that name. */
export interface Column {
  key: string
  label: string
  align?: 'right'
  /** The name the server sorts by; absent where it cannot. */
  sort?: string
  /** Fields of the catalogue that this column shows; without it, the field of its key. */
  covers?: string[]
  /** Left out where there is no room. */
  wideOnly?: boolean
  /** A label for screen readers only, as over a column of buttons. */
  quiet?: boolean
}
