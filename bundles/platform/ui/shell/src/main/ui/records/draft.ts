import { computed, reactive, ref, watch, type Ref } from 'vue'
import { type Field, useCatalog, useSaving, valueAt, withValue } from '@crm/shell'
import { mistakeIn } from './check'
import { changeOf, partsOf, valueOf } from './parts'

type Values = Record<string, unknown>

/** What a module's form is made of. */
export interface DraftForm {
  /** Whether the form is open; it begins anew whenever it opens. */
  open: Ref<boolean>
  /** The record that is changed; undefined for a new one. */
  before?: () => object | undefined
  /** What a new record begins with. */
  fresh?: () => object
  /** Which fields the form shows of those that can be written; all without it. What it hides is not sent. */
  shows?: (field: Field, record: Values) => boolean
  /** What is wrong beyond the rules of the catalogue, by the code of the field that tells it. */
  mistakes?: (record: Values) => Record<string, string | undefined>
  /** Places within the controls of the module's own that show errors of the server: `lines[0].product`. */
  places?: () => string[]
}

/** A record while it is entered or changed. */
export interface RecordDraft {
  /** The record type. */
  readonly type: string
  /** The fields shown, in the order of the catalogue. */
  readonly fields: Field[]
  /** Whether the catalogue has been read. */
  readonly ready: boolean
  readonly unread: unknown
  readonly record: Values
  readonly busy: boolean
  /** What the server refused and no field can tell. */
  readonly failure: string
  /** What is wrong with a field, by its code, or with another place; empty for nothing. */
  errorOf: (place: string) => string
  /** Puts another value at a path. */
  enter: (path: string, value: unknown) => void
  /**
   * Sends the body of a POST or, where there was a record before, a merge patch of what changed.
   * Answers undefined where nothing was sent or the server refused: the form tells why.
   */
  save: <R>(send: (body: Values) => Promise<R>) => Promise<R | undefined>
}

/** The values of a form that the catalogue of fields describes, from its start to what is sent. */
export function useRecordDraft(type: string, form: DraftForm): RecordDraft {
  // Forms that nobody has opened ask for nothing.
  const begun = ref(false)
  const catalog = useCatalog(() => (begun.value ? type : ''))
  const record = ref<Values>({})
  const tried = ref(false)
  const { errors, failure, busy, begin: forget, send: sendOnce } = useSaving()
  // What somebody else changes meanwhile is not what the user has changed.
  let before: object | undefined
  const fields = computed(() =>
    catalog.fields.value.filter(field => !field.readOnly && (form.shows?.(field, record.value) ?? true))
  )
  const mistakes = computed(() => {
    const own = form.mistakes?.(record.value) ?? {}
    const found = fields.value
      // What is wrong within one of several addresses is told by whoever shows that one.
      .filter(field => !field.many || !field.code.includes('.'))
      .map(field => [field.code, own[field.code] || mistakeIn(field, valueAt(record.value, field.code))] as const)
    return new Map([...Object.entries(own), ...found])
  })

  function begin() {
    begun.value = true
    before = form.before?.()
    record.value = { ...(before ?? form.fresh?.()) }
    tried.value = false
    forget()
  }
  watch(form.open, shown => shown && begin(), { immediate: true })

  function body(): Values {
    return partsOf(fields.value).reduce<Values>((sent, part) => {
      const value = valueOf(part, record.value)
      const old = before && valueOf(part, before)
      if (JSON.stringify(value) === JSON.stringify(old)) return sent
      return withValue(sent, part.path, before ? changeOf(old, value) : value)
    }, {})
  }

  async function save<R>(send: (body: Values) => Promise<R>): Promise<R | undefined> {
    forget()
    tried.value = true
    if (fields.value.length === 0 || [...mistakes.value.values()].some(Boolean)) return undefined
    const places = [...(form.places?.() ?? []), ...fields.value.map(field => field.code)]
    return sendOnce(places, () => send(body()))
  }

  return reactive({
    type,
    fields,
    ready: catalog.ready,
    unread: catalog.failure,
    record,
    busy,
    failure,
    errorOf: (place: string) => (tried.value && mistakes.value.get(place)) || errors.of(place) || '',
    enter: (path: string, value: unknown) => void (record.value = withValue(record.value, path, value)),
    save
  })
}
