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
