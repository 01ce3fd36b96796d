import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** What is asked of a list: search text, filter, order, and the module's own quick filters by name. */
export interface ListState {
  q: string
  filter: string
  sort: string
  quick: Record<string, string>
}

interface Kept {
  state: ComputedRef<ListState>
  /** The search field; what is typed goes into the state when typing pauses. */
  text: Ref<string>
  /** The order that somebody chose; blank where it is the usual one. */
  chosenSort: ComputedRef<string>
  refine: (change: Partial<ListState>) => void
}

// People type faster than lists can be read; the server is asked when they pause.
const PAUSE = 250

/**
 * The state of a list, kept in the address, so that a list can be bookmarked, sent, and found again by going back.
 *
 * @param quick names of the quick filters; each is a parameter of the address and of the request
 * @param usualSort the order of who chose none, given what is searched for; blank: the server knows
 */
export function useListState(quick: () => string[], usualSort: (q: string) => string): Kept {
  const route = useRoute()
  const router = useRouter()
  const asked = (name: string) => String(route.query[name] ?? '')

  const state = computed<ListState>(() => ({
    q: asked('q'),
    filter: asked('filter'),
    sort: asked('sort') || usualSort(asked('q')),
    quick: Object.fromEntries(quick().map(name => [name, asked(name)]))
  }))

  function refine(change: Partial<ListState>) {
    const next = { ...state.value, sort: asked('sort'), ...change }
    const query = {
      ...next.quick,
      q: next.q,
      filter: next.filter,
      sort: next.sort === usualSort(next.q) ? '' : next.sort
    }
    const told = Object.entries(query).filter(([, value]) => value !== '')
    const known = new Set(Object.keys(query))
    const others = Object.entries(route.query).filter(([name]) => !known.has(name))
    void router.replace({ query: Object.fromEntries([...others, ...told]) })
  }

  const text = ref(state.value.q)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(text, value => {
    clearTimeout(timer)
    if (value.trim() !== state.value.q) timer = setTimeout(() => refine({ q: value.trim() }), PAUSE)
  })
  // Going back in the browser's history changes the address behind our back.
  watch(
    () => state.value.q,
    q => {
      if (q !== text.value.trim()) text.value = q
    }
  )
  onScopeDispose(() => clearTimeout(timer))
  return { state, text, chosenSort: computed(() => asked('sort')), refine }
}
