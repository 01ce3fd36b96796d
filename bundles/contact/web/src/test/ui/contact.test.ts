import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { instantOf, localTime, type Field } from '@crm/shell'
import { eventually, field, keysOf, leave, screen, serve, show, written } from '@crm/testing'
import module from '../../main/ui/index'
import InteractionForm from '../../main/ui/InteractionForm.vue'
import InteractionsPage from '../../main/ui/InteractionsPage.vue'
import { en, zh } from '../../main/ui/messages'

afterEach(leave)

test('both languages have the same messages with the same placeholders', () => {
  expect(keysOf(zh)).toEqual(keysOf(en))
})

test('the time of the form is the time of the browser', () => {
  const now = new Date('2026-03-01T08:30:00Z')
  expect(instantOf(localTime(now))).toBe('2026-03-01T08:30:00Z')
  expect(instantOf('')).toBeUndefined()
})

test('the page names the customer of each interaction', async () => {
  const interaction = { version: 1, channel: 'call', direction: 'out', at: '2026-03-01T08:30:00Z', customerId: '42' }
  serve({
    'GET contact/v1/interactions': {
      items: [
        { ...interaction, id: '1', subject: '回访', customerName: '星辰科技' },
        { ...interaction, id: '2', subject: '报价' }
      ]
    }
  })
  const { page } = await show(InteractionsPage, module)
  expect(page.findAll('[data-test=subject]').map(subject => subject.text())).toEqual(['回访', '报价'])
  const customers = page.findAll('[data-test=customer]')
  expect(customers.map(customer => customer.text())).toEqual(['星辰科技', '#42'])
  expect(customers[0]?.attributes('href')).toBe('/customers/42?tab=interactions')
})

const label = (text: string) => ({ en: text, zh: text })
const one = (code: string, fieldType: Field['fieldType'], more: Partial<Field> = {}): Field => ({
  type: 'interaction',
  code,
  fieldType,
  label: label(code),
  ...more
})
const fields = [
  one('customerId', 'reference', { reference: 'customer', required: true }),
  one('channel', 'choice', { choices: [{ code: 'call', label: label('Call') }], required: true }),
  one('direction', 'choice', { choices: [{ code: 'out', label: label('By us') }], required: true }),
  one('at', 'instant', { required: true }),
  one('subject', 'text', { required: true }),
  one('nextStep.at', 'date', { section: label('Next step') }),
  one('nextStep.what', 'text', { section: label('Next step') })
]
const catalog = { 'GET platform/v1/fields': { items: fields } }

async function openForm() {
  const { page } = await show(InteractionForm, module, { customerId: '42', modelValue: false })
  await page.setProps({ modelValue: true })
  await flushPromises()
  return page
}

test('an interaction needs a subject, and a next step both day and task', async () => {
  const asked = serve(catalog)
  await openForm()
  await field('r-nextStep-what').setValue('发送报价单')
  await field('save').trigger('click')
  await eventually(() => expect(screen().text()).toContain('Enter a value'))
  expect(screen().text()).toContain('Give both the date and what is to be done')
  expect(written(asked)).toHaveLength(0)
})

test('an interaction is sent with its next step', async () => {
  const asked = serve({ ...catalog, 'POST contact/v1/interactions': { id: '1' } })
  const page = await openForm()
  await field('r-at').setValue('2026-03-01T16:30')
  await field('r-subject').setValue('季度回访')
  await field('r-nextStep-at').setValue('2026-03-08')
  await field('r-nextStep-what').setValue('发送报价单')
  await field('save').trigger('click')
  await eventually(() => expect(page.emitted('update:modelValue')).toEqual([[false]]))
  expect(written(asked)[0]?.body).toEqual({
    customerId: '42',
    channel: 'call',
    direction: 'out',
    at: instantOf('2026-03-01T16:30'),
    subject: '季度回访',
    nextStep: { at: '2026-03-08', what: '发送报价单' }
  })
})
