import { onScopeDispose, ref, type Ref } from 'vue'

/** A media query, followed as long as the component lives. */
export function useMedia(query: string): Ref<boolean> {
  const list = matchMedia(query)
  const matches = ref(list.matches)
  const follow = () => {
    matches.value = list.matches
  }
  list.addEventListener('change', follow)
  onScopeDispose(() => list.removeEventListener('change', follow))
  return matches
}

/** True where there is no room for a side bar: telephones and small tablets. */
export const useNarrow = (): Ref<boolean> => useMedia('(max-width: 820px)')
