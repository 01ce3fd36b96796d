import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { defineComponent, h, type Component } from 'vue'
import { defineModule, registerModule, session, type Field } from '@crm/shell'
import { CrmHistory, CrmRecordList, ReferenceSelect } from '@crm/records'
import { eventually, leave, of, screen, serve, show } from './testing'

const module = defineModule({
  id: 'ships',
  messages: { en: {}, 'zh-CN': {} },
  pages: [],
  records: [{ type: 'ship', title: 'ship', path: 'x/v1/ships', nameOf: ship => String(ship.name) }]
})
registerModule(module)

beforeEach(() => Object.assign(session, { me: { name: 'ada', roles: [] }, known: true, expired: false }))
afterEach(leave)

const label = (text: string) => ({ en: text, zh: text })
const field: Partial<Field> = {
  type: 'thing',
  code: 'custom.ship',
  fieldType: 'reference',
  reference: 'ship',
  label: label('Ship'),
  custom: true,
  listed: true
}
const SHIPS: Record<string, string> = { '7': 'Argo', '8': 'Beagle' }
// 8 is archived, 9 is not there.
const ships = ({ query }: { query: URLSearchParams }) => {
  const asked = /^id=in=\((.*)\)$/.exec(query.get('filter') ?? '')?.[1]?.split(',') ?? []
  const archived = query.get('archived') === 'true'
  const found = asked.filter(id => SHIPS[id] && (id === '8') === archived)
  return { items: found.map(id => ({ id, name: SHIPS[id] })) }
}
const answers = { 'GET platform/v1/fields': { items: [field] }, 'GET x/v1/ships': ships }
const askedFor = (asked: ReturnType<typeof serve>) =>
  of(asked, 'x/v1/ships').map(one => [one.query.get('filter'), one.query.get('archived')])

test('a list shows what records refer to by name, asked for once for all rows', async () => {
  const things = ['7', '8', '7', '9'].map((ship, at) => ({ id: String(at), name: 'T' + at, custom: { ship } }))
  const asked = serve({ ...answers, 'GET x/v1/things': { items: things, total: 4 } })
  const { page } = await show(CrmRecordList as unknown as Component, module, {
    type: 'thing',
    path: 'x/v1/things',
    columns: [{ key: 'name', label: 'Name' }],
    needs: ['name'],
    nameOf: (row: { name: string }) => row.name,
    label: 'Things',
    searchLabel: 'Search',
    empty: 'Nothing',
    noMatch: 'Nothing'
  })
  const cells = () => page.findAll('tbody tr').map(row => row.text())
  await eventually(() => expect(cells()).toEqual(['T0Argo', 'T1Beagle', 'T2Argo', 'T3#9']))
  expect(askedFor(asked)).toEqual([
    ['id=in=(7,8,9)', null],
    ['id=in=(8,9)', 'true']
  ])
})

test('a history names the records of before and after', async () => {
  const act = { id: '1', at: '2026-03-01T08:30:00Z', by: 'ada', action: 'CHANGED' }
  const fields = [{ field: 'custom.ship', before: '8', after: '7' }]
  const asked = serve({ ...answers, 'GET x/v1/things/1/history': { items: [{ ...act, fields }] } })
  await show(CrmHistory, module, { path: 'x/v1/things/1/history', type: 'thing' })
  await eventually(() => expect(screen().find('ins').text()).toContain('Argo'))
  await eventually(() => expect(screen().find('del').text()).toContain('Beagle'))
  expect(askedFor(asked)[0]).toEqual(['id=in=(8,7)', null])
})

test('a reference in a form shows its name, several of them ask together', async () => {
  const asked = serve(answers)
  const select = (id: string) => h(ReferenceSelect, { type: 'ship', label: 'Ship', modelValue: id })
  const form = defineComponent({ render: () => [select('7'), select('8')] })
  await show(form, module)
  await flushPromises()
  await eventually(() => expect(screen().text()).toContain('Argo'))
  await eventually(() => expect(screen().text()).toContain('Beagle'))
  expect(askedFor(asked)).toHaveLength(2)
})
