// The card on a customer's page: the latest announcements about them.
import { h } from '/crm/ui/lib/vue.js'
import { useI18n } from '/crm/ui/lib/vue-i18n.js'
import { CrmEmpty, CrmFailure, useFormat, useRecord } from '/crm/ui/lib/crm.js'

export const CustomerAnnouncements = {
  props: { customerId: { type: String, required: true } },
  setup(props) {
    const { t } = useI18n()
    const format = useFormat()
    const { data, failure, reload } = useRecord(
      () => 'oa/v1/inbox',
      () => ({ customerId: props.customerId, limit: 5 })
    )
    const entry = one =>
      h('li', { key: one.id, 'data-test': 'oa-announcement' }, [
        t('oa.' + one.kind, { subject: one.subject }),
        h('time', { class: 'oa-time', datetime: one.at }, format.value.dateTime(one.at))
      ])
    return () => {
      const items = data.value?.items ?? []
      return [
        h(CrmFailure, { problem: failure.value, onRetry: reload }),
        data.value && items.length === 0 ? h(CrmEmpty, { text: t('oa.none') }) : undefined,
        items.length > 0 ? h('ul', { class: 'oa-list' }, items.map(entry)) : undefined
      ]
    }
  }
}
