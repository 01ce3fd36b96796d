import { shallowReactive } from 'vue'

/** What the pages need to know of a type of records to point to one of them. */
export interface RecordKind {
  /** As the server names it: `customer`. */
  type: string
  /** A message key: what one of them is called. */
  title: string
  /** The list that `q` searches, below `/crm/api/`; one record lies below it by its id. */
  path: string
  /** What people call a record. */
  nameOf: (record: Record<string, unknown>) => string
  /** The page of a record; absent where it has none. */
  pageOf?: (id: string) => string
}

const kinds = shallowReactive(new Map<string, RecordKind>())

export function registerKinds(list: RecordKind[]) {
  for (const kind of list) kinds.set(kind.type, kind)
}

/** The type of records that the server's jobs call by the name of their list: `customers`. */
export const kindOfList = (name: string): RecordKind | undefined =>
  [...kinds.values()].find(kind => kind.path.endsWith('/' + name))

/** The type of records of this name, where its module is there. */
export const kindOf = (type: string | undefined): RecordKind | undefined =>
  type === undefined ? undefined : kinds.get(type)
