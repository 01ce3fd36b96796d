import { reactive, watch } from 'vue'

const counts = reactive<Record<string, number>>({})

/** Tells the other components of the page that something changed: `announce('contact.interaction')`. */
export function announce(topic: string) {
  counts[topic] = (counts[topic] ?? 0) + 1
}

/** Calls back whenever the topic is announced, as long as the component lives. */
export function useNews(topic: string, react: () => void) {
  watch(() => counts[topic], react)
}
