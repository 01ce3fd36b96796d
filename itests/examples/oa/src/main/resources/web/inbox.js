// The page of all announcements, read page by page.
import { h } from '/crm/ui/lib/vue.js'
import { RouterLink } from '/crm/ui/lib/vue-router.js'
import { useI18n } from '/crm/ui/lib/vue-i18n.js'
import { CrmFailure, CrmPager, CrmTable, useFormat, useKeyset } from '/crm/ui/lib/crm.js'

const pageOf = row => (row.kind === 'order' ? '/orders/' : '/customers/') + row.recordId

export const InboxPage = {
  setup() {
    const { t } = useI18n()
    const format = useFormat()
    const list = useKeyset(() => 'oa/v1/inbox')
    const columns = () => [
      { key: 'subject', label: t('oa.what') },
      { key: 'at', label: t('oa.at') }
    ]
    const cells = {
      'cell-subject': ({ row }) =>
        h(RouterLink, { class: 'row-link', to: pageOf(row), 'data-test': 'oa-entry' }, () =>
          t('oa.' + row.kind, { subject: row.subject })
        ),
      'cell-at': ({ row }) => h('time', { class: 'num', datetime: row.at }, format.value.dateTime(row.at))
    }
    const table = () => ({
      columns: columns(),
      rows: list.items.value,
      rowKey: row => row.id,
      label: t('oa.title'),
      empty: t('oa.none'),
      busy: list.busy.value
    })
    const pager = () => ({
      hasPrevious: list.hasPrevious.value,
      hasNext: list.hasNext.value,
      busy: list.busy.value,
      onPrevious: list.previous,
      onNext: list.next
    })
    return () =>
      h('div', [
        h('div', { class: 'page-head' }, [
          h('div', [h('h1', { class: 'page-title' }, t('oa.title')), h('p', { class: 'page-sub' }, t('oa.lead'))])
        ]),
        h(CrmFailure, { problem: list.failure.value, onRetry: list.reload }),
        h('section', { class: 'panel' }, [h(CrmTable, table(), cells), h(CrmPager, pager())])
      ])
  }
}
