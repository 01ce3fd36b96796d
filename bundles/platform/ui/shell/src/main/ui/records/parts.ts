import { type Field, valueAt } from '@crm/shell'
import { isEmpty } from './check'

/** What is sent as one value: a field, or all those that lie in the same object or list, such as an address. */
export interface Part {
  /** Its path: `name`, `birthday` for `birthday.date`, `custom.rating`. */
  path: string
  fields: Field[]
}

type Values = Record<string, unknown>

const pathOf = ({ code }: Field) => (code.startsWith('custom.') ? code : code.split('.')[0]!)
const isTree = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The parts that the fields belong to, each at the place of its first field. */
export function partsOf(fields: Field[]): Part[] {
  const parts = new Map<string, Field[]>()
  for (const field of fields) parts.set(pathOf(field), [...(parts.get(pathOf(field)) ?? []), field])
  return [...parts].map(([path, inside]) => ({ path, fields: inside }))
}

/** The value of a part without blanks at its ends, and without objects in which none of the fields is filled in. */
export function valueOf(part: Part, record: object): unknown {
  const value = valueAt(record, part.path)
  const inside = part.fields.map(field => field.code.slice(part.path.length + 1)).filter(name => name !== '')
  const counts = (one: unknown) => inside.length === 0 || inside.some(name => !isEmpty(valueAt(one, name)))
  if (Array.isArray(value)) return trimmed(value.filter(counts))
  return value !== undefined && counts(value) ? trimmed(value) : undefined
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) {
    const entries = value.map(trimmed).filter(entry => entry !== undefined)
    return entries.length > 0 ? entries : undefined
  }
  if (!isTree(value)) return value ?? undefined
  const known = Object.entries(value).flatMap(([name, inner]) => {
    const kept = trimmed(inner)
    return kept === undefined ? [] : [[name, kept] as const]
  })
  return known.length > 0 ? Object.fromEntries(known) : undefined
}

/** What a merge patch says of a part that held `before`: what is gone is null. */
export function changeOf(before: unknown, value: unknown): unknown {
  if (!isTree(before) || !isTree(value)) return value ?? null
  return { ...Object.fromEntries(Object.keys(before).map(name => [name, null])), ...value }
}
