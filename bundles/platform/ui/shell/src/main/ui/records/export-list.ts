import { type Call, fetchFile, i18n, Problem, saveAs, startTask } from '@crm/shell'

export const FORMATS = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ndjson: 'application/x-ndjson'
} as const

export type Format = keyof typeof FORMATS

const t = (key: string, values: Record<string, unknown> = {}) => i18n.global.t(key, values)
const megabytes = (bytes: number) =>
  new Intl.NumberFormat(i18n.global.locale.value, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(
    bytes / 1e6
  )

/** Fetches every row that the list's query matches as a file; tells in the notification area how far it is. */
export async function exportList(path: string, query: Call['query'], format: Format, name: string): Promise<void> {
  const stop = new AbortController()
  const task = startTask(t('shell.export.task', { name: `${name}.${format}` }), () => stop.abort())
  const told = (bytes: number) => {
    task.note = megabytes(bytes)
  }
  try {
    const file = await fetchFile(path, { query, accept: FORMATS[format], signal: stop.signal }, told)
    saveAs(file, `${name}.${format}`)
    task.state = 'done'
    task.note = t('shell.export.done', { size: megabytes(file.size) })
  } catch (failure) {
    if (stop.signal.aborted) task.state = 'cancelled'
    else if (failure instanceof Problem) {
      task.state = 'failed'
      task.failures.push(failure.status === 406 ? t('shell.export.unknown') : failure.message)
    } else throw failure
  } finally {
    task.cancel = undefined
  }
}
