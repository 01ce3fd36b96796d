import { csrfToken, locale, Problem, urlOf, type Call } from '@crm/shell'
import { typeOf } from './files'

/**
 * Sends a file as the body of a POST and tells how much of it has left, 0 to 1. Not by fetch: that does not tell.
 * @throws Problem when the server refuses or cannot be reached
 */
export function upload<T>(
  path: string,
  query: Call['query'],
  file: File,
  told: (share: number) => void,
  offline: string
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', urlOf(path, query))
    request.setRequestHeader('Content-Type', typeOf(file))
    request.setRequestHeader('Accept', 'application/json')
    request.setRequestHeader('Accept-Language', locale.value)
    request.setRequestHeader('X-CSRF-Token', csrfToken() ?? '')
    request.upload.onprogress = event => told(event.total === 0 ? 1 : event.loaded / event.total)
    request.onerror = () => reject(new Problem(0, offline))
    request.onload = () => {
      const answer = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(answer as T)
      else reject(Problem.of(request.status, answer, `${request.status} ${request.statusText}`))
    }
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A proxy's error page, for one; the status line has to do.
    return undefined
  }
}
