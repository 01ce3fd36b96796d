import type { Field, FieldType } from '@crm/shell'
import type { Condition } from './rsql'

/** A comparison as people choose it; several of them are one operator of the language with other values. */
export type Comparison =
  | 'contains'
  | 'starts'
  | 'is'
  | 'isNot'
  | 'in'
  | 'out'
  | 'atLeast'
  | 'atMost'
  | 'more'
  | 'less'
  | 'between'
  | 'within'
  | 'empty'
  | 'known'

const NUMBERS: Comparison[] = ['is', 'isNot', 'atLeast', 'atMost', 'more', 'less', 'between', 'empty', 'known']
const TIMES: Comparison[] = ['within', 'is', 'between', 'atLeast', 'atMost', 'empty', 'known']

const BY_TYPE: Record<FieldType, Comparison[]> = {
  text: ['contains', 'starts', 'is', 'isNot', 'empty', 'known'],
  'long-text': ['contains', 'empty', 'known'],
  number: NUMBERS,
  money: NUMBERS,
  date: TIMES,
  instant: TIMES,
  boolean: ['is', 'empty', 'known'],
  choice: ['in', 'out', 'empty', 'known'],
  choices: ['in', 'out', 'empty', 'known'],
  reference: ['is', 'isNot', 'empty', 'known']
}

export const comparisonsOf = (field: Field): Comparison[] => BY_TYPE[field.fieldType] ?? BY_TYPE.text

const OPERATORS: Record<Comparison, string> = {
  contains: '=like=',
  starts: '=like=',
  is: '==',
  isNot: '!=',
  in: '=in=',
  out: '=out=',
  atLeast: '>=',
  atMost: '<=',
  more: '>',
  less: '<',
  between: '=between=',
  within: '=within=',
  empty: '=isnull=',
  known: '=isnull='
}

/** Periods a date can lie in, beside a number of days back. */
export const PERIODS = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'P7D',
  'P30D',
  'P90D',
  'P365D'
] as const

/** How many values a comparison takes. */
export function arity(comparison: Comparison): 'none' | 'one' | 'two' | 'many' {
  if (comparison === 'empty' || comparison === 'known') return 'none'
  if (comparison === 'between') return 'two'
  return comparison === 'in' || comparison === 'out' ? 'many' : 'one'
}

/** A condition in the language from what people chose. */
export function conditionOf(field: string, comparison: Comparison, values: string[]): Condition {
  const operator = OPERATORS[comparison]
  const first = values[0] ?? ''
  if (comparison === 'contains') return { field, operator, values: [`*${first}*`] }
  if (comparison === 'starts') return { field, operator, values: [`${first}*`] }
  if (comparison === 'empty' || comparison === 'known') {
    return { field, operator, values: [String(comparison === 'empty')] }
  }
  return { field, operator, values }
}

/** What people chose, from a condition; undefined for an operator that the builder has no name for. */
export function choiceOf(condition: Condition): { comparison: Comparison; values: string[] } | undefined {
  const { operator, values } = condition
  const first = values[0] ?? ''
  if (operator === '=like=') {
    if (/^\*[^*]*\*$/.test(first)) return { comparison: 'contains', values: [first.slice(1, -1)] }
    return /^[^*]+\*$/.test(first) ? { comparison: 'starts', values: [first.slice(0, -1)] } : undefined
  }
  if (operator === '=isnull=') return { comparison: first === 'false' ? 'known' : 'empty', values: [] }
  const found = (Object.keys(OPERATORS) as Comparison[]).find(name => OPERATORS[name] === operator)
  return found && { comparison: found, values }
}

/** Whether every value that the comparison needs is there. */
export function isComplete(condition: Condition): boolean {
  const choice = choiceOf(condition)
  if (!choice) return true
  const needed = { none: 0, one: 1, two: 2, many: 1 }[arity(choice.comparison)]
  return choice.values.length >= needed && choice.values.every(value => value !== '')
}
