// What the OA adds to the web shell; the browser loads this file with the first page, the others when they are needed.
import { defineModule } from '/crm/ui/lib/crm.js'
import { CustomerAnnouncements } from './card.js'
import { en, zh } from './messages.js'

export default defineModule({
  id: 'oa',
  messages: { en, 'zh-CN': zh },
  pages: [
    {
      path: '/oa/inbox',
      name: 'oa-inbox',
      title: 'oa.title',
      group: 'oa.group',
      order: 90,
      component: () => import('./inbox.js').then(file => file.InboxPage)
    }
  ],
  cards: [
    { slot: 'customer.facts', name: 'oa-announcements', title: 'oa.card', order: 50, component: CustomerAnnouncements }
  ]
})
