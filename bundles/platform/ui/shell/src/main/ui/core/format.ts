import { computed, type ComputedRef } from 'vue'
import { locale } from './locale'
import { zone } from './zone'

/** An amount as the server writes it: a decimal string, exact. */
export interface Money {
  amount: string
  currency: string
}

// Intl takes decimal strings as they are, so no amount passes through a floating-point number.
type Decimal = Intl.StringNumericLiteral
const isDecimal = (text: string): text is Decimal & string => /^-?\d+(\.\d+)?$/.test(text)

// Five digits take no more room than their abbreviation, and say more.
const wholeDigits = (amount: string) => amount.replace(/^-/, '').split('.')[0]?.length ?? 0

interface Format {
  money: (value: Money | undefined, style?: 'exact' | 'whole' | 'compact') => string
  number: (value: number | string) => string
  percent: (share: number) => string
  date: (instant: string | undefined) => string
  /** To the minute, in the user's time zone. */
  dateTime: (instant: string | undefined) => string
  day: (date: string | undefined) => string
  month: (month: string) => string
}

function formatFor(language: string, timeZone: string): Format {
  const shapes = {
    exact: {},
    whole: { maximumFractionDigits: 0 },
    compact: { notation: 'compact', maximumFractionDigits: 1 }
  } as const
  const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 4 })
  const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone })
  const dateTime = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  // A calendar day belongs to no zone: format it where it was parsed.
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'short', timeZone: 'UTC' })
  const kept = new Map<string, Intl.NumberFormat>()

  function moneyFormat(currency: string, style: keyof typeof shapes): Intl.NumberFormat {
    const key = currency + style
    const known = kept.get(key)
    if (known) return known
    const made = new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...shapes[style]
    })
    kept.set(key, made)
    return made
  }

  return {
    money(value, style = 'exact') {
      if (!value || !isDecimal(value.amount)) return '–'
      const short = style === 'compact' && wholeDigits(value.amount) <= 5
      return moneyFormat(value.currency, short ? 'whole' : style).format(value.amount)
    },
    number: value => (typeof value === 'number' ? plain.format(value) : isDecimal(value) ? plain.format(value) : value),
    percent: value => share.format(value),
    date: instant => (instant ? date.format(new Date(instant)) : '–'),
    dateTime: instant => (instant ? dateTime.format(new Date(instant)) : '–'),
    day: value => (value ? day.format(new Date(value)) : '–'),
    month: value => month.format(new Date(value + '-01'))
  }
}

const format = computed(() => formatFor(locale.value, zone.value))

/** Numbers, money and times in the language of the pages. */
export const useFormat = (): ComputedRef<Format> => format

/** Adds decimal strings exactly. */
export function addAmounts(amounts: string[]): string {
  const digits = Math.max(0, ...amounts.map(amount => (amount.split('.')[1] ?? '').length))
  const sum = amounts.reduce((total, amount) => total + scaled(amount, digits), 0n)
  const sign = sum < 0n ? '-' : ''
  const text = (sum < 0n ? -sum : sum).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

function scaled(amount: string, digits: number): bigint {
  const [whole = '0', fraction = ''] = amount.replace('-', '').split('.')
  const value = BigInt(whole + fraction.padEnd(digits, '0'))
  return amount.startsWith('-') ? -value : value
}
