// Exact arithmetic on decimal strings: what the server computes with BigDecimal must not differ here by a cent.
import { addAmounts } from '@crm/shell'

/** Whether a text is a decimal of at most four places, not negative. */
export const isDecimal = (text: string): boolean => /^\d{1,15}(\.\d{1,4})?$/.test(text.trim())

export const negated = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : '-' + amount)

export const subtract = (amount: string, ...others: string[]): string => addAmounts([amount, ...others.map(negated)])

export const isPositive = (amount: string): boolean => !amount.startsWith('-') && /[1-9]/.test(amount)

export function multiply(one: string, other: string): string {
  const places = fraction(one).length + fraction(other).length
  const product = (digits(one) * digits(other)).toString().padStart(places + 1, '0')
  return places === 0 ? product : `${product.slice(0, -places)}.${product.slice(-places)}`
}

/** Takes off zeros that say nothing: 2.0000 is 2. */
export const shortened = (amount: string): string => (amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount)

const fraction = (amount: string) => amount.split('.')[1] ?? ''
const digits = (amount: string) => BigInt(amount.replace('.', ''))

/** quantity × unit price − discount, or undefined while one of them is no number. */
export function lineAmount(line: { quantity: string; unitPrice: string; discount?: string }): string | undefined {
  const discount = line.discount?.trim() || '0'
  if (![line.quantity, line.unitPrice, discount].every(isDecimal)) return undefined
  return subtract(multiply(line.quantity.trim(), line.unitPrice.trim()), discount)
}
