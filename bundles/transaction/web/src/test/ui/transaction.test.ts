import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { instantOf } from '@crm/shell'
import { eventually, field, keysOf, leave, of, refusal, screen, serve, show, written } from '@crm/testing'
import CustomerFigures from '../../main/ui/CustomerFigures.vue'
import { isDecimal, isPositive, lineAmount, multiply, shortened, subtract } from '../../main/ui/decimals'
import module from '../../main/ui/index'
import { en, zh } from '../../main/ui/messages'
import OrderForm from '../../main/ui/OrderForm.vue'
import OrderPage from '../../main/ui/OrderPage.vue'
import OrdersPage from '../../main/ui/OrdersPage.vue'

afterEach(leave)

const order = {
  id: '9',
  version: 2,
  number: 'SO-9',
  customerId: '42',
  customerName: '星辰科技',
  orderedAt: '2026-03-01T08:30:00Z',
  currency: 'CNY',
  status: 'draft',
  lines: [{ product: 'P-1', quantity: '2.0000', unitPrice: '10.0000', discount: '0.0000', amount: '20.0000' }],
  total: { amount: '20.00', currency: 'CNY' }
}

test('both languages have the same messages with the same placeholders', () => {
  expect(keysOf(zh)).toEqual(keysOf(en))
})

test('lines are computed exactly', () => {
  expect(multiply('0.1', '0.2')).toBe('0.02')
  expect(multiply('3', '4')).toBe('12')
  expect(subtract('10', '0.1', '9.9')).toBe('0.0')
  expect(lineAmount({ quantity: '3', unitPrice: '0.3333', discount: '0.5' })).toBe('0.4999')
  expect(lineAmount({ quantity: '3', unitPrice: 'x' })).toBeUndefined()
  expect(shortened('2.0000')).toBe('2')
  expect([isDecimal('1.23456'), isDecimal('-1'), isDecimal('1.5')]).toEqual([false, false, true])
  expect([isPositive('0.00'), isPositive('0.01'), isPositive('-1')]).toEqual([false, true, false])
})

test('the list shows orders with their customers and asks for the status of the address', async () => {
  const asked = serve({ 'GET transaction/v1/orders': { items: [order], total: 1 } })
  const { page } = await show(OrdersPage, module, {}, '/orders?status=draft')
  expect(of(asked, 'transaction/v1/orders').map(one => one.query.get('status'))).toEqual(['draft'])
  expect(page.find('[data-test=order]').attributes('href')).toBe('/orders/9')
  expect(page.text()).toContain('星辰科技')
  expect(page.text()).toContain('¥20.00')
})

test('an order shows what was paid and what is open', async () => {
  serve({
    'GET transaction/v1/orders/9': { ...order, status: 'confirmed' },
    'GET transaction/v1/orders/9/deliveries': { items: [] },
    'GET transaction/v1/orders/9/payments': {
      items: [{ id: '1', at: order.orderedAt, amount: { amount: '5.50', currency: 'CNY' }, method: 'wechat' }]
    }
  })
  const { page } = await show(OrderPage, module, {}, '/9')
  const figures = page.findAll('.crm-figure strong').map(figure => figure.text())
  expect(figures).toEqual(['¥20.00', '¥5.50', '¥14.50'])
  expect(page.text()).toContain('WeChat Pay')
  expect(page.find('[data-test=confirm-order]').exists()).toBe(false)
})

test('a confirmed order is asked about first, and patched in the version that was read', async () => {
  const asked = serve({
    'GET transaction/v1/orders/9': order,
    'GET transaction/v1/orders/9/deliveries': { items: [] },
    'GET transaction/v1/orders/9/payments': { items: [] },
    'PATCH transaction/v1/orders/9': { ...order, status: 'confirmed' }
  })
  await show(OrderPage, module, {}, '/9')
  await screen().find('[data-test=confirm-order]').trigger('click')
  await eventually(() => expect(screen().text()).toContain('Confirm SO-9?'))
  expect(asked.some(one => one.method === 'PATCH')).toBe(false)
  await screen().find('.el-message-box .el-button--primary').trigger('click')
  await eventually(() =>
    expect(asked.find(one => one.method === 'PATCH')).toMatchObject({ body: { status: 'confirmed' } })
  )
  expect(asked.find(one => one.method === 'PATCH')?.headers['If-Match']).toBe('"2"')
})

const label = (text: string) => ({ en: text, zh: text })
const head = { type: 'order', fieldType: 'text', required: true }
const catalog = {
  'GET platform/v1/fields': {
    items: [
      { ...head, code: 'customerId', fieldType: 'reference', label: label('Customer') },
      { ...head, code: 'orderedAt', fieldType: 'instant', label: label('Ordered') },
      { ...head, code: 'currency', label: label('Currency') },
      { ...head, code: 'custom.note', label: label('Note'), required: false, custom: true }
    ]
  }
}

async function openForm() {
  const { page } = await show(OrderForm, module, { customerId: '42', modelValue: false })
  await page.setProps({ modelValue: true })
  await flushPromises()
  return page
}

test('an order needs a product and a price', async () => {
  const asked = serve(catalog)
  await openForm()
  await field('save').trigger('click')
  await eventually(() => expect(screen().text()).toContain('Enter a number above zero'))
  expect(screen().text()).toContain('Enter a value')
  expect(written(asked)).toHaveLength(0)
})

test('the errors of a line show at the line', async () => {
  const errors = [{ field: 'lines[1].quantity', code: 'too-large', message: 'too many' }]
  serve({ ...catalog, 'POST transaction/v1/orders': () => refusal(422, { title: 'Invalid', errors }) })
  await openForm()
  await screen().find('[data-test=add-line]').trigger('click')
  for (const line of [0, 1]) {
    await field(`o-product-${line}`).setValue('P-1')
    await field(`o-price-${line}`).setValue('10.50')
  }
  expect(screen().text()).toContain('¥21.00')
  await field('save').trigger('click')
  await eventually(() => expect(screen().findAll('.order-line')[1]?.text()).toContain('too many'))
  expect(screen().findAll('.order-line')[0]?.text()).not.toContain('too many')
})

test('an order is sent with its head and its lines', async () => {
  const asked = serve({ ...catalog, 'POST transaction/v1/orders': order })
  const page = await openForm()
  await field('r-orderedAt').setValue('2026-03-01T08:30')
  await field('r-custom-note').setValue('urgent')
  await field('o-product-0').setValue('P-1')
  await field('o-price-0').setValue('10.50')
  await field('save').trigger('click')
  await eventually(() => expect(page.emitted('saved')).toHaveLength(1))
  expect(written(asked)[0]?.body).toEqual({
    customerId: '42',
    orderedAt: instantOf('2026-03-01T08:30'),
    currency: 'CNY',
    custom: { note: 'urgent' },
    lines: [{ product: 'P-1', quantity: '1', unitPrice: '10.50', discount: '0' }]
  })
})

test('a customer with orders in two currencies has two revenues', async () => {
  const fact = { orders: 2, lastOrderAt: '2026-03-01T08:30:00Z' }
  serve({
    'GET transaction/v1/customers/42/facts': {
      facts: [
        { ...fact, currency: 'CNY', total: { amount: '1200.00', currency: 'CNY' } },
        { ...fact, currency: 'USD', total: { amount: '30.00', currency: 'USD' } }
      ]
    }
  })
  const { page } = await show(CustomerFigures, module, { customerId: '42' })
  expect(page.text()).toContain('¥1,200 + $30')
  expect(page.find('[data-test=figure-orders]').text()).toContain('4')
})
