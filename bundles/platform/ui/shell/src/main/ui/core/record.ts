import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue'
import { api, type Call } from './http'

interface Reading<T> {
  data: ShallowRef<T | undefined>
  failure: Ref<unknown>
  busy: Ref<boolean>
  reload: () => Promise<void>
}

/** One answer of the server, read again when its path or query changes; an undefined path reads nothing. */
export function useRecord<T>(path: () => string | undefined, query: () => Call['query'] = () => ({})): Reading<T> {
  const data = shallowRef<T>()
  const failure = shallowRef<unknown>()
  const busy = ref(false)
  let running: AbortController | undefined

  async function reload() {
    running?.abort()
    const target = path()
    if (target === undefined) return
    const mine = (running = new AbortController())
    busy.value = true
    try {
      const answer = await api<T>(target, { query: query(), signal: mine.signal })
      if (mine.signal.aborted) return
      data.value = answer
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
    () => void reload(),
    { immediate: true }
  )
  onScopeDispose(() => running?.abort())
  return { data, failure, busy, reload }
}
