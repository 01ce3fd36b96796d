import { ref, watch, type Ref } from 'vue'
import { session } from './session'
import { store, stored } from './storage'

/**
 * A value that this browser remembers for the user who is signed in, as JSON under `crm.<user>.<key>`.
 * What cannot be read, or is refused by `valid`, counts as never stored.
 */
export function useRemembered<T>(key: () => string, initial: T, valid: (value: unknown) => value is T): Ref<T> {
  const place = () => `crm.${session.me?.name ?? ''}.${key()}`
  const value = ref(read(place(), initial, valid)) as Ref<T>
  watch(place, next => {
    value.value = read(next, initial, valid)
  })
  watch(value, next => store(place(), JSON.stringify(next)), { deep: true })
  return value
}

function read<T>(place: string, initial: T, valid: (value: unknown) => value is T): T {
  const text = stored(place)
  if (text === null) return initial
  try {
    const value: unknown = JSON.parse(text)
    return valid(value) ? value : initial
  } catch {
    return initial
  }
}
