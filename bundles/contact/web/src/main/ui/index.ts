import { ChatDotRound } from '@element-plus/icons-vue'
import { defineModule } from '@crm/shell'
import CustomerInteractions from './CustomerInteractions.vue'
import LastContact from './LastContact.vue'
import { en, zh } from './messages'
import RecentInteractions from './RecentInteractions.vue'
import RecordInteraction from './RecordInteraction.vue'

export default defineModule({
  id: 'contact',
  messages: { en, 'zh-CN': zh },
  pages: [
    {
      path: '/interactions',
      name: 'interactions',
      title: 'contact.title',
      icon: ChatDotRound,
      group: 'shell.groups.relations',
      order: 20,
      component: () => import('./InteractionsPage.vue')
    }
  ],
  records: [
    {
      type: 'interaction',
      title: 'contact.one',
      path: 'contact/v1/interactions',
      nameOf: interaction => String(interaction.subject ?? '')
    }
  ],
  cards: [
    {
      slot: 'home',
      name: 'recent-interactions',
      title: 'contact.recent',
      order: 60,
      wide: true,
      component: RecentInteractions
    },
    { slot: 'customer.figures', name: 'last-contact', title: 'contact.last', order: 30, component: LastContact },
    { slot: 'customer.action', name: 'record-interaction', title: 'contact.record', component: RecordInteraction },
    { slot: 'customer.tab', name: 'interactions', title: 'contact.title', order: 10, component: CustomerInteractions }
  ]
})
