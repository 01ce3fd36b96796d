import { computed, shallowReactive, type Component, type ComputedRef } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { addMessages, type Locale, type Messages } from './locale'
import { registerKinds, type RecordKind } from './record-types'
import { session } from './session'

/** A page of a module. Its title is a message key; `group` is one of `shell.groups.*` or a key of the module. */
export interface CrmPage {
  path: string
  name: string
  title: string
  icon?: Component
  group?: string
  order?: number
  /** False for pages that are reached from others only. */
  nav?: boolean
  /** The roles that may use the page, where not everybody may; the server refuses the others' requests anyway. */
  role?: string | readonly string[]
  component: () => Promise<Component>
}

/**
 * Where other modules' components appear. The customer slots are given `customerId` as property:
 * `customer.figures` in the header, `customer.action` beside it, `customer.facts` in the facts column,
 * `customer.tab` among the tabs. `home` is the workbench.
 */
export type Slot = 'home' | 'customer.figures' | 'customer.action' | 'customer.facts' | 'customer.tab'

export interface Card {
  slot: Slot
  name: string
  /** A message key; tabs and facts show it as their heading. */
  title: string
  order?: number
  /** On the workbench: takes the whole width. */
  wide?: boolean
  component: Component
}

export interface CrmModule {
  id: string
  messages: Record<Locale, Messages>
  pages: CrmPage[]
  cards?: Card[]
  /** The record types it keeps, so that the pages of others can point to them. */
  records?: RecordKind[]
}

/** Checks the shape of a module at compile time; `index.ts` of a module exports the result as default. */
export const defineModule = (module: CrmModule): CrmModule => module

/** The pages of the navigation. */
export const navigation = shallowReactive<CrmPage[]>([])

type Guarded = { role?: string | readonly string[] | undefined }

/** Whether a page is for somebody with these roles. */
export const isFor = (page: Guarded, roles: readonly string[]): boolean =>
  page.role === undefined || [page.role].flat().some(role => roles.includes(role))

/** Whether the user who is signed in may use a page. */
export const mayUse = (page: Guarded): boolean => isFor(page, session.me?.roles ?? [])

const cards = shallowReactive<Card[]>([])
const byOrder = (a: { order?: number }, b: { order?: number }) => (a.order ?? 100) - (b.order ?? 100)

/** Takes a module's messages, pages and cards in; answers the routes of its pages. */
export function registerModule(module: CrmModule): RouteRecordRaw[] {
  addMessages(module.id, module.messages)
  navigation.push(...module.pages.filter(page => page.nav !== false))
  navigation.sort(byOrder)
  registerKinds(module.records ?? [])
  cards.push(...(module.cards ?? []))
  cards.sort(byOrder)
  return module.pages.map(page => ({
    path: page.path,
    name: page.name,
    component: page.component,
    meta: { title: page.title, role: page.role }
  }))
}

/** What the modules present contribute to a slot, in order. */
export function useCards(slot: Slot): ComputedRef<Card[]> {
  return computed(() => cards.filter(card => card.slot === slot))
}
