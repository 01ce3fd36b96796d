import { Bell, Collection, Timer, Upload } from '@element-plus/icons-vue'
import { navigation, type CrmPage } from '@crm/shell'
import type { RouteRecordRaw } from 'vue-router'
import HomePage from './HomePage.vue'
import NotFoundPage from './NotFoundPage.vue'

const group = 'shell.groups.administration'
const role = 'administrator'

// Last in the navigation, after the pages of the modules.
const pages: CrmPage[] = [
  {
    path: '/imports',
    name: 'imports',
    title: 'shell.imports.title',
    icon: Upload,
    group,
    order: 900,
    component: () => import('./imports/ImportsPage.vue')
  },
  {
    path: '/admin/fields',
    name: 'fields',
    title: 'shell.fields.title',
    icon: Collection,
    group,
    role,
    order: 910,
    component: () => import('./fields/FieldsPage.vue')
  },
  {
    path: '/admin/jobs',
    name: 'jobs',
    title: 'shell.jobs.title',
    icon: Timer,
    group,
    role,
    order: 920,
    component: () => import('./admin/JobsPage.vue')
  },
  {
    path: '/admin/subscriptions',
    name: 'subscriptions',
    title: 'shell.subscriptions.title',
    icon: Bell,
    group,
    role,
    order: 930,
    component: () => import('./admin/SubscriptionsPage.vue')
  }
]
navigation.push(...pages)

export const shellPages: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage, meta: { title: 'shell.home.title' } },
  ...pages.map(page => ({
    path: page.path,
    name: page.name,
    component: page.component,
    meta: { title: page.title, role: page.role }
  })),
  { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage, meta: { title: 'shell.notFound.title' } }
]
