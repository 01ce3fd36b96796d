// What the server tells of users, departments, roles, sessions and keys.
import { api, localized, Problem, type Localized, type Page } from '@crm/shell'

export interface User {
  id: string
  version: number
  name: string
  fullName?: string
  email?: string
  departmentId?: string
  roles: string[]
  enabled: boolean
  language?: string
  timeZone?: string
  /** Where the user comes from; absent: made here. */
  source?: string
  /** Fields that can't be changed here meanwhile. */
  managed?: string[]
}

export interface Department {
  id: string
  version: number
  name: string
  parentId?: string
  /** It comes from elsewhere and can't be changed here meanwhile. */
  managed?: boolean
}

/** Users of any department. */
export interface Team {
  id: string
  version: number
  name: string
  memberIds: string[]
}

/** To which records a role's rights extend. */
export const REACHES = ['own', 'department', 'all'] as const
export type Reach = (typeof REACHES)[number]

/** What a role may do with a field; each allows what the one before it does, and more. */
export const FIELD_RIGHTS = ['none', 'mask', 'read', 'write'] as const
export type FieldRight = (typeof FIELD_RIGHTS)[number]

/** In place of a field: all personal ones that have no right of their own. */
export const PERSONAL = 'personal'

/** What a role is kept from, by record type and field. */
export type Limits = Record<string, Record<string, FieldRight>>

export interface Role {
  id: string
  version: number
  code: string
  label: Localized
  grants: Record<string, string[]>
  reach: Reach
  fields?: Limits
  shipped: boolean
  changed: boolean
  /** It may do everything, whatever its grants say. */
  fixed: boolean
}

/** What roles can be given. */
export interface Matrix {
  actions: string[]
  types: {
    type: string
    label: Localized
    actions: string[]
    /** Those that a role can be kept from. */
    fields?: { field: string; label: Localized; personal: boolean }[]
  }[]
}

export interface OpenSession {
  id: string
  createdAt: string
  lastUsedAt: string
  expiresAt: string
  address?: string
  agent?: string
  current: boolean
}

export interface ApiKey {
  id: string
  name: string
  owner: string
  roles: string[]
  departmentId?: string
  expiresAt?: string
  createdAt: string
  lastUsedAt?: string
  /** In the answer that made it, and never again. */
  token?: string
}

/** A department as it is drawn. */
export interface Branch {
  department: Department
  depth: number
  children: boolean
}

/** All pages of a list that is never long. */
export async function all<T>(path: string): Promise<T[]> {
  const found: T[] = []
  let after: string | undefined
  do {
    const page: Page<T> = await api<Page<T>>(path, { query: { limit: 200, after } })
    found.push(...page.items)
    after = page.next
  } while (after !== undefined)
  return found
}

/** Like `all`; nothing where the server refuses, for lists that a page can do without. */
export async function allIfAllowed<T>(path: string): Promise<T[]> {
  try {
    return await all<T>(path)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return []
  }
}

/** The departments as the server orders them, each with how deep it lies. */
export function branches(departments: Department[]): Branch[] {
  const depths = new Map<string, number>()
  const parents = new Set(departments.map(one => one.parentId))
  return departments.map(department => {
    const depth = department.parentId === undefined ? 0 : (depths.get(department.parentId) ?? 0) + 1
    depths.set(department.id, depth)
    return { department, depth, children: parents.has(department.id) }
  })
}

/** A department and all that lie below it. */
export function within(departments: Department[], id: string): Set<string> {
  const ids = new Set([id])
  for (const one of departments) if (one.parentId !== undefined && ids.has(one.parentId)) ids.add(one.id)
  return ids
}

/** What a list of choices shows of a department: deeper ones further in. */
export const indented = (branch: Branch): string => '\u2003'.repeat(branch.depth) + branch.department.name

/** The name of a role, its code where it is not known. */
export function roleName(roles: Role[], code: string): string {
  const role = roles.find(one => one.code === code)
  return role ? localized(role.label) : code
}

export type Grants = Record<string, Set<string>>

export const grantsOf = (role: Role): Grants =>
  Object.fromEntries(Object.entries(role.grants).map(([type, actions]) => [type, new Set(actions)]))

/** The types whose actions differ, as a merge patch of the role's grants: an empty one takes all away. */
export function grantsPatch(before: Role, wanted: Grants, actions: string[]): Record<string, string[] | null> {
  const patch: Record<string, string[] | null> = {}
  for (const type of new Set([...Object.keys(before.grants), ...Object.keys(wanted)])) {
    const now = actions.filter(action => wanted[type]?.has(action))
    const then = actions.filter(action => before.grants[type]?.includes(action))
    if (now.join() !== then.join()) patch[type] = now.length > 0 ? now : null
  }
  return patch
}

/** The rights to fields that differ, as a merge patch of the role's fields. */
export function limitsPatch(before: Role, wanted: Limits): Record<string, Record<string, FieldRight | null>> {
  const patch: Record<string, Record<string, FieldRight | null>> = {}
  for (const type of new Set([...Object.keys(before.fields ?? {}), ...Object.keys(wanted)])) {
    const then = before.fields?.[type] ?? {}
    const now = wanted[type] ?? {}
    for (const field of new Set([...Object.keys(then), ...Object.keys(now)]))
      if (then[field] !== now[field]) patch[type] = { ...patch[type], [field]: now[field] ?? null }
  }
  return patch
}

/** How many fields differ from what the role has. */
export const limitChanges = (before: Role, wanted: Limits): number =>
  Object.values(limitsPatch(before, wanted)).reduce((sum, fields) => sum + Object.keys(fields).length, 0)

/** How many boxes differ from what the role has. */
export function changesOf(before: Role, wanted: Grants, matrix: Matrix): number {
  return matrix.types.reduce(
    (sum, { type, actions }) =>
      sum +
      actions.filter(action => (wanted[type]?.has(action) ?? false) !== (before.grants[type]?.includes(action) ?? false))
        .length,
    0
  )
}

/** What somebody may do, as the server decides it. */
export interface Preview {
  name: string
  roles: string[]
  enabled: boolean
  rights: {
    type: string
    label: Localized
    actions: Record<string, string>
    /** Those they are kept from. */
    fields?: { field: string; label: Localized; right: FieldRight }[]
  }[]
  /** How many records of a type they reach. */
  reached: Record<string, number>
}

/** Of users or of departments. */
export interface Counts {
  created: number
  changed: number
  gone: number
}

/** A system that users come from. */
export interface Provider {
  id: string
  label: Localized
  last?: {
    at: string
    by: string
    users: Counts
    departments: Counts
    conflictCount: number
    conflicts: { externalId: string; name: string; message: Localized }[]
  }
}
