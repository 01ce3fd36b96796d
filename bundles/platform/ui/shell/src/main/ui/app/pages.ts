import { Upload } from '@element-plus/icons-vue'
import { navigation } from '@crm/shell'
import type { RouteRecordRaw } from 'vue-router'
import HomePage from './HomePage.vue'
import NotFoundPage from './NotFoundPage.vue'

const importsPage = () => import('./imports/ImportsPage.vue')

// Last in the navigation, after the pages of the modules.
navigation.push({
  path: '/imports',
  name: 'imports',
  title: 'shell.imports.title',
  icon: Upload,
  group: 'shell.groups.administration',
  order: 900,
  component: importsPage
})

export const shellPages: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: HomePage, meta: { title: 'shell.home.title' } },
  { path: '/imports', name: 'imports', component: importsPage, meta: { title: 'shell.imports.title' } },
  { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage, meta: { title: 'shell.notFound.title' } }
]
