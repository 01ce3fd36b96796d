import { type Field, valueAt } from '@crm/shell'

const DECIMAL = /^-?\d+(\.\d+)?$/

/** What is wrong with a value before the server is asked: a message key, or undefined. */
export function mistakeIn(field: Field, value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return field.required ? 'shell.form.required' : undefined
  const digits = field.fieldType === 'money' ? valueAt(value, 'amount') : value
  const decimal = field.fieldType === 'money' || field.fieldType === 'number'
  return decimal && !DECIMAL.test(String(digits)) ? 'shell.form.noNumber' : undefined
}

/** True where every field that a form shows can be sent. */
export const isSendable = (fields: Field[], record: object): boolean =>
  fields.every(field => field.readOnly || mistakeIn(field, valueAt(record, field.code)) === undefined)
