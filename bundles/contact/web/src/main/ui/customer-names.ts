import { reactive } from 'vue'
import { api, Problem } from '@crm/shell'

const names = reactive<Record<string, string>>({})

/** The names of customers by id, filled in as the customer module answers; ids until then. */
export function useCustomerNames(): { of: (id: string) => string; need: (ids: string[]) => Promise<void> } {
  async function fetchName(id: string) {
    names[id] = '#' + id
    try {
      names[id] = (await api<{ name: string }>(`customer/v1/customers/${id}`)).name
    } catch (problem) {
      // A customer we may not see keeps its number.
      if (!(problem instanceof Problem)) throw problem
    }
  }

  async function need(ids: string[]) {
    await Promise.all([...new Set(ids)].filter(id => names[id] === undefined).map(fetchName))
  }

  return { of: id => names[id] ?? '#' + id, need }
}
