import { computed, shallowReactive, watch, type ComputedRef } from 'vue'
import { api } from './http'
import { locale } from './locale'
import { Problem } from './problem'
import type { Page } from './keyset'

export type FieldType =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'date'
  | 'instant'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'reference'

/** A text in the languages of the pages. */
export interface Localized {
  en: string
  zh: string
}

export interface FieldChoice {
  code: string
  label: Localized
  retired?: boolean
}

/** A field of a record type, as `GET /fields` tells of it. */
export interface Field {
  type: string
  /** Its name on the wire; a custom field's begins with `custom.`. */
  code: string
  fieldType: FieldType
  label: Localized
  help?: Localized
  section?: Localized
  required?: boolean
  unique?: boolean
  maxLength?: number
  min?: string | number
  max?: string | number
  readOnly?: boolean
  filterable?: boolean
  sortable?: boolean
  listed?: boolean
  personal?: boolean
  choices?: FieldChoice[]
  /** The type of the records that a reference points to. */
  reference?: string
  /** A record has a list of such values; that of a nested field is a list of what the field lies in. */
  many?: boolean
  custom?: boolean
  id?: string
  version?: number
  indexed?: boolean
  ordinal?: number
  indexing?: boolean
  /** Value of a new record that gives none, as a cell of a file. */
  standard?: string
  retired?: boolean
}

interface Entry {
  fields: Field[]
  /** When it was read; 0 before. */
  at: number
  failure?: unknown
}

// Definitions change seldom, but a new field should be seen without a reload of the page.
const FRESH = 30_000
const entries = shallowReactive<Record<string, Entry>>({})
const running = new Map<string, Promise<void>>()

async function read(type: string) {
  try {
    const page = await api<Page<Field>>('platform/v1/fields', { query: { type } })
    entries[type] = { fields: page.items, at: Date.now() }
  } catch (failure) {
    // Without a catalogue the pages show what they know by themselves; the reason is kept for those who ask.
    if (!(failure instanceof Problem)) throw failure
    entries[type] = { fields: entries[type]?.fields ?? [], at: Date.now(), failure }
  } finally {
    running.delete(type)
  }
}

/** Reads the fields of a type anew, as after a definition was changed. */
export function reloadCatalog(type: string): Promise<void> {
  const known = running.get(type)
  if (known) return known
  const reading = read(type)
  running.set(type, reading)
  return reading
}

/** Forgets every catalogue that was read. */
export function forgetCatalogs() {
  for (const type of Object.keys(entries)) delete entries[type]
}

interface Catalog {
  /** The fields in force, in the order forms show them; empty until read, and where the server has no catalogue. */
  fields: ComputedRef<Field[]>
  ready: ComputedRef<boolean>
  failure: ComputedRef<unknown>
}

/** What the server tells of the fields of a record type, custom ones included. */
export function useCatalog(type: () => string): Catalog {
  watch(
    type,
    name => {
      if (name && Date.now() - (entries[name]?.at ?? 0) > FRESH) void reloadCatalog(name)
    },
    { immediate: true }
  )
  return {
    fields: computed(() => (entries[type()]?.fields ?? []).filter(field => !field.retired)),
    ready: computed(() => entries[type()] !== undefined),
    failure: computed(() => entries[type()]?.failure)
  }
}

/** The text in the language of the pages. */
export function localized(text: Localized | undefined): string {
  if (!text) return ''
  return (locale.value === 'zh-CN' ? text.zh : text.en) || text.en || text.zh
}
