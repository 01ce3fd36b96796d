import { computed, type ComputedRef } from 'vue'
import { type Column, type Field, localized, useRemembered } from '@crm/shell'

/** A column of a record list: a module's own one, or a field of the catalogue. */
export interface RecordColumn extends Column {
  /** The field of the catalogue behind a column that no module draws. */
  field?: Field
  /** Shown from the start; the others have to be chosen. */
  standard?: boolean
}

interface Chosen {
  /** Every column there is, the module's own first. */
  all: ComputedRef<RecordColumn[]>
  /** The columns shown, in order. */
  shown: ComputedRef<RecordColumn[]>
  /** Shows these columns, in this order; an empty list is what the module starts with. */
  choose: (keys: string[]) => void
}

const isKeys = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(key => typeof key === 'string')
const RIGHT = ['number', 'money']

function columnOf(field: Field): RecordColumn {
  return {
    key: field.code,
    label: localized(field.label),
    field,
    wideOnly: true,
    // What the enterprise has added and wants to see; a module's own list is made of the module's own fields.
    standard: (field.custom && field.listed) ?? false,
    ...(field.sortable ? { sort: field.code } : {}),
    ...(RIGHT.includes(field.fieldType) ? { align: 'right' as const } : {})
  }
}

/** The columns of a list: the module's, and one for each further field that lists have; the choice is remembered. */
export function useRecordColumns(type: () => string, own: () => Column[], fields: () => Field[]): Chosen {
  const keys = useRemembered(() => `columns.${type()}`, [] as string[], isKeys)
  const all = computed<RecordColumn[]>(() => {
    const known = new Set(own().flatMap(column => [column.key, ...(column.covers ?? [])]))
    const others = fields().filter(field => (field.listed || field.custom) && !known.has(field.code))
    const sortable = new Set(fields().flatMap(field => (field.sortable ? [field.code] : [])))
    const ours = own().map(column => {
      const sort = column.sort ?? [column.key, ...(column.covers ?? [])].find(code => sortable.has(code))
      return { ...column, standard: true, ...(sort ? { sort } : {}) }
    })
    return [...ours, ...others.map(columnOf)]
  })
  const shown = computed(() => {
    const chosen = keys.value.flatMap(key => all.value.find(column => column.key === key) ?? [])
    return chosen.length > 0 ? chosen : all.value.filter(column => column.standard)
  })
  return {
    all,
    shown,
    choose(next) {
      const standard = all.value.filter(column => column.standard).map(column => column.key)
      keys.value = next.join() === standard.join() ? [] : next
    }
  }
}
