import { Grid } from '@element-plus/icons-vue'
import { defineModule } from '@crm/shell'
import ChampionCount from './ChampionCount.vue'
import CustomerRfm from './CustomerRfm.vue'
import { en, zh } from './messages'

export default defineModule({
  id: 'segmentation',
  messages: { en, 'zh-CN': zh },
  pages: [
    {
      path: '/rfm',
      name: 'rfm',
      title: 'segmentation.title',
      icon: Grid,
      group: 'shell.groups.analysis',
      order: 50,
      component: () => import('./RfmPage.vue')
    }
  ],
  cards: [
    { slot: 'home', name: 'champions', title: 'segmentation.title', order: 40, component: ChampionCount },
    { slot: 'customer.facts', name: 'rfm', title: 'segmentation.scores', order: 20, component: CustomerRfm }
  ]
})
