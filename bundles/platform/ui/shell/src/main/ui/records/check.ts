import { type Field, i18n, valueAt } from '@crm/shell'

const DECIMAL = /^-?\d+(\.\d+)?$/
const t = (key: string, values: Record<string, unknown> = {}) => i18n.global.t('shell.form.' + key, values)

/** What is wrong with a value before the server is asked, in the language of the pages; undefined for nothing. */
export function mistakeIn(field: Field, value: unknown): string | undefined {
  if (isEmpty(value)) return field.required ? t('required') : undefined
  if (field.fieldType === 'number') return numberMistake(field, value)
  if (field.fieldType === 'money') return numberMistake(field, valueAt(value, 'amount'))
  const longest = Math.max(...[value].flat().map(text => String(text).trim().length))
  return field.maxLength !== undefined && longest > field.maxLength ? t('tooLong', { n: field.maxLength }) : undefined
}

/** Blank texts and empty lists are no values. */
export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) ? value.every(isEmpty) : String(value).trim() === '')

function numberMistake({ min, max }: Field, value: unknown): string | undefined {
  const digits = String(value).trim()
  if (!DECIMAL.test(digits)) return t('noNumber')
  // Close enough to tell people; the server compares exactly.
  if (min !== undefined && Number(digits) < Number(min)) return t('tooSmall', { min })
  return max !== undefined && Number(digits) > Number(max) ? t('tooLarge', { max }) : undefined
}
