import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'
import {
  api,
  i18n,
  isBulkOver,
  leftBy,
  Problem,
  session,
  tasks,
  undoBulk,
  useNews,
  type BulkJob,
  type Page,
  type Task
} from '@crm/shell'
import { conflictsOf, isOver, type ImportJob } from '../imports/model'

interface ServerTasks {
  /** This user's latest imports and changes of many records, as tasks. */
  shown: ComputedRef<Task[]>
  /** How many of them are under way. */
  active: ComputedRef<number>
  look: () => Promise<void>
}

const POLL = 3000
const STATES = { QUEUED: 'running', RUNNING: 'running', DONE: 'done', FAILED: 'failed', CANCELLED: 'cancelled' } as const
const t = (key: string, values: Record<string, unknown> = {}) => i18n.global.t(key, values)

// What runs on the server has no number of our own, and is looked at rather than told of.
function importTask(job: ImportJob): Task {
  const counts = (['created', 'updated', 'rejected'] as const).filter(name => job[name] > 0)
  return {
    id: -Number(job.id),
    title: t('shell.tasks.import', { name: job.fileName ?? '#' + job.id }),
    state: STATES[job.state],
    progress: job.progress,
    note: counts.map(name => t('shell.imports.' + name, { n: job[name] })).join(', '),
    failures: job.error ? [job.error.message] : [],
    left: conflictsOf(job),
    cancel: undefined,
    undo: undefined
  }
}

function bulkTask(job: BulkJob, look: () => void): Task {
  const title = t('shell.tasks.bulkOf', { action: t('shell.tasks.bulk.' + job.action), n: job.total })
  const running = !isBulkOver(job)
  const stop = async () => {
    await api(`platform/v1/bulk-changes/${job.id}`, { method: 'DELETE' })
    look()
  }
  const task: Task = {
    id: -Number(job.id),
    title,
    state: running ? 'running' : STATES[job.state],
    progress: job.progress,
    note: running
      ? t('shell.tasks.of', { done: job.read, total: job.total })
      : t('shell.tasks.sum', { done: job.read - job.rejected, failed: job.rejected }),
    failures: job.error ? [job.error.message] : [],
    left: leftBy(job),
    cancel: running && !job.undo ? () => void stop() : undefined,
    undo: undefined
  }
  if (job.undoable && !running) task.undo = () => void undoBulk(task, job.id, { after: look })
  return task
}

// Who may not see jobs of a kind has none.
async function mine<T extends { createdBy: string }>(path: string): Promise<T[]> {
  try {
    const page = await api<Page<T>>(path, { query: { limit: 5 } })
    return page.items.filter(job => job.createdBy === session.me?.name)
  } catch (failure) {
    if (!(failure instanceof Problem)) throw failure
    return []
  }
}

/** Follows the jobs of the user who is signed in, as long as one is under way or somebody looks. */
export function followJobs(): ServerTasks {
  const imports = shallowRef<ImportJob[]>([])
  const changes = shallowRef<BulkJob[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined
  // What this window has started tells of itself.
  const elsewhere = computed(() => changes.value.filter(job => !tasks.some(task => task.job === job.id)))

  async function look() {
    clearTimeout(timer)
    ;[imports.value, changes.value] = await Promise.all([
      mine<ImportJob>('platform/v1/imports'),
      mine<BulkJob>('platform/v1/bulk-changes')
    ])
    const busy = imports.value.some(job => !isOver(job)) || elsewhere.value.some(job => !isBulkOver(job))
    if (busy) timer = setTimeout(() => void look(), POLL)
  }

  useNews('platform.import', () => void look())
  onScopeDispose(() => clearTimeout(timer))
  return {
    shown: computed(() => [
      ...elsewhere.value.map(job => bulkTask(job, () => void look())),
      ...imports.value.map(importTask)
    ]),
    active: computed(
      () =>
        imports.value.filter(job => !isOver(job)).length + elsewhere.value.filter(job => !isBulkOver(job)).length
    ),
    look
  }
}
