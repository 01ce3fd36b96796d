type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a dotted path: `valueAt(customer, 'custom.rating')`; through a list, the values of all its entries. */
export function valueAt(record: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>(step, record)
}

function step(value: unknown, name: string): unknown {
  if (isTree(value)) return value[name]
  if (!Array.isArray(value)) return undefined
  const found = value.map(entry => step(entry, name)).filter(entry => entry !== undefined)
  return found.length > 0 ? found : undefined
}

/** A copy of the record with another value at the path; the record itself stays as it is. */
export function withValue<T extends object>(record: T, path: string, value: unknown): T {
  const [name = '', ...rest] = path.split('.')
  const inner = (record as Tree)[name]
  const next = rest.length === 0 ? value : withValue(isTree(inner) ? inner : {}, rest.join('.'), value)
  return { ...record, [name]: next }
}
