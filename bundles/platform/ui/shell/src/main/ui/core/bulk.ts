import { api, type Call } from './http'
import { i18n } from './locale'
import type { Page } from './keyset'
import { Problem } from './problem'
import { startTask, type LeftRecords, type Task } from './tasks'

type State = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED'

/** A change of many records as the server tells of it. */
export interface BulkJob {
  id: string
  type: string
  action: string
  state: State
  total: number
  read: number
  changed: number
  rejected: number
  /** 0 to 1. */
  progress: number
  createdBy: string
  error?: { message: string }
  undoable?: boolean
  undo?: { state: State; records: number; reverted: number; conflicts: number }
}

interface Bulk {
  title: string
  /** The list below `/crm/api/`. */
  path: string
  /** Parameters of the list that stand in its address. */
  query?: Call['query']
  /** The action, and `ids`, or `q` and `filter` with the number `expected`. */
  body: Record<string, unknown>
  /** What people call a record, as far as the page knows it. */
  nameOf?: (id: string) => string | undefined
  /** Called when all is done, and again after an undo. */
  after: () => void
}

/** A record that a job left as it is. */
export interface LeftRecord {
  recordId: string
  message: string
}

const POLL = 1000
const MOST_FAILURES = 50
const JOBS = 'platform/v1/bulk-changes/'
const t = (key: string, values: Record<string, unknown> = {}) => i18n.global.t(key, values)
const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const isRunning = (state: State | undefined) => state === 'QUEUED' || state === 'RUNNING'

export const isBulkOver = (job: BulkJob): boolean => !isRunning(job.state) && !isRunning(job.undo?.state)

/** What a change of many records has left as it is, and what its undo has. */
export function leftBy({ id, type, rejected, undo }: BulkJob): LeftRecords[] {
  const lists = [
    { what: 'rejects' as const, count: rejected },
    { what: 'conflicts' as const, count: undo?.conflicts ?? 0 }
  ]
  return lists.filter(list => list.count > 0).map(list => ({ ...list, path: `${JOBS}${id}/${list.what}`, type }))
}

/** Does the same to many records, on the server: leaving the page does not stop it. Tells progress, and sums up. */
export async function runBulk(bulk: Bulk): Promise<Task> {
  const task = startTask(bulk.title)
  await told(task, async () => {
    const call = { method: 'POST' as const, query: bulk.query ?? {}, body: bulk.body }
    const job = await api<BulkJob>(`${bulk.path}/bulk`, call)
    task.job = job.id
    task.cancel = () => void api(JOBS + job.id, { method: 'DELETE' })
    const end = await followed(task, job, now => [now.read, now.total, now.progress])
    task.failures.push(...(end.error ? [end.error.message] : []))
    if (end.rejected > 0) task.failures.push(...(await left(`${JOBS}${job.id}/rejects`, end.rejected, bulk.nameOf)))
    task.left = leftBy(end)
    const failed = end.state === 'FAILED' || task.failures.length > 0
    task.state = end.state === 'CANCELLED' ? 'cancelled' : failed ? 'failed' : 'done'
    task.note = t('shell.tasks.sum', { done: end.read - end.rejected, failed: end.rejected })
    if (end.undoable) task.undo = () => void undoBulk(task, end.id, bulk)
  })
  bulk.after()
  return task
}

/** Takes a change of many records back. */
export async function undoBulk(undone: Pick<Task, 'title' | 'undo'>, id: string, bulk: Pick<Bulk, 'after' | 'nameOf'>) {
  undone.undo = undefined
  const task = startTask(t('shell.tasks.undoOf', { title: undone.title }))
  await told(task, async () => {
    const job = await api<BulkJob>(`${JOBS}${id}/undo`, { method: 'POST' })
    task.job = id
    const end = await followed(task, job, ({ undo }) => {
      const done = (undo?.reverted ?? 0) + (undo?.conflicts ?? 0)
      const total = undo?.records ?? 0
      return [done, total, total > 0 ? done / total : 0]
    })
    const conflicts = end.undo?.conflicts ?? 0
    if (conflicts > 0) task.failures.push(...(await left(`${JOBS}${id}/conflicts`, conflicts, bulk.nameOf)))
    task.left = leftBy(end).filter(list => list.what === 'conflicts')
    task.state = end.undo?.state === 'DONE' && conflicts === 0 ? 'done' : 'failed'
    task.note = t('shell.tasks.sum', { done: end.undo?.reverted ?? 0, failed: conflicts })
  })
  bulk.after()
}

// A refusal ends the task; whatever else went wrong is a mistake of ours.
async function told(task: Task, work: () => Promise<void>) {
  task.server = true
  try {
    await work()
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    task.state = 'failed'
    task.failures.push(failure.message, ...failure.errors.map(error => error.message))
  } finally {
    task.cancel = undefined
  }
}

async function followed(task: Task, job: BulkJob, far: (job: BulkJob) => [number, number, number]): Promise<BulkJob> {
  let now = job
  for (;;) {
    const [done, total, progress] = far(now)
    task.progress = progress
    task.note = t('shell.tasks.of', { done, total })
    if (isBulkOver(now)) return now
    await pause(POLL)
    now = await api<BulkJob>(JOBS + job.id)
  }
}

async function left(path: string, count: number, nameOf: Bulk['nameOf']): Promise<string[]> {
  const page = await api<Page<LeftRecord>>(path, { query: { limit: MOST_FAILURES } })
  const lines = page.items.map(({ recordId, message }) => `${nameOf?.(recordId) ?? '#' + recordId}: ${message}`)
  return count > lines.length ? [...lines, t('shell.tasks.more', { n: count - lines.length })] : lines
}
