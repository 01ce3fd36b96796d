import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type WritableComputedRef } from 'vue'
import { runBulk } from '@crm/shell'
import type { BulkAction } from './bulk-action'

/** What a list asks its server, parameter by parameter. */
type Asked = Record<string, string>

interface List<T> {
  path: () => string
  asked: () => Asked
  rows: () => T[]
  total: () => number | undefined
  nameOf: (row: T) => string
  after: () => void
}

interface Selection {
  /** The keys of the selected rows. */
  selected: WritableComputedRef<string[]>
  /** Whether not rows are meant but all that match, on whatever page. */
  everything: Ref<boolean>
  /** How many records an action would be about. */
  count: ComputedRef<number>
  /** How many match, once the whole page is selected and there are more. */
  matching: ComputedRef<number | undefined>
  clear: () => void
  run: (action: BulkAction) => Promise<void>
}

/** Which rows of a list are selected, over all its pages, and what is done to them. */
export function useBulk<T extends { id: string }>(list: List<T>): Selection {
  const picked = shallowRef(new Map<string, T>())
  const everything = ref(false)

  function clear() {
    picked.value = new Map()
    everything.value = false
  }
  watch(list.asked, clear)

  const selected = computed({
    get: () => [...picked.value.keys()],
    set(keys) {
      const known = new Map([...picked.value, ...list.rows().map(row => [row.id, row] as const)])
      picked.value = new Map(keys.flatMap(key => (known.has(key) ? [[key, known.get(key)!]] : [])))
      everything.value = false
    }
  })
  const count = computed(() => (everything.value ? (list.total() ?? 0) : picked.value.size))
  const matching = computed(() => {
    const rows = list.rows()
    const total = list.total()
    const whole = rows.length > 0 && rows.every(row => picked.value.has(row.id))
    return whole && total !== undefined && total > picked.value.size ? total : undefined
  })

  async function run(action: BulkAction) {
    const rows = picked.value
    // The order makes no difference to what is done.
    const { q, filter, tz, ...query } = list.asked()
    delete query.sort
    const wanted = { ...(q ? { q } : {}), ...(filter ? { filter } : {}), ...(tz ? { tz } : {}), expected: count.value }
    const records = everything.value ? wanted : { ids: [...rows.keys()] }
    clear()
    await runBulk({
      title: action.label,
      path: list.path(),
      query,
      body: { action: action.name, ...records, ...(action.patch ? { patch: action.patch } : {}) },
      nameOf: id => {
        const row = rows.get(id)
        return row && list.nameOf(row)
      },
      after: list.after
    })
  }

  return { selected, everything, count, matching, clear, run }
}
