import {
  Bell,
  Collection,
  DocumentChecked,
  DocumentDelete,
  Key,
  OfficeBuilding,
  Timer,
  Upload,
  User,
  UserFilled
} from '@element-plus/icons-vue'
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
  },
  {
    path: '/admin/users',
    name: 'users',
    title: 'shell.users.title',
    icon: UserFilled,
    group,
    role,
    order: 940,
    component: () => import('./access/UsersPage.vue')
  },
  {
    path: '/admin/departments',
    name: 'departments',
    title: 'shell.departments.title',
    icon: OfficeBuilding,
    group,
    role,
    order: 950,
    component: () => import('./access/DepartmentsPage.vue')
  },
  {
    path: '/admin/teams',
    name: 'teams',
    title: 'shell.teams.title',
    icon: User,
    group,
    role,
    order: 955,
    component: () => import('./access/TeamsPage.vue')
  },
  {
    path: '/admin/roles',
    name: 'roles',
    title: 'shell.roles.title',
    icon: Key,
    group,
    role,
    order: 960,
    component: () => import('./access/RolesPage.vue')
  },
  {
    path: '/admin/audit',
    name: 'audit',
    title: 'shell.audit.title',
    icon: DocumentChecked,
    group,
    role: [role, 'auditor'],
    order: 970,
    component: () => import('./audit/AuditPage.vue')
  },
  {
    path: '/admin/erasures',
    name: 'erasures',
    title: 'shell.privacy.title',
    icon: DocumentDelete,
    group,
    role,
    order: 980,
    component: () => import('./privacy/ErasuresPage.vue')
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
  {
    path: '/profile',
    name: 'profile',
    component: () => import('./access/ProfilePage.vue'),
    meta: { title: 'shell.profile.title' }
  },
  { path: '/:rest(.*)*', name: 'not-found', component: NotFoundPage, meta: { title: 'shell.notFound.title' } }
]
