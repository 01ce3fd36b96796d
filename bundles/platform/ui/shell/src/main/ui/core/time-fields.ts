import { offsetAt, wallClock, zone } from './zone'

/** The value a datetime-local field shows for an instant: the user's time zone, to the minute. */
export const localTime = (instant: Date): string => wallClock(instant.getTime(), zone.value).slice(0, 16)

/** The day it is for the user: `2026-03-01`. */
export const today = (): string => wallClock(Date.now(), zone.value).slice(0, 10)

/**
 * The instant a datetime-local field means in the user's time zone; undefined where it is empty or no time.
 * A time that the clock skips in spring is taken as if it had not been skipped; of one that it shows twice, the first.
 */
export function instantOf(local: string): string | undefined {
  const asUtc = Date.parse(local.length === 16 ? local + ':00Z' : local + 'Z')
  if (Number.isNaN(asUtc)) return undefined
  const guesses = [asUtc - offsetAt(asUtc - DAY, zone.value), asUtc - offsetAt(asUtc + DAY, zone.value)]
  const right = guesses.find(guess => guess + offsetAt(guess, zone.value) === asUtc)
  return new Date(right ?? guesses[0]!).toISOString().replace(/\.\d+Z$/, 'Z')
}

// No zone changes its clock twice within two days.
const DAY = 86_400_000
