import { i18n } from './locale'
import { Problem } from './problem'
import { startTask, type Task } from './tasks'

// Enough to be quick, few enough that others' requests are not kept waiting.
const AT_ONCE = 4

interface Bulk<T> {
  title: string
  records: T[]
  nameOf: (record: T) => string
  act: (record: T) => Promise<unknown>
  /** Takes `act` back for one record; absent where that is impossible. */
  undo?: (record: T) => Promise<unknown>
  /** Called when all is done, and again after an undo. */
  after: () => void
}

const t = (key: string, values: Record<string, unknown> = {}) => i18n.global.t(key, values)

/** Does the same to many records, some at a time; tells progress, can be cancelled, and sums up in the end. */
export async function runBulk<T>(bulk: Bulk<T>): Promise<Task> {
  let stopped = false
  const task = startTask(bulk.title, () => {
    stopped = true
  })
  const waiting = [...bulk.records]
  const done: T[] = []
  let tried = 0

  async function work() {
    for (let record = waiting.shift(); record !== undefined && !stopped; record = waiting.shift()) {
      try {
        await bulk.act(record)
        done.push(record)
      } catch (failure) {
        if (!(failure instanceof Problem)) throw failure
        task.failures.push(`${bulk.nameOf(record)}: ${failure.message}`)
      }
      tried++
      task.progress = tried / bulk.records.length
      task.note = t('shell.tasks.of', { done: tried, total: bulk.records.length })
    }
  }

  await Promise.all(Array.from({ length: AT_ONCE }, work))
  task.cancel = undefined
  task.state = stopped && tried < bulk.records.length ? 'cancelled' : task.failures.length > 0 ? 'failed' : 'done'
  task.note = t('shell.tasks.sum', { done: done.length, failed: task.failures.length })
  const undo = bulk.undo
  if (undo && done.length > 0) {
    task.undo = () => {
      task.undo = undefined
      void runBulk({
        title: t('shell.tasks.undoOf', { title: bulk.title }),
        records: done,
        nameOf: bulk.nameOf,
        act: undo,
        after: bulk.after
      })
    }
  }
  bulk.after()
  return task
}
