import { ref, watch, type Ref } from 'vue'
import { api, Problem, session, succeeds, type Page } from '@crm/shell'
import type { ListState } from './list-state'

/** A list as somebody likes to see it, as the server keeps it. */
export interface View extends Partial<ListState> {
  id: string
  version: number
  list: string
  name: string
  columns: string[]
  /** Whether everybody sees it. */
  shared: boolean
  /** Whether this user's list opens with it. */
  default: boolean
  owner: string
}

interface Views {
  views: Ref<View[]>
  /** Resolves once the views are known, to the one the list opens with. */
  opening: Promise<View | undefined>
  /** Keeps it under its name, over an own one of the same name. */
  keep: (view: Pick<View, 'name' | 'shared' | 'default' | 'columns'> & ListState) => Promise<boolean>
  standard: (view: View, on: boolean) => Promise<void>
  forget: (view: View) => Promise<void>
}

const MOST = 200
const PATH = 'platform/v1/views'

/** Whether the user may change it. */
export const isMine = (view: View): boolean =>
  view.owner === session.me?.name || (session.me?.roles.includes('administrator') ?? false)

/** The views of a list: the user's own, and those that are shared. */
export function useViews(type: () => string): Views {
  const views = ref<View[]>([])

  async function load(): Promise<View | undefined> {
    try {
      const page = await api<Page<View>>(PATH, { query: { list: type(), limit: MOST } })
      views.value = page.items
    } catch (failure) {
      // A list is good for something without its views.
      if (!(failure instanceof Problem)) throw failure
      views.value = []
    }
    return views.value.find(view => view.default)
  }

  async function changed(request: Promise<unknown>): Promise<boolean> {
    const done = await succeeds(request)
    await load()
    return done
  }

  watch(type, () => void load())
  return {
    views,
    opening: load(),
    keep(view) {
      const before = views.value.find(one => one.name === view.name && one.owner === session.me?.name)
      const body = { ...view, list: type() }
      return changed(
        before
          ? api(`${PATH}/${before.id}`, { method: 'PATCH', body, version: before.version })
          : api(PATH, { method: 'POST', body })
      )
    },
    async standard(view, on) {
      await changed(api(`${PATH}/${view.id}`, { method: 'PATCH', body: { default: on }, version: view.version }))
    },
    async forget(view) {
      await changed(api(`${PATH}/${view.id}`, { method: 'DELETE' }))
    }
  }
}
