import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyProfile, defineModule, locale, mayUse, navigation, registerKinds, session, zone } from '@crm/shell'
import DepartmentsPage from '../../main/ui/app/access/DepartmentsPage.vue'
import { branches, changesOf, grantsOf, grantsPatch, indented, within } from '../../main/ui/app/access/model'
import ProfilePage from '../../main/ui/app/access/ProfilePage.vue'
import RolesPage from '../../main/ui/app/access/RolesPage.vue'
import TeamsPage from '../../main/ui/app/access/TeamsPage.vue'
import UsersPage from '../../main/ui/app/access/UsersPage.vue'
import '../../main/ui/app/pages'
import { eventually, field, leave, of, refusal, screen, serve, show, written } from './testing'

const browsers = { locale: locale.value, zone: zone.value }
beforeEach(() => Object.assign(session, { me: { name: 'admin', roles: ['administrator'] }, known: true }))
afterEach(() => {
  locale.value = browsers.locale
  zone.value = browsers.zone
  leave()
})

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const label = (text: string) => ({ en: text, zh: text })
const confirm = async () => {
  await eventually(() => expect(screen().find('.el-message-box').exists()).toBe(true))
  await screen().find('.el-message-box .el-button--primary').trigger('click')
}

const sales = {
  id: '3',
  version: 4,
  code: 'sales',
  label: label('Sales'),
  grants: { customer: ['read', 'create'], order: ['read'] },
  reach: 'own' as const,
  shipped: true,
  changed: false,
  fixed: false
}
const administrator = {
  ...sales,
  id: '1',
  version: 1,
  code: 'administrator',
  label: label('Administrator'),
  grants: {},
  fixed: true
}
const matrix = {
  actions: ['read', 'create', 'export', 'merge'],
  types: [
    { type: 'customer', label: label('Customer'), actions: ['read', 'create', 'export'] },
    { type: 'order', label: label('Order'), actions: ['read', 'export'] }
  ]
}
const company = { id: '1', version: 1, name: 'Company' }
const east = { id: '2', version: 5, name: 'East', parentId: '1' }
const shanghai = { id: '7', version: 1, name: 'Shanghai', parentId: '2' }
const service = { id: '4', version: 1, name: 'Service', parentId: '1' }
const departments = [company, east, shanghai, service]
const ada = { id: '9', version: 2, name: 'ada', fullName: 'Ada', roles: ['sales'], departmentId: '2', enabled: true }

test('pages of users, departments and roles are for administrators, one’s own for everybody', () => {
  const offered = () => navigation.filter(mayUse).map(page => page.name)
  expect(offered()).toEqual(expect.arrayContaining(['users', 'departments', 'roles']))
  session.me = { name: 'ada', roles: ['sales'] }
  expect(offered()).not.toContain('users')
})

test('departments are drawn as deep as they lie', () => {
  expect(branches(departments).map(({ department, depth, children }) => [department.name, depth, children])).toEqual([
    ['Company', 0, true],
    ['East', 1, true],
    ['Shanghai', 2, false],
    ['Service', 1, false]
  ])
  expect([...within(departments, '2')]).toEqual(['2', '7'])
  expect(indented(branches(departments)[1]!)).toBe('\u2003East')
})

test('a change of a role names only the types that differ', () => {
  const wanted = grantsOf(sales)
  expect(grantsPatch(sales, wanted, matrix.actions)).toEqual({})
  wanted.customer!.delete('create')
  wanted.customer!.add('export')
  wanted.order!.delete('read')
  expect(changesOf(sales, wanted, matrix)).toBe(3)
  expect(grantsPatch(sales, wanted, matrix.actions)).toEqual({ customer: ['read', 'export'], order: null })
})

const lists = {
  'GET platform/v1/roles': { items: [administrator, sales] },
  'GET platform/v1/roles/matrix': matrix,
  'GET platform/v1/departments': { items: departments },
  'GET platform/v1/users': { items: [ada], total: 1 }
}

test('the list of users names roles and departments, and is filtered by the server', async () => {
  const asked = serve(lists)
  const { page } = await show(UsersPage, empty)
  await eventually(() => expect(page.text()).toContain('Sales'))
  expect(page.text()).toContain('East')
  await field('q').setValue('ada')
  await eventually(() => expect(of(asked, 'platform/v1/users').at(-1)!.query.get('q')).toBe('ada'))
})

test('a user is changed in the version that was read, and what was emptied is cleared', async () => {
  const asked = serve({ ...lists, 'PATCH platform/v1/users/9': { ...ada, version: 3 } })
  await show(UsersPage, empty)
  await eventually(() => expect(field('edit-user').exists()).toBe(true))
  await field('edit-user').trigger('click')
  await eventually(() => expect(field('u-fullName').exists()).toBe(true))
  await field('u-fullName').setValue('')
  await field('save').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  const { body, headers } = written(asked)[0]!
  expect(headers['If-Match']).toBe('"2"')
  expect(body).toMatchObject({ roles: ['sales'], enabled: true, fullName: null, departmentId: '2' })
  expect(body).not.toHaveProperty('password')
  expect(body).not.toHaveProperty('name')
})

test('what the server refuses of a new user shows at its place', async () => {
  const errors = [{ field: 'password', code: 'bad-length', message: 'A password has 10 to 200 characters.' }]
  serve({ ...lists, 'POST platform/v1/users': () => refusal(422, { title: 'no', errors }) })
  await show(UsersPage, empty)
  await field('add-user').trigger('click')
  await eventually(() => expect(field('u-password').exists()).toBe(true))
  await field('u-name').setValue('bob')
  await field('save').trigger('click')
  await eventually(() => expect(screen().text()).toContain('A password has 10 to 200 characters.'))
})

test('a user is disabled after a question, and the last administrator is told why not', async () => {
  const asked = serve({
    ...lists,
    'PATCH platform/v1/users/9': () => refusal(409, { title: 'Conflict', detail: 'This is the last administrator.' })
  })
  await show(UsersPage, empty)
  await eventually(() => expect(field('disable-user').exists()).toBe(true))
  await field('disable-user').trigger('click')
  await confirm()
  await eventually(() => expect(written(asked).map(one => one.body)).toEqual([{ enabled: false }]))
  await eventually(() => expect(screen().text()).toContain('This is the last administrator.'))
})

test('a branch can be folded', async () => {
  serve(lists)
  const { page } = await show(DepartmentsPage, empty)
  const names = () => page.findAll('[data-test=department]').map(one => one.text())
  await eventually(() => expect(names()).toEqual(['Company', 'East', 'Shanghai', 'Service']))
  await page.find('[aria-label="Show what is below East"]').trigger('click')
  expect(names()).toEqual(['Company', 'East', 'Service'])
  await page.find('[aria-label="Show what is below Company"]').trigger('click')
  expect(names()).toEqual(['Company'])
})

test('a department is made below another, and deleted after a question', async () => {
  const asked = serve({
    ...lists,
    'POST platform/v1/departments': { ...service, id: '8' },
    'DELETE platform/v1/departments/7': () => refusal(409, { title: 'Conflict', detail: 'There are users in it.' })
  })
  const { page } = await show(DepartmentsPage, empty)
  await eventually(() => expect(page.find('[aria-label="Add below East"]').exists()).toBe(true))
  await page.find('[aria-label="Add below East"]').trigger('click')
  await eventually(() => expect(field('d-name').exists()).toBe(true))
  await field('d-name').setValue('Suzhou')
  await field('save').trigger('click')
  await eventually(() => expect(written(asked)[0]?.body).toEqual({ name: 'Suzhou', parentId: '2' }))
  await page.find('[aria-label="Delete: Shanghai"]').trigger('click')
  await confirm()
  await eventually(() => expect(screen().text()).toContain('There are users in it.'))
})

test('rights are ticked, counted and sent in the version that was read', async () => {
  const asked = serve({ ...lists, 'PATCH platform/v1/roles/3': sales })
  const { page } = await show(RolesPage, empty, {}, '/?role=sales')
  await eventually(() => expect(page.find('[data-test=grant-customer-export]').exists()).toBe(true))
  expect((page.find('[data-test=grant-customer-read]').element as HTMLInputElement).checked).toBe(true)
  expect(page.find('[data-test=grant-order-create]').exists()).toBe(false)
  await page.find('[data-test=grant-customer-export]').trigger('change')
  await page.find('[data-test=grant-order-read]').trigger('change')
  expect(field('unsaved').text()).toContain('2')
  await field('save-role').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({
    body: { grants: { customer: ['read', 'create', 'export'], order: null } },
    headers: { 'If-Match': '"4"' }
  })
})

test('a role is kept from fields, and what is given back is sent as null', async () => {
  const fields = [
    { field: 'phones', label: { en: 'Phones', zh: '电话' }, personal: true },
    { field: 'industry', label: { en: 'Industry', zh: '行业' }, personal: false }
  ]
  const [customers, ...others] = matrix.types
  const limited = { ...sales, fields: { customer: { industry: 'read' } } }
  const asked = serve({
    ...lists,
    'GET platform/v1/roles': { items: [limited] },
    'GET platform/v1/roles/matrix': { ...matrix, types: [{ ...customers, fields }, ...others] },
    'PATCH platform/v1/roles/3': limited
  })
  const { page } = await show(RolesPage, empty, {}, '/?role=sales')
  await eventually(() => expect(page.find('[data-test=right-customer-phones]').exists()).toBe(true))
  const right = (name: string) => page.find(`[data-test=right-customer-${name}]`)
  expect((right('industry').element as HTMLSelectElement).value).toBe('read')
  await right('personal').setValue('none')
  await right('phones').setValue('mask')
  await right('industry').setValue('')
  expect(field('unsaved').text()).toContain('3')
  await field('save-role').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({
    body: { grants: {}, fields: { customer: { personal: 'none', phones: 'mask', industry: null } } }
  })
})

test('boxes are reached by arrow keys, over cells that have none', async () => {
  serve(lists)
  const { page } = await show(RolesPage, empty, {}, '/?role=sales')
  const box = (name: string) => page.find(`[data-test=grant-${name}]`)
  await eventually(() => expect(box('order-read').exists()).toBe(true))
  ;(box('order-read').element as HTMLElement).focus()
  await box('order-read').trigger('keydown', { key: 'ArrowRight' })
  expect(document.activeElement).toBe(box('order-export').element)
  await box('order-export').trigger('keydown', { key: 'ArrowUp' })
  expect(document.activeElement).toBe(box('customer-export').element)
})

test('the administrator’s rights are shown and can’t be changed', async () => {
  serve(lists)
  const { page } = await show(RolesPage, empty, {}, '/?role=administrator')
  await eventually(() => expect(page.find('[data-test=grant-customer-read]').exists()).toBe(true))
  const boxes = page.findAll('input[type=checkbox]').map(one => one.element as HTMLInputElement)
  expect(boxes.every(one => one.checked && one.disabled)).toBe(true)
  expect(field('save-role').exists()).toBe(false)
})

const me = { name: 'ada', roles: ['sales'], id: '9', version: 2, fullName: 'Ada' }
const mine = {
  'GET platform/v1/me': me,
  'GET platform/v1/me/sessions': {
    items: [
      { id: 'a', createdAt: '2026-03-01T08:00:00Z', lastUsedAt: '2026-03-01T08:30:00Z', expiresAt: '2026-03-02T08:00:00Z', address: '10.0.0.7', current: true },
      { id: 'b', createdAt: '2026-03-01T08:00:00Z', lastUsedAt: '2026-03-01T08:30:00Z', expiresAt: '2026-03-02T08:00:00Z', current: false }
    ]
  },
  'GET platform/v1/api-keys': { items: [] },
  'GET platform/v1/departments': { items: departments }
}

test('one’s profile is saved, and the pages follow at once', async () => {
  session.me = me
  const asked = serve({
    ...mine,
    'PATCH platform/v1/me': { ...me, version: 3, fullName: 'Ada L.', language: 'zh-CN', timeZone: 'Asia/Shanghai' }
  })
  await show(ProfilePage, empty)
  await eventually(() => expect(field('me-fullName').exists()).toBe(true))
  await field('me-fullName').setValue('Ada L.')
  await field('save-profile').trigger('submit')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]).toMatchObject({
    body: { fullName: 'Ada L.', language: null, timeZone: null },
    headers: { 'If-Match': '"2"' }
  })
  await eventually(() => expect(locale.value).toBe('zh-CN'))
  expect(zone.value).toBe('Asia/Shanghai')
})

test('a profile with nothing chosen leaves the pages as they are', () => {
  applyProfile({ name: 'ada', roles: [], timeZone: 'Mars/Olympus' })
  expect([locale.value, zone.value]).toEqual([browsers.locale, browsers.zone])
})

test('a wrong current password shows at its place', async () => {
  const errors = [{ field: 'current', code: 'wrong-password', message: 'This is not your current password.' }]
  const asked = serve({ ...mine, 'POST platform/v1/me/password': () => refusal(422, { title: 'no', errors }) })
  await show(ProfilePage, empty)
  await field('pw-current').setValue('old')
  await field('pw-new').setValue('another long one')
  await field('change-password').trigger('submit')
  await eventually(() => expect(screen().text()).toContain('The two are not the same'))
  expect(written(asked)).toHaveLength(0)
  await field('pw-again').setValue('another long one')
  await field('change-password').trigger('submit')
  await eventually(() => expect(screen().text()).toContain('This is not your current password.'))
})

test('sessions can be ended one by one, but not the one that asks', async () => {
  const asked = serve({ ...mine, 'DELETE platform/v1/me/sessions/b': {} })
  await show(ProfilePage, empty)
  await eventually(() => expect(screen().findAll('[data-test=session]')).toHaveLength(2))
  expect(screen().findAll('[data-test=end-session]')).toHaveLength(1)
  await field('end-session').trigger('click')
  await eventually(() => expect(written(asked).map(one => one.path)).toEqual(['platform/v1/me/sessions/b']))
})

test('a new key shows its token once', async () => {
  session.me = me
  const key = { id: '5', name: 'erp', owner: 'ada', roles: ['sales'], createdAt: '2026-03-01T08:00:00Z' }
  const asked = serve({ ...mine, 'POST platform/v1/api-keys': { ...key, token: 'crm_secret' } })
  await show(ProfilePage, empty)
  await eventually(() => expect(field('add-key').exists()).toBe(true))
  await field('add-key').trigger('click')
  await eventually(() => expect(field('key-name').exists()).toBe(true))
  await field('key-name').setValue('erp')
  await field('save').trigger('click')
  await eventually(() => expect(written(asked)[0]?.body).toEqual({ name: 'erp', roles: [] }))
  await eventually(() => expect((field('token').element as HTMLInputElement).value).toBe('crm_secret'))
  await field('token-done').trigger('click')
  await eventually(() => expect(field('token').exists()).toBe(false))
})

test('who may have no keys sees nothing of them', async () => {
  serve({ ...mine, 'GET platform/v1/api-keys': () => refusal(403, { title: 'no' }) })
  const { page } = await show(ProfilePage, empty)
  await eventually(() => expect(screen().findAll('[data-test=session]')).toHaveLength(2))
  expect(page.text()).not.toContain('API keys')
})

registerKinds([
  { type: 'user', title: 'user', path: 'platform/v1/colleagues', nameOf: user => String(user.fullName ?? user.name) }
])
const pilots = { id: '6', version: 3, name: 'Pilots', memberIds: ['9', '10'] }
const teams = {
  'GET platform/v1/teams': { items: [pilots] },
  'GET platform/v1/colleagues': { items: [ada, { id: '10', name: 'eve', enabled: true }] }
}

test('a team shows its members by name', async () => {
  serve(teams)
  const { page } = await show(TeamsPage, empty)
  await eventually(() => expect(page.text()).toContain('Ada, eve'))
  expect(page.text()).toContain('Members: 2')
})

test('who leaves a team is gone from it in the version that was read', async () => {
  const asked = serve({ ...teams, 'PATCH platform/v1/teams/6': { ...pilots, version: 4 } })
  await show(TeamsPage, empty)
  await eventually(() => expect(field('edit-team').exists()).toBe(true))
  await field('edit-team').trigger('click')
  await eventually(() => expect(screen().find('[data-test=member-10]').exists()).toBe(true))
  await screen().find('[data-test=member-10] .el-tag__close').trigger('click')
  await field('save').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]!.headers['If-Match']).toBe('"3"')
  expect(written(asked)[0]!.body).toEqual({ name: 'Pilots', memberIds: ['9'] })
})

test('a team is deleted after a question that tells what ends', async () => {
  const asked = serve({ ...teams, 'DELETE platform/v1/teams/6': {} })
  await show(TeamsPage, empty)
  await eventually(() => expect(field('remove-team').exists()).toBe(true))
  await field('remove-team').trigger('click')
  await eventually(() => expect(screen().text()).toContain('no longer is'))
  await confirm()
  await eventually(() => expect(written(asked).map(one => one.method)).toEqual(['DELETE']))
})

const previewed = {
  name: 'sales',
  roles: ['sales'],
  enabled: true,
  rights: [{ type: 'customer', label: label('Customer'), actions: { read: 'own', create: 'own', export: 'all' } }],
  reached: { customer: 1234 }
}

test('a preview shows what the server decided, pages included, and offers nothing to do', async () => {
  serve({ ...lists, 'GET platform/v1/roles/1/preview': previewed })
  await show(RolesPage, empty)
  await eventually(() => expect(field('preview-role').exists()).toBe(true))
  await field('preview-role').trigger('click')
  await eventually(() => expect(field('preview').exists()).toBe(true))
  expect(field('preview-reached').text()).toContain('1,234')
  expect(screen().findAll('[data-test=preview-customer]').map(one => one.text())).toEqual([
    'Export',
    'Read, Create of one’s own, shared ones and those of nobody'
  ])
  expect(field('preview-pages').text()).toContain('Imports')
  expect(field('preview-pages').text()).not.toContain('Teams')
  expect(field('preview').findAll('button, input')).toHaveLength(0)
})

test('what another system keeps is shown and can’t be changed', async () => {
  const theirs = { ...ada, source: 'oa', managed: ['roles', 'enabled', 'fullName', 'email', 'departmentId', 'password'] }
  const oa = {
    id: 'oa',
    label: label('OA'),
    last: {
      at: '2026-03-01T08:30:00Z',
      by: 'system',
      users: { created: 3, changed: 2, gone: 1 },
      departments: { created: 0, changed: 0, gone: 0 },
      conflictCount: 1,
      conflicts: [{ externalId: 'u7', name: 'twin', message: label('Two users have this name.') }]
    }
  }
  const asked = serve({
    ...lists,
    'GET platform/v1/users': { items: [theirs], total: 1 },
    'GET platform/v1/identity-providers': { items: [oa] },
    'POST platform/v1/identity-providers/oa/sync': oa.last
  })
  const { page } = await show(UsersPage, empty)
  await eventually(() => expect(page.text()).toContain('3 new, 2 changed, 1 disabled'))
  expect(page.text()).toContain('Two users have this name.')
  expect(field('password-user').exists()).toBe(false)
  expect(field('disable-user').exists()).toBe(false)
  await field('sync').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  await field('edit-user').trigger('click')
  await eventually(() => expect(field('u-source').exists()).toBe(true))
  expect(field('u-fullName').attributes('disabled')).toBeDefined()
})
