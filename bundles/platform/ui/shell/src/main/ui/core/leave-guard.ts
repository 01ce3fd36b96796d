import { onBeforeUnmount, onMounted } from 'vue'
import { useRouter } from 'vue-router'
import { confirmed } from './feedback'
import { i18n } from './locale'

/**
 * Asks before what was entered is lost: on the way to another page, and when the window is closed.
 * Answers a question for the ways out within the page: true where nothing is lost, or the user is sure.
 */
export function useLeaveGuard(dirty: () => boolean): () => Promise<boolean> {
  const t = (key: string) => i18n.global.t(key)
  const mayLeave = async () => !dirty() || confirmed(t('shell.form.lossQuestion'), t('shell.form.lose'))
  const warn = (event: BeforeUnloadEvent) => {
    if (dirty()) event.preventDefault()
  }
  // Not onBeforeRouteLeave: a form may stand outside of the router's view.
  const stop = useRouter().beforeEach((to, from) => (to.path === from.path ? true : mayLeave()))
  onMounted(() => addEventListener('beforeunload', warn))
  onBeforeUnmount(() => {
    removeEventListener('beforeunload', warn)
    stop()
  })
  return mayLeave
}
