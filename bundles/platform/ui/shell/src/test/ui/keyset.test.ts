import { flushPromises } from '@vue/test-utils'
import { afterEach, expect, test, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import { useKeyset } from '@crm/shell'
import { serve } from './testing'

afterEach(() => vi.restoreAllMocks())

const pages: Record<string, unknown> = {
  '': { items: ['a', 'b'], next: 'c1', total: 5 },
  c1: { items: ['c', 'd'], next: 'c2' },
  c2: { items: ['e'] }
}

test('pages lead forward by cursor and back the way they came', async () => {
  serve({ 'GET x': (asked: { query: URLSearchParams }) => pages[asked.query.get('after') ?? ''] })
  const list = effectScope().run(() => useKeyset<string>(() => 'x'))!
  await flushPromises()
  expect([list.items.value, list.total.value, list.hasPrevious.value]).toEqual([['a', 'b'], 5, false])
  list.next()
  await flushPromises()
  list.next()
  await flushPromises()
  expect([list.items.value, list.total.value, list.hasNext.value]).toEqual([['e'], 5, false])
  list.previous()
  await flushPromises()
  expect(list.items.value).toEqual(['c', 'd'])
})

test('another question starts over, and a late answer to the first is dropped', async () => {
  const query = ref('slow')
  let answerSlow: (value: Response) => void = () => undefined
  vi.spyOn(globalThis, 'fetch').mockImplementation(target =>
    String(target).includes('slow')
      ? new Promise(resolve => (answerSlow = resolve))
      : Promise.resolve(new Response(JSON.stringify({ items: ['new'] })))
  )
  const list = effectScope().run(() =>
    useKeyset<string>(
      () => 'x',
      () => ({ q: query.value })
    )
  )!
  query.value = 'quick'
  await flushPromises()
  answerSlow(new Response(JSON.stringify({ items: ['old'] })))
  await flushPromises()
  expect(list.items.value).toEqual(['new'])
})
