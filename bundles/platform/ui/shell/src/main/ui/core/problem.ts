/** One refused value of a request, as RFC 9457 documents of our server list them. */
export interface FieldError {
  field: string
  code: string
  message: string
}

/** A request that the server refused, or that did not reach it (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly errors: FieldError[] = []
  ) {
    super(message)
    this.name = 'Problem'
  }

  static of(status: number, document: unknown, fallback: string): Problem {
    const body = (document ?? {}) as { title?: unknown; detail?: unknown; errors?: unknown }
    const text = [body.detail, body.title].find(value => typeof value === 'string' && value !== '')
    const errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : []
    return new Problem(status, (text as string | undefined) ?? fallback, errors)
  }
}
