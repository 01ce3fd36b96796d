import { afterEach, expect, test } from 'vitest'
import { instantOf, localTime, useFormat, zone, zones } from '@crm/shell'

const before = zone.value
afterEach(() => {
  zone.value = before
})

test('times are shown and entered in the zone of the user', () => {
  zone.value = 'Asia/Shanghai'
  expect(localTime(new Date('2026-03-01T18:30:00Z'))).toBe('2026-03-02T02:30')
  expect(instantOf('2026-03-02T02:30')).toBe('2026-03-01T18:30:00Z')
  expect(useFormat().value.dateTime('2026-03-01T18:30:00Z')).toMatch(/2:30/)
  zone.value = 'America/New_York'
  expect(useFormat().value.date('2026-03-01T02:30:00Z')).toMatch(/28/)
})

test('when the clock changes, every time that a clock shows is an instant that shows it', () => {
  zone.value = 'Europe/Berlin'
  for (const hour of ['00', '01', '03', '04', '12', '23']) {
    const local = `2026-03-29T${hour}:30`
    expect(localTime(new Date(instantOf(local)!))).toBe(local)
  }
  // Shown twice in autumn: the first of the two.
  expect(instantOf('2026-10-25T02:30')).toBe('2026-10-25T00:30:00Z')
  // Skipped in spring.
  expect(instantOf('2026-03-29T02:30')).toBe('2026-03-29T01:30:00Z')
})

test('a quarter of an hour counts, and what is no time is none', () => {
  zone.value = 'Asia/Kathmandu'
  expect(instantOf('2026-03-02T00:00')).toBe('2026-03-01T18:15:00Z')
  expect(instantOf('')).toBeUndefined()
  expect(instantOf('nonsense')).toBeUndefined()
})

test('every zone can be chosen, the present one too', () => {
  zone.value = 'Etc/GMT+5'
  expect(zones()).toEqual(expect.arrayContaining(['Asia/Shanghai', 'UTC', 'Etc/GMT+5']))
  expect(new Set(zones()).size).toBe(zones().length)
})
