import { computed, onScopeDispose, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { api, type Call } from './http'

/** A part of a list as the server answers it; `next` leads to the part after it. */
export interface Page<T> {
  items: T[]
  next?: string
  total?: number
}

interface Keyset<T> {
  items: ShallowRef<T[]>
  total: Ref<number | undefined>
  busy: Ref<boolean>
  failure: Ref<unknown>
  hasNext: ComputedRef<boolean>
  hasPrevious: ComputedRef<boolean>
  next: () => void
  previous: () => void
  /** Reads the page shown once more. */
  reload: () => Promise<void>
}

/**
 * A list read by key-set paging. It starts over when the query changes. Cursors lead forward only, so the
 * way back is the trail of cursors that led here.
 */
export function useKeyset<T>(path: () => string, query: () => Call['query'] = () => ({}), limit = 50): Keyset<T> {
  const items = shallowRef<T[]>([])
  const total = ref<number>()
  const busy = ref(false)
  const failure = shallowRef<unknown>()
  const trail = shallowRef<(string | undefined)[]>([undefined])
  const following = ref<string>()
  let running: AbortController | undefined

  async function reload() {
    running?.abort()
    const mine = (running = new AbortController())
    busy.value = true
    try {
      const call = { query: { ...query(), limit, after: trail.value.at(-1) }, signal: mine.signal }
      const page = await api<Page<T>>(path(), call)
      if (mine.signal.aborted) return
      items.value = page.items
      following.value = page.next
      // The server counts only where asked, on the first page; the count holds for the others.
      if (page.total !== undefined) total.value = page.total
      failure.value = undefined
    } catch (problem) {
      if (mine.signal.aborted) return
      failure.value = problem
    } finally {
      if (running === mine) busy.value = false
    }
  }

  watch(
    () => JSON.stringify([path(), query()]),
    () => {
      trail.value = [undefined]
      total.value = undefined
      void reload()
    },
    { immediate: true }
  )
  onScopeDispose(() => running?.abort())

  return {
    items,
    total,
    busy,
    failure,
    hasNext: computed(() => following.value !== undefined),
    hasPrevious: computed(() => trail.value.length > 1),
    next() {
      if (following.value === undefined) return
      trail.value = [...trail.value, following.value]
      void reload()
    },
    previous() {
      if (trail.value.length === 1) return
      trail.value = trail.value.slice(0, -1)
      void reload()
    },
    reload
  }
}
