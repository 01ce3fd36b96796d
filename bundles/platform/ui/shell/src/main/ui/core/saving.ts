import { ref, type Ref } from 'vue'
import { useFieldErrors, type FieldErrors } from './fields'

/** A form's way to the server. */
export interface Saving {
  /** What the server refused, by field. */
  errors: FieldErrors
  /** What it refused and no field can tell; blank for nothing. */
  failure: Ref<string>
  /** Whether something is under way; nothing else is sent meanwhile. */
  busy: Ref<boolean>
  /** Forgets what was wrong, as when the form opens. */
  begin: () => void
  /**
   * Does the work, unless some is under way. Answers undefined where that was so or the server refused: what it named of
   * `places` stands in `errors` then, the rest in `failure`.
   */
  send: <R>(places: string[], work: () => Promise<R>) => Promise<R | undefined>
}

export function useSaving(): Saving {
  const errors = useFieldErrors()
  const failure = ref('')
  const busy = ref(false)

  function begin() {
    failure.value = ''
    errors.clear()
  }

  async function send<R>(places: string[], work: () => Promise<R>): Promise<R | undefined> {
    if (busy.value) return undefined
    busy.value = true
    failure.value = ''
    try {
      return await work()
    } catch (problem) {
      failure.value = errors.take(problem, places)
      return undefined
    } finally {
      busy.value = false
    }
  }

  return { errors, failure, busy, begin, send }
}
