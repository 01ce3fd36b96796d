import { isDecimal, isPositive } from './decimals'

/** A line as the form holds it. */
export interface LineInput {
  product: string
  description: string
  quantity: string
  unitPrice: string
  discount: string
}

export const LINE_FIELDS = ['product', 'description', 'quantity', 'unitPrice', 'discount'] as const

export const emptyLine = (): LineInput => ({ product: '', description: '', quantity: '1', unitPrice: '', discount: '' })

/** How the server names a value of a line. */
export const placeOf = (index: number, name: keyof LineInput): string => `lines[${index}].${name}`

/** What is wrong with a value of a line before the server is asked: a message key of ours, or undefined. */
export function mistakeIn(line: LineInput, name: keyof LineInput): string | undefined {
  const value = line[name].trim()
  if (name === 'product') return value === '' ? 'missing' : undefined
  if (name === 'discount') return value !== '' && !isDecimal(value) ? 'notANumber' : undefined
  if (name === 'description') return undefined
  return isDecimal(value) && isPositive(value) ? undefined : 'notPositive'
}

/** A line as the server takes it. */
export const lineBody = (line: LineInput): Record<string, string | undefined> => ({
  product: line.product.trim(),
  description: line.description.trim() || undefined,
  quantity: line.quantity.trim(),
  unitPrice: line.unitPrice.trim(),
  discount: line.discount.trim() || '0'
})
