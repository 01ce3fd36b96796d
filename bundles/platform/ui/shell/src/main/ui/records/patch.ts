import { type Field, withValue } from '@crm/shell'
import { partsOf } from './parts'

type Values = Record<string, unknown>

/** Whether many records can be given the same value: not what tells them apart, nor what has to be known of each. */
export const canBeEdited = (field: Field): boolean =>
  !field.readOnly && !field.unique && !(field.many && (field.code.includes('.') || field.fieldType !== 'text'))

/** A merge patch that empties these fields too; an object goes as a whole once none of its fields is left. */
export function emptied(patch: Values, fields: Field[], codes: string[]): Values {
  const isEmptied = (field: Field) => codes.includes(field.code)
  return partsOf(fields).reduce((sum, part) => {
    if (part.fields.every(isEmptied)) return withValue(sum, part.path, null)
    return part.fields.filter(isEmptied).reduce((inner, field) => withValue(inner, field.code, null), sum)
  }, patch)
}
