import { expect, test } from 'vitest'
import { choiceOf, conditionOf, isComplete } from '../../main/ui/records/filter/operators'
import { FilterSyntaxError, isFlat, parse, size, write, type Group } from '../../main/ui/records/filter/rsql'

const a = { field: 'a', operator: '==', values: ['1'] }
const b = { field: 'b', operator: '=in=', values: ['x', 'y'] }
const c = { field: 'custom.c', operator: '=within=', values: ['P90D'] }

test('a comma binds less than a semicolon', () => {
  expect(parse('a==1,b=in=(x,y);custom.c=within=P90D')).toEqual({
    join: 'or',
    parts: [a, { join: 'and', parts: [b, c] }]
  })
  expect(parse(' ( a==1 or b=in=( x , y ) ) and custom.c=within=P90D ')).toEqual({
    join: 'and',
    parts: [{ join: 'or', parts: [a, b] }, c]
  })
})

test('what is written reads the same again', () => {
  const filters: Group[] = [
    { join: 'and', parts: [] },
    { join: 'and', parts: [a] },
    { join: 'and', parts: [{ join: 'or', parts: [a, b] }, c] },
    { join: 'or', parts: [{ join: 'and', parts: [a, b] }, c] },
    { join: 'and', parts: [{ field: 'n', operator: '==', values: ['a "b" (c), d; \\e='] }, a] }
  ]
  for (const filter of filters) expect(parse(write(filter))).toEqual(filter)
})

test('quotes hold what would otherwise end a value', () => {
  expect(write({ join: 'and', parts: [{ field: 'name', operator: '==', values: ['上海 "星辰"'] }] })).toBe(
    'name=="上海 \\"星辰\\""'
  )
  expect(parse("name=='a;b'").parts).toEqual([{ field: 'name', operator: '==', values: ['a;b'] }])
})

test('a mistake is told with its place', () => {
  const placeOf = (text: string) => {
    try {
      parse(text)
    } catch (failure) {
      if (failure instanceof FilterSyntaxError) return failure.at
      throw failure
    }
    return undefined
  }
  expect(placeOf('a==')).toBe(3)
  expect(placeOf('a==1;')).toBe(5)
  expect(placeOf('a~1')).toBe(1)
  expect(placeOf('(a==1')).toBe(5)
  expect(placeOf('a==1)')).toBe(4)
})

test('groups in groups are for the text, not for the builder', () => {
  expect(isFlat(parse('a==1;(b==1,c==1)'))).toBe(true)
  expect(isFlat(parse('a==1;(b==1,(c==1;d==1))'))).toBe(false)
  expect(size(parse('a==1;(b==1,(c==1;d==1))'))).toBe(4)
})

test('every comparison of the builder is found again in the language', () => {
  const chosen = [
    ['contains', ['星']],
    ['starts', ['上海']],
    ['is', ['1']],
    ['isNot', ['1']],
    ['in', ['x', 'y']],
    ['out', ['x']],
    ['between', ['1', '5']],
    ['within', ['this-month']],
    ['empty', []],
    ['known', []]
  ] as const
  for (const [comparison, values] of chosen) {
    expect(choiceOf(conditionOf('f', comparison, [...values]))).toEqual({ comparison, values })
  }
  expect(choiceOf({ field: 'f', operator: '=like=', values: ['a*b'] })).toBeUndefined()
})

test('a condition without its values is not ready', () => {
  expect(isComplete(conditionOf('f', 'contains', []))).toBe(false)
  expect(isComplete(conditionOf('f', 'between', ['1']))).toBe(false)
  expect(isComplete(conditionOf('f', 'in', []))).toBe(false)
  expect(isComplete(conditionOf('f', 'empty', []))).toBe(true)
  expect(isComplete({ field: 'f', operator: '=new=', values: ['1'] })).toBe(true)
})
