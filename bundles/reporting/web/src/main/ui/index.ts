import { DataAnalysis, Histogram } from '@element-plus/icons-vue'
import { defineModule } from '@crm/shell'
import { en, zh } from './messages'
import RevenueFigure from './RevenueFigure.vue'

export default defineModule({
  id: 'reporting',
  messages: { en, 'zh-CN': zh },
  pages: [
    {
      path: '/reports/revenue',
      name: 'revenue',
      title: 'reporting.revenue.title',
      icon: Histogram,
      group: 'shell.groups.analysis',
      order: 60,
      component: () => import('./RevenuePage.vue')
    },
    {
      path: '/reports/rfm-cells',
      name: 'rfm-cells',
      title: 'reporting.cells.short',
      icon: DataAnalysis,
      group: 'shell.groups.analysis',
      order: 70,
      component: () => import('./CellsPage.vue')
    }
  ],
  cards: [{ slot: 'home', name: 'revenue', title: 'reporting.revenue.title', order: 30, component: RevenueFigure }]
})
