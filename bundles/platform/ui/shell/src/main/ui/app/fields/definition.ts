import type { Field, FieldChoice, FieldType, Localized } from '@crm/shell'

export const FIELD_TYPES: FieldType[] = [
  'text',
  'long-text',
  'number',
  'money',
  'date',
  'instant',
  'boolean',
  'choice',
  'choices',
  'reference'
]

/** The record types that can have custom fields. */
export const RECORD_TYPES = ['customer', 'person', 'interaction', 'order'] as const

/** What the form of a custom field holds; numbers are text while they are typed. */
export interface FieldInput {
  code: string
  fieldType: FieldType
  label: Localized
  help: Localized
  section: Localized
  required: boolean
  unique: boolean
  listed: boolean
  personal: boolean
  indexed: boolean
  maxLength: string
  min: string
  max: string
  standard: string
  reference: string
  choices: FieldChoice[]
}

const NOTHING: Localized = { en: '', zh: '' }
const copy = (text: Localized | undefined): Localized => ({ ...NOTHING, ...text })
const textOf = (value: string | number | undefined) => (value === undefined ? '' : String(value))

/** The form's values for a field, or for a new one. */
export function inputOf(field?: Field): FieldInput {
  return {
    code: field?.code.replace(/^custom\./, '') ?? '',
    fieldType: field?.fieldType ?? 'text',
    label: copy(field?.label),
    help: copy(field?.help),
    section: copy(field?.section),
    required: field?.required ?? false,
    unique: field?.unique ?? false,
    listed: field?.listed ?? false,
    personal: field?.personal ?? false,
    indexed: field?.indexed ?? false,
    maxLength: textOf(field?.maxLength),
    min: textOf(field?.min),
    max: textOf(field?.max),
    standard: field?.standard ?? '',
    reference: field?.reference ?? '',
    choices: (field?.choices ?? []).map(choice => ({ ...choice, label: copy(choice.label) }))
  }
}

export const hasChoices = (type: FieldType): boolean => type === 'choice' || type === 'choices'
export const hasLength = (type: FieldType): boolean => type === 'text' || type === 'long-text'
export const hasRange = (type: FieldType): boolean => type === 'number' || type === 'money'
/** What can be told apart by one value can be unique. */
export const canBeUnique = (type: FieldType): boolean => ['text', 'number', 'date', 'reference'].includes(type)

/** A code from a label: `Credit rating` becomes `creditRating`; empty where the label has no Latin letters. */
export function codeFrom(label: string): string {
  const words = label
    .normalize('NFD')
    .replace(/[^\w\s-]/g, '')
    .split(/[\s_-]+/)
    .filter(word => word !== '')
  const joined = words
    .map((word, at) => (at === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1).toLowerCase()))
    .join('')
  return joined.replace(/^\d+/, '').slice(0, 40)
}

/** The body of a POST for a new field of a record type, or of a PATCH of `before`, in which an emptied value is null. */
export function bodyOf(input: FieldInput, type: string, before?: Field): Record<string, unknown> {
  const nothing = before ? null : undefined
  const kind = input.fieldType
  const text = (value: Localized) => {
    const trimmed = { en: value.en.trim(), zh: value.zh.trim() }
    return trimmed.en || trimmed.zh ? { en: trimmed.en || trimmed.zh, zh: trimmed.zh || trimmed.en } : nothing
  }
  const fixed = { type, code: input.code.trim(), fieldType: kind, reference: input.reference || undefined }
  return {
    ...(before ? {} : fixed),
    label: text(input.label),
    help: text(input.help),
    section: text(input.section),
    required: input.required,
    unique: input.unique && canBeUnique(kind),
    listed: input.listed,
    personal: input.personal,
    indexed: input.indexed,
    maxLength: hasLength(kind) && input.maxLength.trim() ? Number(input.maxLength) : nothing,
    min: hasRange(kind) && input.min.trim() ? input.min.trim() : nothing,
    max: hasRange(kind) && input.max.trim() ? input.max.trim() : nothing,
    standard: input.standard.trim() || nothing,
    ...(hasChoices(kind) ? { choices: input.choices.map(choice => ({ ...choice, label: text(choice.label) })) } : {})
  }
}
