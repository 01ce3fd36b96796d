import { type Field, localized, type Money, nameOfRecord, useFormat } from '@crm/shell'

type Translate = (key: string) => string

const isMoney = (value: unknown): value is Money => typeof value === 'object' && value !== null && 'amount' in value

function choice(field: Field, code: string): string {
  const found = field.choices?.find(one => one.code === code)
  return found ? localized(found.label) : code
}

/** The text people read for a field's value; empty where there is none. Values of other shapes are shown as they are. */
export function shownValue(field: Pick<Field, 'fieldType' | 'choices' | 'reference'>, value: unknown, t: Translate): string {
  if (value === undefined || value === null || value === '') return ''
  const format = useFormat().value
  const text = typeof value === 'object' ? '' : String(value)
  switch (field.fieldType) {
    case 'number':
      return format.number(text)
    case 'money':
      return isMoney(value) ? format.money(value) : text
    case 'date':
      return format.day(text)
    case 'instant':
      return format.dateTime(text)
    case 'boolean':
      return value === true ? t('shell.yes') : t('shell.no')
    case 'reference':
      return (Array.isArray(value) ? value : [text]).map(id => nameOfRecord(field.reference, String(id))).join(', ')
    case 'choice':
      return choice(field as Field, text)
    case 'choices':
      return (Array.isArray(value) ? value : [text]).map(code => choice(field as Field, String(code))).join(', ')
    default:
      return Array.isArray(value) ? value.map(String).join(', ') : text || JSON.stringify(value)
  }
}
