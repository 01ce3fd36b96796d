export const KINDS = [
  'company',
  'government',
  'institution',
  'society',
  'army',
  'household',
  'person',
  'internal'
] as const
export const STAGES = ['unknown', 'potential', 'intent', 'customer', 'dormant', 'lost'] as const

export type Kind = (typeof KINDS)[number]
export type Stage = (typeof STAGES)[number]
export type Sex = 'unknown' | 'female' | 'male' | 'other'

export interface Address {
  type: string
  country?: string
  region?: string
  city?: string
  district?: string
  street?: string
  postalCode?: string
}

export interface Birthday {
  date: string
  calendar: 'solar' | 'lunar'
}

/** A customer as the server tells of it. */
export interface Customer {
  id: string
  version: number
  kind: Kind
  code?: string
  externalId?: string
  name: string
  shortName?: string
  stage?: Stage
  industry?: string
  source?: string
  size?: string
  registrationNumber?: string
  phones?: string[]
  emails?: string[]
  webSite?: string
  addresses?: Address[]
  bankAccounts?: { bank: string; number: string }[]
  sex?: Sex
  birthday?: Birthday
  position?: string
  education?: string
  occupation?: string
  preferences?: string
  /** Absent: the customer is in the public pool. */
  ownerId?: string
  departmentId?: string
  createdAt: string
  createdBy: string
  updatedAt: string
  updatedBy: string
  archivedAt?: string
  /** Values of custom fields, by their codes. */
  custom?: Record<string, unknown>
}

/** Somebody a customer can be shared with. */
export interface Holder {
  kind: 'user' | 'team' | 'department'
  id: string
}

/** Somebody who is let in on a customer beside its owner. */
export interface Share {
  id: string
  holder: Holder
  writable: boolean
  until?: string
  createdAt: string
  createdBy: string
}

export interface Team {
  id: string
  name: string
}

export interface Department {
  id: string
  name: string
}

/** A person at a customer. */
export interface Person {
  id: string
  version: number
  name: string
  sex?: Sex
  position?: string
  role?: string
  phones?: string[]
  emails?: string[]
  birthday?: Birthday
  education?: string
  occupation?: string
  preferences?: string
  custom?: Record<string, unknown>
}

export const STAGE_TAGS = {
  unknown: 'info',
  potential: 'primary',
  intent: 'warning',
  customer: 'success',
  dormant: 'info',
  lost: 'danger'
} as const

/** How the server names a value of the first address, the one that forms edit. */
export const PLACE = 'addresses[0].'

export const KEYBOARDS = { phones: 'tel', emails: 'email', webSite: 'url' } as const

/** What of an address is known, in one line. */
export function addressLine(address: Address, locale: string): string {
  const parts = [address.region, address.city, address.district, address.street].filter(Boolean)
  // Direct-administered cities are region and city at once.
  const distinct = parts.filter((part, at) => parts.indexOf(part) === at)
  const line = locale === 'zh-CN' ? distinct.join('') : distinct.reverse().join(', ')
  return [line, address.postalCode].filter(Boolean).join(' ')
}
