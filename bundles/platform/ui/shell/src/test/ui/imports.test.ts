import { afterEach, expect, test } from 'vitest'
import { defineModule, registerModule } from '@crm/shell'
import ImportEntry from '../../main/ui/app/imports/ImportEntry.vue'
import ImportsPage from '../../main/ui/app/imports/ImportsPage.vue'
import ImportWizard from '../../main/ui/app/imports/ImportWizard.vue'
import { headOf, typeOf } from '../../main/ui/app/imports/files'
import type { ImportJob } from '../../main/ui/app/imports/model'
import { eventually, field, leave, of, refusal, screen, serve, show, written } from './testing'

afterEach(leave)

const empty = defineModule({ id: 'empty', messages: { en: {}, 'zh-CN': {} }, pages: [] })
const label = (text: string) => ({ en: text, zh: text })
const types = {
  items: [
    {
      type: 'customers',
      columns: [
        { code: 'name', label: label('Name'), required: true },
        { code: 'phones', label: label('Phone') }
      ]
    }
  ]
}
const preview = {
  charset: 'GB18030',
  separator: ',',
  headers: ['名称', 'Tel'],
  mapping: { Tel: 'phones' },
  confidence: { Tel: 0.6 },
  unmatched: ['名称'],
  missing: ['name'],
  rows: [['星辰', '021']],
  rejects: [{ line: 3, column: 'phones', code: 'x', message: 'No phone number.' }]
}
const job: ImportJob = {
  id: '7',
  type: 'customers',
  mode: 'upsert',
  state: 'DONE',
  fileName: 'a.csv',
  read: 3,
  created: 3,
  updated: 0,
  unchanged: 0,
  rejected: 0,
  progress: 1,
  createdAt: '2026-03-01T08:30:00Z',
  createdBy: 'ada',
  undoable: true
}

async function choose(file: File) {
  const input = field('import-file')
  Object.defineProperty(input.element, 'files', { value: [file] })
  await input.trigger('change')
  await screen().find('form').trigger('submit')
}

test('an import is not started without a file', async () => {
  const asked = serve({})
  await show(ImportWizard, empty)
  await screen().find('form').trigger('submit')
  await eventually(() => expect(screen().text()).toContain('Choose a file'))
  expect(written(asked)).toHaveLength(0)
})

test('the columns of a file are shown with the guess, what is missing, and what would be rejected', async () => {
  const asked = serve({ 'GET platform/v1/imports/types': types, 'POST platform/v1/imports/preview': preview })
  await show(ImportWizard, empty)
  await choose(new File(['名称,Tel\n星辰,021\n'], 'a.csv'))
  await eventually(() => expect(screen().findAll('[data-test=mapping]')).toHaveLength(2))
  expect(Object.fromEntries(written(asked)[0]!.query)).toMatchObject({ type: 'customers', fileName: 'a.csv' })
  expect(written(asked)[0]!.headers['Content-Type']).toBe('text/csv')
  expect(screen().text()).toContain('These columns are needed: Name')
  expect(screen().text()).toContain('a guess')
  expect(screen().text()).toContain('Line 3, Phone: No phone number.')
})

test('a file that the server cannot read says why', async () => {
  serve({ 'POST platform/v1/imports/preview': () => refusal(422, { title: 'This is no table.' }) })
  await show(ImportWizard, empty)
  await choose(new File(['x'], 'a.csv'))
  await eventually(() => expect(screen().text()).toContain('This is no table.'))
})

test('without a preview the import goes on with the names of the columns', async () => {
  serve({})
  await show(ImportWizard, empty)
  await choose(new File(['x'], 'a.csv'))
  await eventually(() => expect(field('import-start').exists()).toBe(true))
})

test('a preview takes whole lines of a large file, and all of a workbook', async () => {
  const line = 'a'.repeat(99_998) + '\n'
  const head = await headOf(new File([line.repeat(15)], 'a.csv'))
  expect(head.size).toBe(line.length * 10)
  const book = new File([line.repeat(15)], 'a.XLSX')
  expect((await headOf(book)).size).toBe(book.size)
  expect(typeOf(book)).toContain('spreadsheetml')
})

test('an import is taken back after a question', async () => {
  const asked = serve({ 'GET platform/v1/imports': { items: [job] }, 'POST platform/v1/imports/7/undo': job })
  await show(ImportsPage, empty)
  await field('import-undo').trigger('click')
  await eventually(() => expect(screen().find('.el-message-box').text()).toContain('Undo a.csv?'))
  await screen().find('.el-message-box .el-button--primary').trigger('click')
  await eventually(() => expect(of(asked, 'platform/v1/imports/7/undo')).toHaveLength(1))
})

test('an undo tells how far it is', async () => {
  const undo = { state: 'DONE' as const, reverted: 2, conflicts: 0 }
  await show(ImportEntry, empty, { job: { ...job, undo } })
  expect(field('undo-state').text()).toBe('Undone · 2 taken back')
  expect(screen().find('[data-test=import-undo]').exists()).toBe(false)
  expect(field('import-conflicts').exists()).toBe(false)
})

test('the records that an undo left alone are listed by name, with the reason', async () => {
  const ports = { type: 'port', title: 'port', path: 'x/v1/ports', nameOf: (one: Record<string, unknown>) => String(one.name) }
  registerModule(defineModule({ ...empty, records: [{ ...ports, pageOf: id => '/ports/' + id }] }))
  const undo = { state: 'DONE' as const, reverted: 2, conflicts: 1 }
  serve({
    'GET platform/v1/imports': { items: [{ ...job, type: 'ports', undo }] },
    'GET platform/v1/imports/7/conflicts': {
      items: [
        { recordId: '5', message: 'It was changed since.' },
        { recordId: '6', message: 'It is gone.' }
      ],
      next: 'more'
    },
    'GET x/v1/ports': { items: [{ id: '5', name: 'Dover' }] }
  })
  await show(ImportsPage, empty)
  await field('import-conflicts').trigger('click')
  const lines = () => screen().findAll('[data-test=left-record]').map(line => line.text())
  await eventually(() => expect(lines()).toEqual(['DoverIt was changed since.', '#6It is gone.']))
  expect(screen().find('.left-records a').attributes('href')).toBe('/ports/5')
  expect(screen().findAll('[data-test=next]').at(-1)?.attributes('disabled')).toBeUndefined()
})
