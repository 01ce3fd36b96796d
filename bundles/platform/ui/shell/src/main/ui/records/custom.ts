import { computed, ref, type ComputedRef, type Ref } from 'vue'
import { type Field, useCatalog } from '@crm/shell'
import { isSendable } from './check'

/** Values of custom fields by their code without the prefix. */
export type CustomValues = Record<string, unknown>

interface CustomDraft {
  /** The custom fields in force. */
  fields: ComputedRef<Field[]>
  /** Their codes with the prefix, as errors of the server name them. */
  codes: ComputedRef<string[]>
  record: Ref<{ custom: CustomValues }>
  /** Begins with what a record holds. */
  start: (custom: CustomValues | undefined) => void
  sendable: () => boolean
  /** What goes under `custom` into a POST or, with `patch`, a merge patch; undefined where nothing has to. */
  body: (patch: boolean) => CustomValues | undefined
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** The custom fields of a form that is otherwise a module's own. */
export function useCustomDraft(type: string): CustomDraft {
  // Forms that nobody has opened ask for nothing.
  const begun = ref(false)
  const catalog = useCatalog(() => (begun.value ? type : ''))
  const fields = computed(() => catalog.fields.value.filter(field => field.code.startsWith('custom.')))
  const record = ref({ custom: {} as CustomValues })
  let before: CustomValues = {}

  return {
    fields,
    codes: computed(() => fields.value.map(field => field.code)),
    record,
    start(custom) {
      begun.value = true
      before = custom ?? {}
      record.value = { custom: { ...before } }
    },
    sendable: () => isSendable(fields.value, record.value),
    body(patch) {
      const changed: CustomValues = {}
      for (const field of fields.value) {
        const code = field.code.slice('custom.'.length)
        const value = record.value.custom[code]
        if (field.readOnly || same(value, before[code])) continue
        if (value !== undefined) changed[code] = value
        else if (patch) changed[code] = null
      }
      return Object.keys(changed).length > 0 ? changed : undefined
    }
  }
}
