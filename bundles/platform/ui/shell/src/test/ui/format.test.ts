import { afterEach, expect, test } from 'vitest'
import { addAmounts, locale, useFormat } from '@crm/shell'

const format = useFormat()
afterEach(() => {
  locale.value = 'en'
})

test('amounts beyond the precision of floating-point numbers stay exact', () => {
  locale.value = 'en'
  expect(format.value.money({ amount: '12345678901234567.89', currency: 'CNY' })).toBe('¥12,345,678,901,234,567.89')
  expect(addAmounts(['0.1', '0.2', '12345678901234567.89', '-1'])).toBe('12345678901234567.19')
  expect(addAmounts([])).toBe('0')
  expect(addAmounts(['1', '-3.25'])).toBe('-2.25')
})

test('money is shown with the narrow symbol and the digits of its currency', () => {
  locale.value = 'en'
  expect(format.value.money({ amount: '1234.5', currency: 'USD' })).toBe('$1,234.50')
  expect(format.value.money({ amount: '1234.0000', currency: 'JPY' })).toBe('¥1,234')
  expect(format.value.money(undefined)).toBe('–')
})

test('compact money abbreviates only what is long', () => {
  locale.value = 'en'
  expect(format.value.money({ amount: '1658.70', currency: 'CNY' }, 'compact')).toBe('¥1,659')
  expect(format.value.money({ amount: '1234567.89', currency: 'CNY' }, 'compact')).toBe('¥1.2M')
  locale.value = 'zh-CN'
  expect(format.value.money({ amount: '1234567.89', currency: 'CNY' }, 'compact')).toBe('¥123.5万')
})

test('a calendar day is the same in every time zone', () => {
  locale.value = 'en'
  expect(format.value.day('2026-03-01')).toBe('Mar 1, 2026')
  expect(format.value.month('2011-11')).toBe('Nov 2011')
  locale.value = 'zh-CN'
  expect(format.value.day('2026-03-01')).toBe('2026年3月1日')
})
