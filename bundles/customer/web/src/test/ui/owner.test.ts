import { afterEach, expect, test } from 'vitest'
import { eventually, field, leave, of, refusal, screen, serve, show, written } from '@crm/testing'
import CustomerOwner from '../../main/ui/CustomerOwner.vue'
import module from '../../main/ui/index'
import type { Customer, Share } from '../../main/ui/model'

afterEach(leave)

const star: Customer = {
  id: '7',
  version: 4,
  kind: 'company',
  name: 'Star',
  ownerId: '9',
  departmentId: '3',
  createdAt: '2026-03-01T08:30:00Z',
  createdBy: 'admin',
  updatedAt: '2026-03-01T08:30:00Z',
  updatedBy: 'admin'
}
const shared: Share = {
  id: 'department-4',
  holder: { kind: 'department', id: '4' },
  writable: true,
  createdAt: '2026-03-01T08:30:00Z',
  createdBy: 'admin'
}
const lists = {
  'GET customer/v1/customers/7/shares': { items: [shared] },
  'GET platform/v1/departments': {
    items: [
      { id: '3', name: 'East' },
      { id: '4', name: 'West' }
    ]
  },
  'GET platform/v1/teams': { items: [{ id: '5', name: 'Key accounts' }] }
}

test('a customer shows its department, and who is let in', async () => {
  serve(lists)
  const { page } = await show(CustomerOwner, module, { customer: star })
  await eventually(() => expect(page.text()).toContain('East'))
  expect(page.text()).toContain('West')
  expect(page.text()).toContain('changes')
})

test('a customer of nobody is in the pool, and cannot be put there again', async () => {
  serve({ ...lists, 'GET customer/v1/customers/7/shares': { items: [] } })
  const { ownerId, departmentId, ...free } = star
  const { page } = await show(CustomerOwner, module, { customer: free })
  expect([ownerId, departmentId]).toEqual(['9', '3'])
  await eventually(() => expect(page.text()).toContain('Public pool'))
  expect(field('release').exists()).toBe(false)
})

test('a share ends after a question', async () => {
  const asked = serve({ ...lists, 'DELETE customer/v1/customers/7/shares/department-4': {} })
  await show(CustomerOwner, module, { customer: star })
  await eventually(() => expect(field('withdraw-department-4').exists()).toBe(true))
  await field('withdraw-department-4').trigger('click')
  await eventually(() => expect(screen().text()).toContain('End the share with West?'))
  expect(written(asked)).toHaveLength(0)
  await screen().find('.el-message-box__btns .el-button--primary').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  await eventually(() => expect(of(asked, 'customer/v1/customers/7/shares').length).toBe(2))
})

test('what the server refuses of a transfer shows at its place', async () => {
  const errors = [{ field: 'ownerId', code: 'required', message: 'Who is the new owner?' }]
  const asked = serve({
    ...lists,
    'POST customer/v1/customers/7/transfer': () => refusal(422, { title: 'no', errors })
  })
  await show(CustomerOwner, module, { customer: star })
  await field('transfer').trigger('click')
  await eventually(() => expect(screen().find('[data-test=save]').exists()).toBe(true))
  await screen().find('[data-test=save]').trigger('click')
  await eventually(() => expect(screen().text()).toContain('Who is the new owner?'))
  expect(written(asked)[0]!.body).toEqual({})
})

test('a share is asked for as it was chosen', async () => {
  const asked = serve({ ...lists, 'POST customer/v1/customers/7/shares': shared })
  await show(CustomerOwner, module, { customer: star })
  await field('share').trigger('click')
  await eventually(() => expect(field('share-until').exists()).toBe(true))
  await field('share-until').setValue('2099-01-01T08:00')
  // the drawer of transfers has a button of this name too
  await screen().findAll('[data-test=save]').at(-1)!.trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]!.body).toMatchObject({ holder: { kind: 'user' }, writable: false })
  expect(written(asked)[0]!.body).toHaveProperty('until')
})

test('a customer can be shared with a team', async () => {
  const asked = serve({ ...lists, 'POST customer/v1/customers/7/shares': shared })
  await show(CustomerOwner, module, { customer: star })
  await field('share').trigger('click')
  await eventually(() => expect(field('share-until').exists()).toBe(true))
  await screen().find('input[type=radio][value=team]').setValue()
  await eventually(() => expect(field('share-team').exists()).toBe(true))
  await field('share-team').trigger('click')
  const offered = () => screen().findAll('.el-select-dropdown__item').find(item => item.text() === 'Key accounts')
  await eventually(() => expect(offered()).toBeDefined())
  await offered()!.trigger('click')
  await screen().findAll('[data-test=save]').at(-1)!.trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]!.body).toMatchObject({ holder: { kind: 'team', id: '5' } })
})

test('who may not read teams sees the other shares', async () => {
  const team: Share = { ...shared, id: 'team-5', holder: { kind: 'team', id: '5' } }
  serve({
    ...lists,
    'GET customer/v1/customers/7/shares': { items: [shared, team] },
    'GET platform/v1/teams': () => refusal(403, { title: 'no' })
  })
  const { page } = await show(CustomerOwner, module, { customer: star })
  await eventually(() => expect(page.text()).toContain('West'))
  expect(page.text()).toContain('#5')
})
