import { computed, reactive, type ComputedRef } from 'vue'

export type TaskState = 'running' | 'done' | 'failed' | 'cancelled'

/** Records that a job of the server left as they are. */
export interface LeftRecords {
  /** Refused by a rule, or changed by somebody before an undo. */
  what: 'rejects' | 'conflicts'
  count: number
  /** The list of them below `/crm/api/`. */
  path: string
  /** As jobs call the records: `customers`. */
  type: string
}

/** Work that takes longer than a click; it is shown in the notification area until it is dismissed. */
export interface Task {
  id: number
  title: string
  state: TaskState
  /** 0 to 1; undefined where nobody knows how much there is to do. */
  progress: number | undefined
  /** How far it is, or how it ended. */
  note: string
  /** What went wrong, one line each. */
  failures: string[]
  left: LeftRecords[]
  cancel: (() => void) | undefined
  undo: (() => void) | undefined
  /** Whether it goes on without this window. */
  server?: boolean
  /** The server's number of it. */
  job?: string
}

export const tasks = reactive<Task[]>([])
let last = 0

/** Shows new work in the notification area; the caller writes its progress into the answer. */
export function startTask(title: string, cancel?: () => void): Task {
  const task: Task = {
    id: ++last,
    title,
    state: 'running',
    progress: undefined,
    note: '',
    failures: [],
    left: [],
    cancel,
    undo: undefined
  }
  tasks.unshift(task)
  return tasks[0]!
}

export function dismissTask(id: number) {
  const at = tasks.findIndex(task => task.id === id)
  if (at >= 0) tasks.splice(at, 1)
}

/** Whether work is under way that ends with this window. */
export const runningHere: ComputedRef<boolean> = computed(() =>
  tasks.some(task => task.state === 'running' && !task.server)
)

/** How many tasks are under way. */
export const runningTasks: ComputedRef<number> = computed(() => tasks.filter(task => task.state === 'running').length)
