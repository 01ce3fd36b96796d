import { reactive } from 'vue'
import { Problem } from './problem'

export interface FieldErrors {
  /** The server's message for a field of the form, or undefined. */
  of: (field: string) => string | undefined
  clear: () => void
  /** Takes a refusal apart: errors of `known` fields go to their fields; the rest is answered as one text. */
  take: (failure: unknown, known: string[]) => string
}

// `phones` also shows errors of `phones[0]`, and the first field of a birthday those of the birthday as a whole.
function placeOf(field: string, known: string[]): string | undefined {
  const within = (name: string) => field === name || field.startsWith(name + '[') || field.startsWith(name + '.')
  return known.find(within) ?? known.find(name => name.startsWith(field + '.'))
}

/** What the server found wrong with a form's values. */
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
      const field = placeOf(error.field, known)
      if (field) messages[field] = messages[field] ? `${messages[field]} ${error.message}` : error.message
      else others.push(`${error.field}: ${error.message}`)
    }
    const allPlaced = failure.errors.length > 0 && others.length === 0
    return allPlaced ? '' : [failure.message, ...others].join(' – ')
  }

  return { of: field => messages[field], clear, take }
}
