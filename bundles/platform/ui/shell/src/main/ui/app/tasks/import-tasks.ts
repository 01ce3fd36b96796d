import { computed, onScopeDispose, shallowRef, type ComputedRef } from 'vue'
import { api, i18n, Problem, session, useNews, type Page, type Task } from '@crm/shell'
import { isOver, type ImportJob } from '../imports/model'

interface ImportTasks {
  /** This user's latest imports, as tasks. */
  shown: ComputedRef<Task[]>
  /** How many of them are under way. */
  active: ComputedRef<number>
  look: () => Promise<void>
}

const POLL = 3000
const t = (key: string, values: Record<string, unknown> = {}) => i18n.global.t(key, values)

// Imports run on the server: their tasks have no number of our own, and are looked at rather than told of.
function taskOf(job: ImportJob): Task {
  const state = { QUEUED: 'running', RUNNING: 'running', DONE: 'done', FAILED: 'failed', CANCELLED: 'cancelled' } as const
  const counts = (['created', 'updated', 'rejected'] as const).filter(name => job[name] > 0)
  return {
    id: -Number(job.id),
    title: t('shell.tasks.import', { name: job.fileName ?? '#' + job.id }),
    state: state[job.state],
    progress: job.progress,
    note: counts.map(name => t('shell.imports.' + name, { n: job[name] })).join(', '),
    failures: job.error ? [job.error.message] : [],
    cancel: undefined,
    undo: undefined
  }
}

/** Follows the imports of the user who is signed in, as long as one is under way or somebody looks. */
export function followImports(): ImportTasks {
  const jobs = shallowRef<ImportJob[]>([])
  let timer: ReturnType<typeof setTimeout> | undefined

  async function look() {
    clearTimeout(timer)
    try {
      const page = await api<Page<ImportJob>>('platform/v1/imports', { query: { limit: 5 } })
      jobs.value = page.items.filter(job => job.createdBy === session.me?.name)
    } catch (failure) {
      // Who may not see imports has none.
      if (!(failure instanceof Problem)) throw failure
      jobs.value = []
    }
    if (jobs.value.some(job => !isOver(job))) timer = setTimeout(() => void look(), POLL)
  }

  useNews('platform.import', () => void look())
  onScopeDispose(() => clearTimeout(timer))
  return {
    shown: computed(() => jobs.value.map(taskOf)),
    active: computed(() => jobs.value.filter(job => !isOver(job)).length),
    look
  }
}
