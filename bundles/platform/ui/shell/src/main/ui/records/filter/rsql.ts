// The filter language of the lists (RSQL), as far as pages have to read and write it. The server decides what is valid.

/** One comparison: `stage=in=(lead,customer)`. */
export interface Condition {
  field: string
  operator: string
  values: string[]
}

/** Conditions and groups that hold all together (`and`), or at least one (`or`). */
export interface Group {
  join: 'and' | 'or'
  parts: (Condition | Group)[]
}

export const isGroup = (part: Condition | Group): part is Group => 'parts' in part

/** A text that is no filter; `at` counts characters from 0. */
export class FilterSyntaxError extends Error {
  constructor(readonly at: number) {
    super(`not a filter, from character ${at + 1}`)
    this.name = 'FilterSyntaxError'
  }
}

const PLAIN = /^[^\s"'();,=<>!~]+$/
const quoted = (value: string) => (PLAIN.test(value) ? value : `"${value.replace(/[\\"]/g, '\\$&')}"`)

function textOf(condition: Condition): string {
  const values = condition.values.map(quoted)
  return condition.field + condition.operator + (values.length === 1 ? values[0] : `(${values.join(',')})`)
}

/** Writes a filter; empty for a group without conditions. */
export function write(group: Group): string {
  return group.parts
    .map(part => (isGroup(part) ? nested(part, group.join) : textOf(part)))
    .filter(text => text !== '')
    .join(group.join === 'and' ? ';' : ',')
}

function nested(group: Group, outer: Group['join']): string {
  const text = write(group)
  return text !== '' && group.parts.length > 1 && group.join !== outer ? `(${text})` : text
}

const SELECTOR = /[^\s"'();,=<>!~]+/y
const OPERATOR = /=[a-z]+=|==|!=|<=|>=|<|>/y
const BARE = /[^\s"'();,=<>!~]+/y
const QUOTED = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/y
const AND = /\s*;\s*|\s+and\s+/y
const OR = /\s*,\s*|\s+or\s+/y

/** Reads a filter; `,` binds less than `;`. @throws FilterSyntaxError */
export function parse(text: string): Group {
  let at = 0

  function take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }

  function demand(pattern: RegExp): RegExpExecArray {
    const found = take(pattern)
    if (!found) throw new FilterSyntaxError(at)
    return found
  }

  function series(join: Group['join'], separator: RegExp, part: () => Condition | Group): Condition | Group {
    const parts = [part()]
    while (take(separator)) parts.push(part())
    return parts.length === 1 ? parts[0]! : { join, parts }
  }

  const either = (): Condition | Group => series('or', OR, all)
  const all = (): Condition | Group => series('and', AND, constraint)

  function constraint(): Condition | Group {
    take(/\s*/y)
    if (!take(/\(/y)) return comparison()
    const inner = either()
    demand(/\s*\)/y)
    return inner
  }

  function comparison(): Condition {
    const field = demand(SELECTOR)[0]
    take(/\s*/y)
    const operator = demand(OPERATOR)[0]
    take(/\s*/y)
    return { field, operator, values: take(/\(/y) ? list() : [value()] }
  }

  function list(): string[] {
    const values: string[] = []
    do {
      take(/\s*/y)
      values.push(value())
      take(/\s*/y)
    } while (take(/,/y))
    demand(/\)/y)
    return values
  }

  function value(): string {
    const literal = take(QUOTED)
    if (literal) return (literal[1] ?? literal[2] ?? '').replace(/\\(.)/g, '$1')
    return demand(BARE)[0]
  }

  if (text.trim() === '') return { join: 'and', parts: [] }
  const whole = either()
  take(/\s*/y)
  if (at < text.length) throw new FilterSyntaxError(at)
  return isGroup(whole) ? whole : { join: 'and', parts: [whole] }
}

/** Whether a builder of groups one level deep can show the filter. */
export const isFlat = (filter: Group): boolean =>
  filter.parts.every(part => !isGroup(part) || part.parts.every(inner => !isGroup(inner)))

/** How many conditions there are, those in groups included. */
export const size = (filter: Group): number =>
  filter.parts.reduce((sum, part) => sum + (isGroup(part) ? size(part) : 1), 0)
