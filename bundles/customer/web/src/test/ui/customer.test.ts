import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import type { Field } from '@crm/shell'
import { eventually, field, keysOf, leave, of, refusal, screen, serve, show, written } from '@crm/testing'
import { withoutPerson } from '../../main/ui/customer-form'
import CustomerForm from '../../main/ui/CustomerForm.vue'
import CustomerList from '../../main/ui/CustomerList.vue'
import module from '../../main/ui/index'
import { en, zh } from '../../main/ui/messages'
import { addressLine, type Customer } from '../../main/ui/model'
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

test('an address reads in the order of the language', () => {
  expect(addressLine(star.addresses![0]!, 'zh-CN')).toBe('上海世纪大道 1 号')
  expect(addressLine(star.addresses![0]!, 'en')).toBe('世纪大道 1 号, 上海')
})

const label = (text: string) => ({ en: text, zh: text })
const choices = (...codes: string[]) => codes.map(code => ({ code, label: label(code) }))
const one = (code: string, more: Partial<Field> = {}): Field => ({
  type: 'customer',
  code,
  fieldType: 'text',
  label: label(code),
  ...more
})
const fields = [
  one('name', { required: true, maxLength: 200 }),
  one('kind', { fieldType: 'choice', choices: choices('company', 'person'), required: true }),
  one('shortName'),
  one('stage', { fieldType: 'choice', choices: choices('potential', 'customer') }),
  one('phones', { many: true, section: label('Reach') }),
  one('emails', { many: true, section: label('Reach') }),
  one('addresses.city', { many: true, section: label('Address') }),
  one('addresses.street', { many: true, section: label('Address') }),
  one('industry', { section: label('Business') }),
  one('sex', { fieldType: 'choice', choices: choices('female', 'unknown'), section: label('Personal') }),
  one('birthday.date', { fieldType: 'date', section: label('Personal') }),
  one('createdAt', { fieldType: 'instant', readOnly: true })
]
const catalog = { 'GET platform/v1/fields': { items: fields } }
const person: Customer = {
  ...star,
  kind: 'person',
  sex: 'female',
  education: 'master',
  birthday: { date: '1980-02-03', calendar: 'lunar' }
}

async function openForm(customer?: Customer) {
  const { page } = await show(CustomerForm, module, { modelValue: false, customer })
  await page.setProps({ modelValue: true })
  await flushPromises()
  return page
}

/** What a form of this customer sends, once it was filled in. */
async function patched(customer: Customer, entered: Record<string, string>) {
  const asked = serve({ ...catalog, 'PATCH customer/v1/customers/7': customer })
  const page = await openForm(customer)
  for (const [name, text] of Object.entries(entered)) await field(name).setValue(text)
  await field('save').trigger('click')
  await eventually(() => expect(page.emitted('saved')).toHaveLength(1))
  expect(written(asked)[0]?.headers['If-Match']).toBe('"4"')
  return written(asked)[0]?.body
}

test('a patch clears what was emptied and keeps what the form does not show', async () => {
  const body = await patched(star, { 'r-shortName': '', 'r-addresses-street': '世纪大道 2 号' })
  expect(body).toEqual({
    shortName: null,
    addresses: [{ ...star.addresses![0], street: '世纪大道 2 号' }, star.addresses![1]]
  })
})

test('an address that was emptied goes, the others stay', async () => {
  const body = await patched(star, { 'r-addresses-city': '', 'r-addresses-street': ' ' })
  expect(body).toEqual({ addresses: [star.addresses![1]] })
})

test('a birthday keeps its calendar, and goes with its date', async () => {
  expect(await patched(person, { 'r-birthday-date': '1980-02-04' })).toEqual({
    birthday: { date: '1980-02-04', calendar: 'lunar' }
  })
  leave()
  expect(await patched(person, { 'r-birthday-date': '' })).toEqual({ birthday: null })
})

test('a form shows what customers of the kind have', async () => {
  serve(catalog)
  await openForm(person)
  expect(screen().find('[data-test=r-sex]').exists()).toBe(true)
  expect(screen().find('[data-test=r-industry]').exists()).toBe(false)
})

test('a person who becomes a company loses what only people have', () => {
  expect(withoutPerson({ kind: 'company' }, person)).toMatchObject({ sex: null, birthday: null, education: null })
  expect(withoutPerson({ name: 'A' }, person)).toEqual({ name: 'A' })
  expect(withoutPerson({ kind: 'person' }, star)).toEqual({ kind: 'person' })
})

test('a new customer is sent without what is not known', async () => {
  const asked = serve({ ...catalog, 'POST customer/v1/customers': star })
  await openForm()
  await field('r-name').setValue(' A ')
  await field('r-phones').setValue(' 021-1；13900000000, \n 1380 ')
  await field('save').trigger('click')
  await eventually(() => expect(written(asked)).toHaveLength(1))
  expect(written(asked)[0]?.body).toEqual({
    kind: 'company',
    name: 'A',
    stage: 'potential',
    phones: ['021-1', '13900000000', '1380']
  })
})

test('a customer without a name is not sent', async () => {
  const asked = serve(catalog)
  await openForm()
  await field('save').trigger('click')
  await eventually(() => expect(screen().text()).toContain('Enter a value'))
  expect(written(asked)).toHaveLength(0)
})

test('what the server refuses shows at its field', async () => {
  const errors = [
    { field: 'emails[0]', code: 'invalid-email', message: 'not an e-mail address' },
    { field: 'addresses[0].city', code: 'too-long', message: 'too long' },
    { field: 'addresses[1].city', code: 'too-long', message: 'far too long' }
  ]
  serve({ ...catalog, 'POST customer/v1/customers': () => refusal(422, { title: 'Invalid', errors }) })
  const page = await openForm()
  await field('r-name').setValue('A')
  await field('r-emails').setValue('nonsense')
  await field('save').trigger('click')
  const shown = () => screen().findAll('.el-form-item__error').map(error => error.text())
  await eventually(() => expect(shown()).toEqual(['not an e-mail address', 'too long']))
  expect(screen().find('.crm-failure').text()).toContain('addresses[1].city: far too long')
  expect(page.emitted('saved')).toBeUndefined()
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
