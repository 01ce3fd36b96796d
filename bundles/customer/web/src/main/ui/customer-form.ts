import type { Field } from '@crm/shell'
import type { Customer } from './model'

const PERSONAL = ['sex', 'birthday.date', 'position', 'education', 'occupation', 'preferences']
const BUSINESS = ['industry', 'source', 'size', 'registrationNumber']

/** Whether the form of a customer of this kind has the field. */
export const isShown = (field: Field, { kind }: { kind?: unknown }): boolean =>
  !(kind === 'person' ? BUSINESS : PERSONAL).includes(field.code)

/** The body with what only people have taken away, where a person becomes something else. */
export function withoutPerson(body: Record<string, unknown>, before: Customer | undefined): Record<string, unknown> {
  if (before?.kind !== 'person' || body.kind === undefined) return body
  return { ...body, ...Object.fromEntries(PERSONAL.map(code => [code.split('.')[0], null])) }
}
