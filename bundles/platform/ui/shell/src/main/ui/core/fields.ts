import { reactive } from 'vue'
import { Problem } from './problem'

interface FieldErrors {
  /** The server's message for a field of the form, or undefined. */
  of: (field: string) => string | undefined
  clear: () => void
  /** Takes a refusal apart: errors of `known` fields go to their fields; the rest is answered as one text. */
  take: (failure: unknown, known: string[]) => string
}

/** What the server found wrong with a form's values. A field `phones` also shows errors of `phones[0]`. */
export function useFieldErrors(): FieldErrors {
  const messages = reactive<Record<string, string>>({})

  function clear() {
    for (const field of Object.keys(messages)) delete messages[field]
  }

  function take(failure: unknown, known: string[]): string {
    clear()
    if (!(failure instanceof Problem)) throw failure
    const others: string[] = []
    for (const error of failure.errors) {
      const field = known.find(
        name => error.field === name || error.field.startsWith(name + '[') || error.field.startsWith(name + '.')
      )
      if (field) messages[field] = messages[field] ? `${messages[field]} ${error.message}` : error.message
      else others.push(`${error.field}: ${error.message}`)
    }
    const allPlaced = failure.errors.length > 0 && others.length === 0
    return allPlaced ? '' : [failure.message, ...others].join(' – ')
  }

  return { of: field => messages[field], clear, take }
}
