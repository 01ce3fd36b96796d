import { expect, test } from 'vitest'
import { en, zh } from '../../main/ui/app/messages'
import { keysOf } from './testing'

test('both languages have the same messages with the same placeholders', () => {
  expect(keysOf(zh)).toEqual(keysOf(en))
})
