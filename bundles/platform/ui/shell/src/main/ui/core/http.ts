import { i18n } from './locale'
import { Problem } from './problem'
import { send, type Call } from './send'
import { signedInAgain } from './session'

export type { Call } from './send'

// A module that is being exchanged answers 503 for some seconds: wait it out before telling the user.
const PATIENCE = 10_000

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

async function answerTo(path: string, call: Call): Promise<Response> {
  const started = Date.now()
  const reads = (call.method ?? 'GET') === 'GET'
  for (;;) {
    const answer = await reach(path, call)
    if (answer.status === 401) {
      await signedInAgain()
    } else if (answer.status === 503 && reads && answer.headers.has('Retry-After')) {
      const seconds = Number(answer.headers.get('Retry-After')) || 1
      const wait = Math.min(Math.max(seconds, 0.5) * 1000, 3000)
      if (Date.now() - started + wait > PATIENCE) return answer
      await pause(wait)
    } else {
      return answer
    }
  }
}

async function reach(path: string, call: Call): Promise<Response> {
  try {
    return await send(path, call)
  } catch (failure) {
    if (call.signal?.aborted) throw failure
    throw new Problem(0, i18n.global.t('shell.failure.unreachable'))
  }
}

async function refuse(answer: Response): Promise<never> {
  if (answer.status === 503) throw new Problem(503, i18n.global.t('shell.failure.unavailable'))
  const document = await answer.json().catch(() => undefined)
  throw Problem.of(answer.status, document, i18n.global.t('shell.failure.status', { status: answer.status }))
}

/**
 * Calls our server, `path` beginning with the module: `api('customer/v1/customers', { query: { q } })`.
 * Asks for sign-in where needed and then goes on; waits out a short absence of the module.
 * @throws Problem when the server refuses
 */
export async function api<T>(path: string, call: Call = {}): Promise<T> {
  const answer = await answerTo(path, call)
  if (!answer.ok) return refuse(answer)
  const text = await answer.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

/** Fetches a file of the server; `told` hears how many bytes have come. @throws Problem when the server refuses */
export async function fetchFile(path: string, call: Call, told: (bytes: number) => void = () => {}): Promise<Blob> {
  const answer = await answerTo(path, call)
  if (!answer.ok) return refuse(answer)
  if (!answer.body) return answer.blob()
  let bytes = 0
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, onward) {
      bytes += chunk.byteLength
      told(bytes)
      onward.enqueue(chunk)
    }
  })
  try {
    // The browser keeps a large file on its disk, not in the memory of the page.
    return await new Response(answer.body.pipeThrough(counter)).blob()
  } catch (failure) {
    if (call.signal?.aborted) throw failure
    throw new Problem(0, i18n.global.t('shell.failure.unreachable'))
  }
}

/** Lets the browser save a file under a name. */
export function saveAs(file: Blob, name: string) {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/** Fetches a file of the server and lets the browser save it under the name. */
export async function download(path: string, name: string): Promise<void> {
  saveAs(await fetchFile(path, { accept: '*/*' }), name)
}
