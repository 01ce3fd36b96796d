import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineComponent, h, ref, type Component } from 'vue'
import { CrmDrawer, defineModule, forgetCatalogs, session, zone, type Field } from '@crm/shell'
import { CrmHistory, CrmRecordForm, useCustomDraft } from '@crm/records'
import { eventually, field, leave, screen, serve, show } from './testing'

beforeEach(() => Object.assign(session, { me: { name: 'ada', roles: [] }, known: true, expired: false }))
afterEach(() => {
  zone.value = 'UTC'
  leave()
})

// A box that was answered leaves slowly.
const box = () => screen().findAll('.el-message-box').at(-1)!
const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const label = (text: string) => ({ en: text, zh: text })
const custom = (code: string, fieldType: Field['fieldType'], more: Partial<Field> = {}): Field => ({
  type: 'thing',
  code: 'custom.' + code,
  fieldType,
  label: label(code),
  custom: true,
  ...more
})
const fields = [
  custom('note', 'text', { required: true, maxLength: 20, help: label('A word or two') }),
  custom('limit', 'money', { section: label('Finance') }),
  custom('seen', 'instant', { section: label('Finance') }),
  custom('score', 'number'),
  custom('mark', 'text', { readOnly: true })
]

async function form(custom: Record<string, unknown>, more = {}) {
  const record = ref({ custom })
  const host = defineComponent(
    () => () =>
      h(CrmRecordForm as unknown as Component, {
        fields,
        errorOf: (code: string) => (code === 'custom.score' ? 'too much' : undefined),
        modelValue: record.value,
        'onUpdate:modelValue': (value: typeof record.value) => (record.value = value),
        ...more
      })
  )
  await show(host, empty)
  return record
}

test('fields stand under their sections, with help, and what the server said at its field', async () => {
  await form({}, { heading: 'Further' })
  expect(
    screen()
      .findAll('legend')
      .map(legend => legend.text())
  ).toEqual(['Further', 'Finance'])
  expect(screen().text()).toContain('A word or two')
  await eventually(() => expect(screen().find('.el-form-item__error').text()).toBe('too much'))
  expect(field('r-custom-note').attributes('maxlength')).toBe('20')
  expect(field('r-custom-mark').attributes('disabled')).toBeDefined()
})

test('what is missing is told once saving was tried', async () => {
  await form({}, { tried: true })
  await eventually(() => expect(screen().text()).toContain('Enter a value'))
})

test('values are entered by type: money as typed, times in the zone of the user', async () => {
  zone.value = 'Asia/Shanghai'
  const record = await form({ note: 'x', seen: '2026-03-01T08:30:00Z' })
  expect((field('r-custom-seen').element as HTMLInputElement).value).toBe('2026-03-01T16:30')
  await field('r-custom-limit').setValue('1234.5')
  await field('r-custom-seen').setValue('2026-03-01T00:15')
  await field('r-custom-note').setValue('')
  expect(record.value.custom).toEqual({
    note: undefined,
    limit: { amount: '1234.5', currency: 'CNY' },
    seen: '2026-02-28T16:15:00Z'
  })
})

async function draft() {
  let made: ReturnType<typeof useCustomDraft>
  serve({ 'GET platform/v1/fields': { items: fields } })
  await show(
    defineComponent(() => {
      made = useCustomDraft('thing')
      return () => null
    }),
    empty
  )
  return made!
}

test('a patch names what changed, and what was emptied as null', async () => {
  const values = await draft()
  values.start({ note: 'a', score: '5', mark: 'm' })
  await flushPromises()
  values.record.value.custom = { note: 'b', mark: 'other', limit: { amount: '1', currency: 'CNY' } }
  expect(values.body(true)).toEqual({ note: 'b', score: null, limit: { amount: '1', currency: 'CNY' } })
  values.start({ note: 'a' })
  expect(values.body(true)).toBeUndefined()
})

test('a required field keeps a form from being sent, a number must be one', async () => {
  const values = await draft()
  values.start({})
  await flushPromises()
  expect(values.sendable()).toBe(false)
  values.record.value.custom = { note: 'a', score: 'many' }
  expect(values.sendable()).toBe(false)
  values.record.value.custom = { note: 'a', score: '-1.5' }
  expect(values.sendable()).toBe(true)
  forgetCatalogs()
  expect(values.sendable()).toBe(true)
})

async function drawer() {
  const content = ref({ name: '' })
  const open = ref(true)
  const host = defineComponent(
    () => () =>
      h(CrmDrawer, {
        title: 'T',
        content: content.value,
        modelValue: open.value,
        'onUpdate:modelValue': (value: boolean) => (open.value = value)
      })
  )
  const { router } = await show(host, empty, {}, '/1')
  await flushPromises()
  return { content, open, router }
}

test('a form that nobody touched closes at once', async () => {
  const { open } = await drawer()
  await field('cancel').trigger('click')
  await eventually(() => expect(open.value).toBe(false))
})

test('what was entered is not lost without a question, on no way out', async () => {
  const { content, open, router } = await drawer()
  content.value = { name: 'typed' }
  await flushPromises()
  await field('cancel').trigger('click')
  await eventually(() => expect(box().text()).toContain('is not saved'))
  await box().find('.el-message-box__btns button:not(.el-button--primary)').trigger('click')
  await flushPromises()
  expect(open.value).toBe(true)
  const unload = new Event('beforeunload', { cancelable: true })
  dispatchEvent(unload)
  expect(unload.defaultPrevented).toBe(true)
  await eventually(() => expect(screen().findAll('.el-message-box')).toHaveLength(0))
  const leaving = router.push('/2')
  await eventually(() => expect(box().text()).toContain('is not saved'))
  await box().find('.el-button--primary').trigger('click')
  await leaving
  expect(router.currentRoute.value.path).toBe('/2')
})

test('a history tells in words what became of what', async () => {
  const choices = [{ code: 'a', label: label('Good') }]
  const acts = [
    {
      id: '2',
      at: '2026-03-02T08:30:00Z',
      by: 'ada',
      action: 'CHANGED',
      fields: [
        { field: 'custom.rating', after: 'a' },
        { field: 'name', before: 'Old', after: 'New' }
      ]
    },
    { id: '1', at: '2026-03-01T08:30:00Z', by: 'bob', action: 'CREATED', fields: [] }
  ]
  serve({
    'GET platform/v1/fields': { items: [custom('rating', 'choice', { choices, label: label('Rating') })] },
    'GET x/v1/things/7/history': { items: acts }
  })
  const { page } = await show(CrmHistory, empty, {
    path: 'x/v1/things/7/history',
    type: 'thing',
    fieldName: (name: string) => (name === 'name' ? 'Name' : undefined)
  })
  const [changed, created] = page.findAll('[data-test=history-act]')
  expect(changed!.text()).toContain('Changed')
  expect(changed!.findAll('dt').map(term => term.text())).toEqual(['Rating', 'Name'])
  expect(changed!.findAll('dd').map(line => line.text())).toEqual(['nothing → after: Good', 'before: Old → after: New'])
  expect(created!.text()).toContain('Created')
})

test('a record without a history says so', async () => {
  serve({})
  const { page } = await show(CrmHistory, empty, { path: 'x/v1/things/7/history', type: 'thing' })
  expect(page.text()).toContain('keeps no history')
})
