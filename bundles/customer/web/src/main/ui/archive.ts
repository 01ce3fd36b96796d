import { h } from 'vue'
import { ElButton, ElMessage, ElMessageBox } from '@crm/element'
import { announce, api, i18n, Problem } from '@crm/shell'
import type { Customer } from './model'

const t = (key: string, values: Record<string, string> = {}) => i18n.global.t(key, values)

/** Asks, archives, and offers to take it back. Answers whether the customer is archived now. */
export async function archiveCustomer(customer: Pick<Customer, 'id' | 'name'>): Promise<boolean> {
  const sure = await ElMessageBox.confirm(
    t('customer.archiveQuestion', { name: customer.name }),
    t('customer.archive'),
    {
      confirmButtonText: t('customer.archive'),
      cancelButtonText: t('shell.cancel')
    }
  ).catch(() => undefined)
  if (!sure) return false
  if (!(await attempt(api(`customer/v1/customers/${customer.id}`, { method: 'DELETE' })))) return false
  announce('customer.customer')
  offerUndo(customer)
  return true
}

/** Brings an archived customer back. */
export async function restoreCustomer(customer: Pick<Customer, 'id' | 'name'>): Promise<void> {
  if (!(await attempt(api(`customer/v1/customers/${customer.id}/restore`, { method: 'POST' })))) return
  announce('customer.customer')
  ElMessage.success(t('customer.restored', { name: customer.name }))
}

async function attempt(action: Promise<unknown>): Promise<boolean> {
  try {
    await action
    return true
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    ElMessage.error(problem.message)
    return false
  }
}

function offerUndo(customer: Pick<Customer, 'id' | 'name'>) {
  const undo = () => {
    message.close()
    void restoreCustomer(customer)
  }
  const text = h('span', { class: 'customer-archived' }, [
    t('customer.archived', { name: customer.name }),
    h(ElButton, { size: 'small', 'data-test': 'undo', onClick: undo }, () => t('shell.undo'))
  ])
  const message = ElMessage({ type: 'success', message: text, duration: 10_000, showClose: true })
}
