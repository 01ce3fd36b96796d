import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defineComponent, h, ref, type Ref } from 'vue'
import { CrmDrawer, defineModule, forgetCatalogs, Problem, session, zone, type Field } from '@crm/shell'
import { CrmHistory, CrmRecordForm, useRecordDraft, type DraftForm, type RecordDraft } from '@crm/records'
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
const one = (code: string, fieldType: Field['fieldType'], more: Partial<Field> = {}): Field => ({
  type: 'thing',
  code,
  fieldType,
  label: label(code),
  custom: code.startsWith('custom.'),
  ...more
})
const fields = [
  one('name', 'text', { required: true, maxLength: 20, help: label('A word or two') }),
  one('tags', 'text', { many: true, maxLength: 5 }),
  one('made.at', 'date'),
  one('made.where', 'text'),
  one('custom.limit', 'money', { section: label('Finance'), min: 1, max: '100' }),
  one('custom.seen', 'instant', { section: label('Finance') }),
  one('custom.score', 'number'),
  one('custom.mark', 'text', { readOnly: true })
]

interface Shown {
  draft: RecordDraft
  open: Ref<boolean>
}

/** Shows a form of things, for a thing that is changed or for a new one. */
async function form(before?: object, more: Partial<DraftForm> = {}, slots: Record<string, unknown> = {}): Promise<Shown> {
  serve({ 'GET platform/v1/fields': { items: fields } })
  const open = ref(true)
  let draft: RecordDraft | undefined
  const host = defineComponent(() => {
    draft = useRecordDraft('thing', { open, before: () => before, ...more })
    return () => h(CrmRecordForm, { draft: draft! }, slots)
  })
  await show(host, empty)
  await flushPromises()
  return { draft: draft!, open }
}

/** What the form sends. */
async function sent({ draft }: Shown) {
  const body = vi.fn()
  await draft.save(async values => body(values))
  return body.mock.calls[0]?.[0]
}

test('fields stand under their sections, with their hints; what nobody can write is not there', async () => {
  await form({}, {}, { default: () => h('p', { class: 'between' }) })
  const parts = screen().findAll('legend, .between')
  expect(parts.map(part => part.text())).toEqual(['', 'Finance', 'Further fields'])
  expect(screen().text()).toContain('A word or two')
  expect(field('r-name').attributes('maxlength')).toBe('20')
  expect(field('r-custom-mark').exists()).toBe(false)
})

test('a module has its own control for a part, and hides what does not apply', async () => {
  const shown = await form(
    { made: { at: '2026-03-01' }, tags: ['a'] },
    { shows: one => one.code !== 'tags' },
    { 'part-made': ({ value, enter }: { value: unknown; enter: (value: unknown) => void }) =>
        h('button', { class: 'made', onClick: () => enter({ where: 'x' }) }, JSON.stringify(value)) }
  )
  expect(screen().find('.made').text()).toBe('{"at":"2026-03-01"}')
  expect(field('r-tags').exists()).toBe(false)
  await screen().find('.made').trigger('click')
  shown.draft.enter('name', 'a')
  expect(await sent(shown)).toEqual({ name: 'a', made: { at: null, where: 'x' } })
})

test('what is wrong is told once saving was tried, and keeps the form from being sent', async () => {
  const shown = await form(undefined, { mistakes: () => ({ 'made.where': 'nowhere' }) })
  expect(screen().find('.el-form-item__error').exists()).toBe(false)
  for (const [path, value] of Object.entries({ 'custom.score': 'many', tags: ['a', 'longer'] }))
    shown.draft.enter(path, value)
  shown.draft.enter('custom.limit', { amount: '0.5', currency: 'CNY' })
  expect(await sent(shown)).toBeUndefined()
  const errors = () => screen().findAll('.el-form-item__error').map(error => error.text())
  await eventually(() =>
    expect(errors()).toEqual(['Enter a value', 'At most 5 characters', 'nowhere', 'At least 1', 'Enter a number'])
  )
})

test('values are entered by type: money as typed, times in the zone of the user, several texts in one line', async () => {
  zone.value = 'Asia/Shanghai'
  const { draft } = await form({ name: 'x', custom: { seen: '2026-03-01T08:30:00Z' } })
  expect((field('r-custom-seen').element as HTMLInputElement).value).toBe('2026-03-01T16:30')
  await field('r-custom-limit').setValue('1234.5')
  await field('r-custom-seen').setValue('2026-03-01T00:15')
  await field('r-tags').setValue('a；b,')
  expect((field('r-tags').element as HTMLInputElement).value).toBe('a；b,')
  await field('r-name').setValue('')
  expect(draft.record).toEqual({
    name: undefined,
    tags: ['a', 'b'],
    custom: { limit: { amount: '1234.5', currency: 'CNY' }, seen: '2026-02-28T16:15:00Z' }
  })
})

test('a patch names what changed, and what was emptied as null', async () => {
  const before = { id: '7', name: 'a', tags: ['x'], made: { where: 'here' }, custom: { score: '5', mark: 'm' } }
  const shown = await form(before)
  expect(await sent(shown)).toEqual({})
  shown.draft.enter('name', ' b ')
  shown.draft.enter('tags', undefined)
  shown.draft.enter('made.where', ' ')
  shown.draft.enter('custom', { mark: 'other', limit: { amount: '1', currency: 'CNY' } })
  expect(await sent(shown)).toEqual({
    name: 'b',
    tags: null,
    made: null,
    custom: { score: null, limit: { amount: '1', currency: 'CNY' } }
  })
})

test('a new record is sent with what was filled in, and begins anew when the form opens again', async () => {
  const shown = await form(undefined, { fresh: () => ({ tags: ['new'] }) })
  shown.draft.enter('name', 'a')
  shown.draft.enter('made.where', ' ')
  expect(await sent(shown)).toEqual({ name: 'a', tags: ['new'] })
  shown.open.value = false
  await flushPromises()
  shown.open.value = true
  await flushPromises()
  expect(shown.draft.record).toEqual({ tags: ['new'] })
})

test('what the server refuses stands at its field, of a part at the first of it, all else above the form', async () => {
  const { draft } = await form({ name: 'a' }, { places: () => ['lines[0].x'] })
  const errors = ['tags[1]', 'made', 'lines[0].x', 'other'].map(at => ({ field: at, code: 'bad', message: at + ' is bad' }))
  await draft.save(() => Promise.reject(new Problem(422, 'No', errors)))
  expect(draft.failure).toBe('No – other: other is bad')
  expect([draft.errorOf('tags'), draft.errorOf('made.at'), draft.errorOf('lines[0].x')]).toEqual([
    'tags[1] is bad',
    'made is bad',
    'lines[0].x is bad'
  ])
})

test('without a catalogue nothing is sent', async () => {
  const shown = await form({ name: 'a' })
  serve({})
  forgetCatalogs()
  expect(await sent(shown)).toBeUndefined()
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
    'GET platform/v1/fields': { items: [one('custom.rating', 'choice', { choices, label: label('Rating') })] },
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
