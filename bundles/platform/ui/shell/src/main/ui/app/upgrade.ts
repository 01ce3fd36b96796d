import { ref } from 'vue'
import type { Router } from 'vue-router'

/** True once a part of the page is gone from the server: the module was upgraded while the page was open. */
export const newVersion = ref(false)

export function watchForNewVersion(router: Router) {
  addEventListener('vite:preloadError', () => {
    newVersion.value = true
  })
  router.onError(failure => {
    const chunkIsGone = /dynamically imported module|module script failed|preload CSS/i.test(String(failure))
    if (chunkIsGone) newVersion.value = true
    else console.error(failure)
  })
}
