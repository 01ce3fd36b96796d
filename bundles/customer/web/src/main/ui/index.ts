import { User } from '@element-plus/icons-vue'
import { defineModule } from '@crm/shell'
import CustomerCount from './CustomerCount.vue'
import { en, zh } from './messages'

export default defineModule({
  id: 'customer',
  messages: { en, 'zh-CN': zh },
  pages: [
    {
      path: '/customers',
      name: 'customers',
      title: 'customer.title',
      icon: User,
      group: 'shell.groups.relations',
      order: 10,
      component: () => import('./CustomerList.vue')
    },
    {
      path: '/customers/:id(\\d+)',
      name: 'customer',
      title: 'customer.one',
      nav: false,
      component: () => import('./CustomerView.vue')
    }
  ],
  records: [
    {
      type: 'customer',
      title: 'customer.one',
      path: 'customer/v1/customers',
      nameOf: customer => String(customer.name ?? ''),
      pageOf: id => '/customers/' + id
    },
    {
      type: 'person',
      title: 'customer.person.one',
      path: 'customer/v1/persons',
      nameOf: person => String(person.name ?? '')
    }
  ],
  cards: [{ slot: 'home', name: 'customer-count', title: 'customer.title', order: 10, component: CustomerCount }]
})
