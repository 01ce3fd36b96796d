import { ElMessage } from '@crm/element'
import { announce, api, confirmed, i18n, offerUndo, succeeds, useFormat } from '@crm/shell'
import type { BulkAction } from '@crm/records'
import type { Customer } from './model'

type Named = Pick<Customer, 'id' | 'name'>

const t = (key: string, values: Record<string, string> = {}) => i18n.global.t(key, values)
const archive = (customer: Named) => api(`customer/v1/customers/${customer.id}`, { method: 'DELETE' })
const restore = (customer: Named) => api(`customer/v1/customers/${customer.id}/restore`, { method: 'POST' })

/** Asks, archives, and offers to take it back. Answers whether the customer is archived now. */
export async function archiveCustomer(customer: Named): Promise<boolean> {
  const question = t('customer.archiveQuestion', { name: customer.name })
  if (!(await confirmed(question, t('customer.archive')))) return false
  if (!(await succeeds(archive(customer)))) return false
  announce('customer.customer')
  offerUndo(t('customer.archived', { name: customer.name }), () => void restoreCustomer(customer))
  return true
}

/** Brings an archived customer back. */
export async function restoreCustomer(customer: Named): Promise<void> {
  if (!(await succeeds(restore(customer)))) return
  announce('customer.customer')
  ElMessage.success(t('customer.restored', { name: customer.name }))
}

const many = (name: 'archive' | 'restore'): BulkAction => ({
  name,
  label: t('customer.' + name),
  question: n => t(`customer.${name}Many`, { n: useFormat().value.number(n) })
})

/** What can be done with the customers that are selected in a list. */
export const bulkActions = (archived: boolean): BulkAction[] => [many(archived ? 'restore' : 'archive')]
