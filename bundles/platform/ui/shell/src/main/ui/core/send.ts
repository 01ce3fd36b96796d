import { locale } from './locale'

/** How a request is made; `query` leaves out what is undefined or empty. */
export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  query?: Record<string, string | number | boolean | undefined>
  body?: unknown
  /** A file, sent as it is in place of a JSON body. */
  file?: Blob
  /** Sent as If-Match, so that nobody's change is overwritten unseen. */
  version?: string | number
  /** The media type wanted; JSON without it. */
  accept?: string
  signal?: AbortSignal
}

/** The token that proves to the server that a write comes from our own page; absent without a session. */
export function csrfToken(): string | undefined {
  return /(?:^|; )crm-csrf=([^;]+)/.exec(document.cookie)?.[1]
}

export function urlOf(path: string, query: Call['query'] = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return '/crm/api/' + path + (search.size > 0 ? '?' + search : '')
}

export function headersOf(call: Call): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: call.accept ?? 'application/json',
    'Accept-Language': locale.value
  }
  const method = call.method ?? 'GET'
  if (call.body !== undefined) {
    headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  }
  if (call.file !== undefined) headers['Content-Type'] = call.file.type || 'application/octet-stream'
  const token = csrfToken()
  if (token !== undefined && method !== 'GET') headers['X-CSRF-Token'] = token
  if (call.version !== undefined) headers['If-Match'] = `"${call.version}"`
  return headers
}

export function send(path: string, call: Call): Promise<Response> {
  return fetch(urlOf(path, call.query), {
    method: call.method ?? 'GET',
    headers: headersOf(call),
    body: call.file ?? (call.body === undefined ? null : JSON.stringify(call.body)),
    signal: call.signal ?? null
  })
}
