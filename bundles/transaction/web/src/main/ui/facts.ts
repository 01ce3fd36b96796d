import { computed, type ComputedRef } from 'vue'
import { useNews, useRecord } from '@crm/shell'
import type { Facts } from './model'

/** What a customer's confirmed orders come to, one entry per currency, the largest first. */
export function useFacts(customer: () => string): { facts: ComputedRef<Facts[]>; known: ComputedRef<boolean> } {
  const { data, reload } = useRecord<{ facts: Facts[] }>(() => `transaction/v1/customers/${customer()}/facts`)
  useNews('transaction.order', () => void reload())
  return { facts: computed(() => data.value?.facts ?? []), known: computed(() => data.value !== undefined) }
}
