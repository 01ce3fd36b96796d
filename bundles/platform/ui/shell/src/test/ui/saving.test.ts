import { expect, test } from 'vitest'
import { Problem, useSaving } from '@crm/shell'

test('what is pressed twice is sent once', async () => {
  const { busy, send } = useSaving()
  let sent = 0
  let answer: (value: string) => void = () => undefined
  const work = () => {
    sent++
    return new Promise<string>(resolve => (answer = resolve))
  }

  const first = send([], work)
  expect(busy.value).toBe(true)
  expect(await send([], work)).toBeUndefined()
  answer('done')
  expect(await first).toBe('done')
  expect(sent).toBe(1)
  expect(busy.value).toBe(false)
})

test('a refusal is told where it belongs, until the form begins anew', async () => {
  const { errors, failure, busy, begin, send } = useSaving()
  const refused = new Problem(422, 'Invalid', [
    { field: 'name', code: 'x', message: 'too long' },
    { field: 'other', code: 'y', message: 'unknown' }
  ])

  expect(await send(['name'], () => Promise.reject(refused))).toBeUndefined()
  expect(errors.of('name')).toBe('too long')
  expect(failure.value).toBe('Invalid – other: unknown')
  expect(busy.value).toBe(false)
  begin()
  expect(errors.of('name')).toBeUndefined()
  expect(failure.value).toBe('')
})

test('a mistake of the program is not taken for a refusal', async () => {
  const { busy, send } = useSaving()
  await expect(send([], () => Promise.reject(new TypeError('mistake')))).rejects.toThrow('mistake')
  expect(busy.value).toBe(false)
})
