import { shallowReactive } from 'vue'
import { api } from './http'
import type { Page } from './keyset'
import { Problem } from './problem'
import { kindOf, type RecordKind } from './record-types'

type Row = Record<string, unknown> & { id: string }

// As many as one request may ask for.
const MOST = 100
// Names change seldom; who stays on a page for long sees it in the end.
const FRESH = 60_000

const names = shallowReactive(new Map<string, { name: string | undefined; at: number }>())
const wanted = new Map<string, Set<string>>()
let soon: ReturnType<typeof setTimeout> | undefined

const keyOf = (type: string, id: string) => type + ' ' + id

/**
 * What people call a record, `#id` as long as nobody knows. All names that a page needs at a moment are asked for together,
 * type by type.
 */
export function nameOfRecord(type: string | undefined, id: string): string {
  const known = type === undefined ? undefined : names.get(keyOf(type, id))
  if (type !== undefined && (known === undefined || Date.now() - known.at > FRESH)) want(type, id)
  return known?.name ?? '#' + id
}

/** For tests. */
export function forgetNames() {
  names.clear()
  wanted.clear()
}

function want(type: string, id: string) {
  if (!kindOf(type)) return
  wanted.set(type, (wanted.get(type) ?? new Set()).add(id))
  soon ??= setTimeout(() => void ask(), 0)
}

async function ask() {
  soon = undefined
  const asked = [...wanted]
  wanted.clear()
  await Promise.all(
    asked.flatMap(([type, ids]) => {
      const kind = kindOf(type)
      const all = [...ids]
      const parts = Array.from({ length: Math.ceil(all.length / MOST) }, (_one, at) => all.slice(at * MOST, (at + 1) * MOST))
      return kind ? parts.map(part => find(kind, part)) : []
    })
  )
}

// What lists leave out may be archived; what is not there either has no name.
async function find(kind: RecordKind, ids: string[]) {
  const found = new Map((await rows(kind, ids, false)).map(row => [row.id, kind.nameOf(row)]))
  const missing = ids.filter(id => !found.has(id))
  if (missing.length > 0) for (const row of await rows(kind, missing, true)) found.set(row.id, kind.nameOf(row))
  for (const id of ids) names.set(keyOf(kind.type, id), { name: found.get(id), at: Date.now() })
}

async function rows(kind: RecordKind, ids: string[], archived: boolean): Promise<Row[]> {
  try {
    const query = { filter: `id=in=(${ids.join()})`, limit: MOST, ...(archived ? { archived } : {}) }
    return (await api<Page<Row>>(kind.path, { query })).items
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    return []
  }
}
