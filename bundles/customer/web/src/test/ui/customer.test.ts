import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { eventually, field, keysOf, leave, of, refusal, screen, serve, show, written } from '@crm/testing'
import { bodyOf, inputOf } from '../../main/ui/customer-form'
import CustomerForm from '../../main/ui/CustomerForm.vue'
import CustomerList from '../../main/ui/CustomerList.vue'
import module from '../../main/ui/index'
import { en, zh } from '../../main/ui/messages'
import { addressLine, listOf, type Customer } from '../../main/ui/model'
import PersonList from '../../main/ui/PersonList.vue'

afterEach(leave)

const star: Customer = {
  id: '7',
  version: 4,
  kind: 'company',
  code: 'C-0007',
  name: '上海星辰科技有限公司',
  shortName: '星辰',
  stage: 'customer',
  phones: ['021-5555 0101', '13900000000'],
  addresses: [
    { type: 'office', country: 'CN', city: '上海', region: '上海', street: '世纪大道 1 号' },
    { type: 'storage', city: '苏州' }
  ],
  createdAt: '2026-03-01T08:30:00Z',
  createdBy: 'admin',
  updatedAt: '2026-03-01T08:30:00Z',
  updatedBy: 'admin'
}

test('both languages have the same messages with the same placeholders', () => {
  expect(keysOf(zh)).toEqual(keysOf(en))
})

test('phones may be separated the Chinese way', () => {
  expect(listOf(' 021-1；13900000000, \n 1380 ')).toEqual(['021-1', '13900000000', '1380'])
})

test('an address reads in the order of the language', () => {
  expect(addressLine(star.addresses![0]!, 'zh-CN')).toBe('上海世纪大道 1 号')
  expect(addressLine(star.addresses![0]!, 'en')).toBe('世纪大道 1 号, 上海')
})

test('a patch clears what was emptied and keeps what the form does not show', () => {
  const input = { ...inputOf(star), shortName: '', street: '世纪大道 2 号' }
  const body = bodyOf(input, star)
  expect(body.shortName).toBeNull()
  expect(body.phones).toEqual(star.phones)
  expect(body.addresses).toEqual([{ ...star.addresses![0], street: '世纪大道 2 号' }, star.addresses![1]])
  expect(body).not.toHaveProperty('sex')
})

test('a person who becomes a company loses what only people have', () => {
  const person: Customer = { ...star, kind: 'person', sex: 'female', education: 'master' }
  expect(bodyOf({ ...inputOf(person), kind: 'company' }, person)).toMatchObject({
    sex: null,
    birthday: null,
    education: null
  })
})

test('a new customer is sent without what is not known', () => {
  const body = JSON.parse(JSON.stringify(bodyOf({ ...inputOf(), name: ' A ' })))
  expect(body).toEqual({ kind: 'company', name: 'A', stage: 'potential', phones: [], emails: [], addresses: [] })
})

async function openForm(customer?: Customer) {
  const { page } = await show(CustomerForm, module, { modelValue: false, customer })
  await page.setProps({ modelValue: true })
  await flushPromises()
  return page
}

test('a customer without a name is not sent', async () => {
  const asked = serve({})
  await openForm()
  await field('save').trigger('click')
  await eventually(() => expect(screen().text()).toContain('Enter a name'))
  expect(written(asked)).toHaveLength(0)
})

test('what the server refuses shows at its field', async () => {
  const errors = [{ field: 'emails[0]', code: 'invalid-email', message: 'not an e-mail address' }]
  serve({ 'POST customer/v1/customers': () => refusal(422, { title: 'Invalid', errors }) })
  const page = await openForm()
  await field('f-name').setValue('A')
  await field('f-emails').setValue('nonsense')
  await field('save').trigger('click')
  await eventually(() => expect(screen().find('.el-form-item__error').text()).toBe('not an e-mail address'))
  expect(page.emitted('saved')).toBeUndefined()
})

test('an edited customer is patched in the version that was read', async () => {
  const asked = serve({ 'PATCH customer/v1/customers/7': star })
  const page = await openForm(star)
  await field('f-name').setValue('新名称')
  await field('save').trigger('click')
  await eventually(() => expect(page.emitted('saved')).toHaveLength(1))
  expect(written(asked)[0]?.headers['If-Match']).toBe('"4"')
  expect(written(asked)[0]?.body).toMatchObject({ name: '新名称' })
})

test('the list shows what the address asks for', async () => {
  const asked = serve({ 'GET customer/v1/customers': { items: [star], total: 1 } })
  const { page } = await show(CustomerList, module, {}, '/customers?q=上海&kind=company&sort=-createdAt')
  const [first] = of(asked, 'customer/v1/customers')
  expect(Object.fromEntries(first!.query)).toEqual({
    q: '上海',
    kind: 'company',
    sort: '-createdAt',
    limit: '25',
    count: 'true'
  })
  expect(page.find('.row-link').attributes('href')).toBe('/customers/7')
  expect(page.text()).toContain('1 in total')
})

test('typing asks once, when it pauses, and goes into the address', async () => {
  const asked = serve({ 'GET customer/v1/customers': { items: [] } })
  const { router } = await show(CustomerList, module, {}, '/customers')
  await field('q').setValue('上')
  await new Promise(resolve => setTimeout(resolve, 100))
  await field('q').setValue('上海')
  await eventually(() => expect(router.currentRoute.value.query.q).toBe('上海'))
  await flushPromises()
  expect(of(asked, 'customer/v1/customers').map(one => one.query.get('q'))).toEqual([null, '上海'])
  expect(screen().text()).toContain('No customer matches')
})

test('a list that cannot be read says why and can be tried again', async () => {
  let broken = true
  serve({ 'GET customer/v1/customers': () => (broken ? refusal(500, { title: 'Out of order' }) : { items: [star] }) })
  const { page } = await show(CustomerList, module, {}, '/customers')
  expect(page.text()).toContain('Out of order')
  broken = false
  await page.find('.crm-failure button').trigger('click')
  await flushPromises()
  expect(page.text()).toContain(star.name)
})

test('the persons of a customer are listed with what they do', async () => {
  const person = { id: '1', version: 1, name: '张伟', position: '采购经理', role: 'buyer', phones: ['13900000000'] }
  serve({ 'GET customer/v1/customers/7/persons': { items: [person] } })
  const { page } = await show(PersonList, module, { customerId: '7' })
  expect(page.text()).toContain('张伟')
  expect(page.text()).toContain('采购经理 · buyer')
  expect(page.find('[aria-label="Edit 张伟"]').exists()).toBe(true)
})
