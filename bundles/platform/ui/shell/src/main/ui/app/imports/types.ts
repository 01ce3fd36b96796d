import { computed, type ComputedRef } from 'vue'
import { useRecord, type Page } from '@crm/shell'
import { KNOWN_TYPES, type ImportType } from './model'

/** What the server can import, each with its columns; the usual types where it does not list them. */
export function useImportTypes(): ComputedRef<ImportType[]> {
  const { data } = useRecord<Page<ImportType>>(() => 'platform/v1/imports/types')
  return computed(() => (data.value && data.value.items.length > 0 ? data.value.items : KNOWN_TYPES))
}
