import { h } from 'vue'
import { ElButton, ElMessage, ElMessageBox } from '@crm/element'
import { i18n } from './locale'
import { Problem } from './problem'

const t = (key: string) => i18n.global.t(key)

/** Says in a toast that something was done, and offers to take it back for ten seconds. */
export function offerUndo(text: string, undo: () => void) {
  const takeBack = () => {
    message.close()
    undo()
  }
  const content = h('span', { class: 'crm-undo' }, [
    text,
    h(ElButton, { size: 'small', 'data-test': 'undo', onClick: takeBack }, () => t('shell.undo'))
  ])
  const message = ElMessage({ type: 'success', message: content, duration: 10_000, showClose: true })
}

/** Asks before something is lost; answers whether the user is sure. `action` stands on the button. */
export async function confirmed(question: string, action: string): Promise<boolean> {
  const answer = await ElMessageBox.confirm(question, action, {
    confirmButtonText: action,
    cancelButtonText: t('shell.cancel')
  }).catch(() => undefined)
  return answer !== undefined
}

/** Waits for a request and tells in a toast why it was refused; answers whether it went through. */
export async function succeeds(action: Promise<unknown>): Promise<boolean> {
  try {
    await action
    return true
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    ElMessage.error([problem.message, ...problem.errors.map(error => error.message)].join(' – '))
    return false
  }
}
