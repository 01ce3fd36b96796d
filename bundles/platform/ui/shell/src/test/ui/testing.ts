// What the component tests of all modules share; never part of a page.
import { createRouter, createMemoryHistory, type Router } from 'vue-router'
import { DOMWrapper, flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { vi } from 'vitest'
import type { Component } from 'vue'
import { addMessages, forgetCatalogs, forgetNames, i18n, locale, tasks, type CrmModule, type Messages } from '@crm/shell'
import { messages } from '../../main/ui/app/messages'

addMessages('shell', messages)

/** Every key of the messages with the names of its placeholders, so that two languages can be compared. */
export function keysOf(tree: Messages, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${path}${key} ${placeholders(value)}`] : keysOf(value, `${path}${key}.`)
  )
}

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort().join('')

/** A request as the pages made it. */
export interface Asked {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: unknown
}

type Answer = unknown | ((asked: Asked) => unknown)

export const refusal = (status: number, document: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(document), { status, headers })

/** Answers requests by `METHOD path below /crm/api`; the list returned grows with every request. */
export function serve(answers: Record<string, Answer>): Asked[] {
  const asked: Asked[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (target, init) => {
    const url = new URL(String(target), 'http://localhost')
    const request: Asked = {
      method: init?.method ?? 'GET',
      path: url.pathname.replace('/crm/api/', ''),
      query: url.searchParams,
      headers: (init?.headers ?? {}) as Record<string, string>,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    }
    asked.push(request)
    const answer = answers[`${request.method} ${request.path}`]
    if (answer === undefined) return refusal(404, { title: 'Not found: ' + request.path })
    const document = typeof answer === 'function' ? (answer as (asked: Asked) => unknown)(request) : answer
    return document instanceof Response ? document : new Response(JSON.stringify(document), { status: 200 })
  })
  return asked
}

/** The requests of this path, in order; pages also ask for the catalogue of fields. */
export const of = (asked: Asked[], path: string): Asked[] => asked.filter(one => one.path === path)

/** The requests that change something. */
export const written = (asked: Asked[]): Asked[] => asked.filter(one => one.method !== 'GET')

/** Waits until an expectation holds; long enough for a busy machine. */
export const eventually = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 10_000 })

const shown: VueWrapper[] = []

/** Takes everything away that a test has shown and replaced: `afterEach(leave)`. */
export function leave() {
  shown.splice(0).forEach(page => page.unmount())
  forgetCatalogs()
  forgetNames()
  tasks.splice(0)
  localStorage.clear()
  vi.restoreAllMocks()
  document.body.replaceChildren()
}

/** Shows a component as part of its module, at an address. */
export async function show(
  component: Component,
  module: CrmModule,
  props: Record<string, unknown> = {},
  address = '/'
): Promise<{ page: VueWrapper; router: Router }> {
  addMessages(module.id, module.messages)
  locale.value = 'en'
  const anywhere = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/:id(\\d+)', component: anywhere },
      { path: '/:rest(.*)*', component: anywhere }
    ]
  })
  await router.push(address)
  const page = mount(component, { props, global: { plugins: [i18n, router] }, attachTo: document.body })
  shown.push(page)
  await flushPromises()
  return { page, router }
}

/** The whole document: drawers and messages lie outside of the component. */
export const screen = (): DOMWrapper<HTMLElement> => new DOMWrapper(document.body)

/** The field or button with this data-test name. */
export function field(name: string): DOMWrapper<Element> {
  return screen().find(
    `input[data-test=${name}], textarea[data-test=${name}], [data-test=${name}] input, [data-test=${name}]`
  )
}
