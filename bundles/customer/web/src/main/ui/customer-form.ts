import type { Address, Customer, Kind, Sex, Stage } from './model'
import { listOf } from './model'

/** What the form holds: all text, so that every field has a value that can be typed. */
export interface CustomerInput {
  kind: Kind
  name: string
  shortName: string
  code: string
  externalId: string
  stage: Stage
  industry: string
  source: string
  size: string
  registrationNumber: string
  phones: string
  emails: string
  webSite: string
  region: string
  city: string
  district: string
  street: string
  postalCode: string
  sex: Sex
  birthday: string
  calendar: 'solar' | 'lunar'
  position: string
  occupation: string
  preferences: string
}

const TEXTS = [
  'shortName',
  'code',
  'externalId',
  'industry',
  'source',
  'size',
  'registrationNumber',
  'webSite'
] as const
const PLACES = ['region', 'city', 'district', 'street', 'postalCode'] as const
const PERSONAL = ['position', 'occupation', 'preferences'] as const

/** The fields whose errors the form can show beside them. */
export const FIELDS = [
  'kind',
  'name',
  'stage',
  ...TEXTS,
  'phones',
  'emails',
  'addresses',
  'sex',
  'birthday',
  ...PERSONAL
]

/** The form's values for a customer, or for a new one. */
export function inputOf(customer?: Customer): CustomerInput {
  const text = (name: (typeof TEXTS | typeof PERSONAL)[number]) => customer?.[name] ?? ''
  const place = (name: (typeof PLACES)[number]) => customer?.addresses?.[0]?.[name] ?? ''
  return {
    kind: customer?.kind ?? 'company',
    name: customer?.name ?? '',
    shortName: text('shortName'),
    code: text('code'),
    externalId: text('externalId'),
    stage: customer?.stage ?? 'potential',
    industry: text('industry'),
    source: text('source'),
    size: text('size'),
    registrationNumber: text('registrationNumber'),
    phones: (customer?.phones ?? []).join('; '),
    emails: (customer?.emails ?? []).join('; '),
    webSite: text('webSite'),
    region: place('region'),
    city: place('city'),
    district: place('district'),
    street: place('street'),
    postalCode: place('postalCode'),
    sex: customer?.sex ?? 'unknown',
    birthday: customer?.birthday?.date ?? '',
    calendar: customer?.birthday?.calendar ?? 'solar',
    position: text('position'),
    occupation: text('occupation'),
    preferences: text('preferences')
  }
}

/** The body of a POST, or of a PATCH of `before`, in which an emptied field is null. */
export function bodyOf(input: CustomerInput, before?: Customer): Record<string, unknown> {
  const nothing = before ? null : undefined
  const body: Record<string, unknown> = { kind: input.kind, name: input.name.trim(), stage: input.stage }
  for (const name of TEXTS) body[name] = input[name].trim() || nothing
  body.phones = listOf(input.phones)
  body.emails = listOf(input.emails)
  body.addresses = addressesOf(input, before)
  if (input.kind === 'person') {
    body.sex = input.sex
    body.birthday = input.birthday ? { date: input.birthday, calendar: input.calendar } : nothing
    for (const name of PERSONAL) body[name] = input[name].trim() || nothing
  } else if (before?.kind === 'person') {
    // What only people have does not survive the change to another kind.
    for (const name of ['sex', 'birthday', 'education', ...PERSONAL]) body[name] = null
  }
  return body
}

/** The form edits the first address; the others stay as they are. */
function addressesOf(input: CustomerInput, before?: Customer): Address[] {
  const [first, ...others] = before?.addresses ?? []
  const address: Address = { ...first, type: first?.type ?? 'office' }
  for (const name of PLACES) {
    const value = input[name].trim()
    if (value) address[name] = value
    else delete address[name]
  }
  const known = PLACES.some(name => address[name])
  return known ? [address, ...others] : others
}
