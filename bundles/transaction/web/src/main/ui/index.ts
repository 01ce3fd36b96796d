import { Tickets } from '@element-plus/icons-vue'
import { defineModule } from '@crm/shell'
import CustomerFigures from './CustomerFigures.vue'
import CustomerOrders from './CustomerOrders.vue'
import { en, zh } from './messages'
import OrderCount from './OrderCount.vue'
import RecentOrders from './RecentOrders.vue'

export default defineModule({
  id: 'transaction',
  messages: { en, 'zh-CN': zh },
  pages: [
    {
      path: '/orders',
      name: 'orders',
      title: 'transaction.title',
      icon: Tickets,
      group: 'shell.groups.sales',
      order: 30,
      component: () => import('./OrdersPage.vue')
    },
    {
      path: '/orders/:id(\\d+)',
      name: 'order',
      title: 'transaction.one',
      nav: false,
      component: () => import('./OrderPage.vue')
    }
  ],
  records: [
    {
      type: 'order',
      title: 'transaction.one',
      path: 'transaction/v1/orders',
      nameOf: order => String(order.number ?? ''),
      pageOf: id => '/orders/' + id
    }
  ],
  cards: [
    { slot: 'home', name: 'order-count', title: 'transaction.title', order: 20, component: OrderCount },
    {
      slot: 'home',
      name: 'recent-orders',
      title: 'transaction.recent',
      order: 50,
      wide: true,
      component: RecentOrders
    },
    { slot: 'customer.figures', name: 'orders', title: 'transaction.title', order: 10, component: CustomerFigures },
    { slot: 'customer.tab', name: 'orders', title: 'transaction.title', order: 20, component: CustomerOrders }
  ]
})
