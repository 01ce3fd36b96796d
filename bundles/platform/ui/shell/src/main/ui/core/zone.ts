import { ref, watch } from 'vue'
import { store, stored } from './storage'

const KEY = 'crm.zone'

/** The zone this computer is set to. */
export const browserZone: string = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whether the browser knows a zone of this name. */
export function known(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function firstZone(): string {
  const chosen = stored(KEY)
  return chosen !== null && known(chosen) ? chosen : browserZone
}

/** The time zone in which times are shown, and in which "today" and "this month" are meant: sent as `tz`. */
export const zone = ref(firstZone())

watch(zone, name => store(KEY, name))

/** Every zone that can be chosen, by its IANA name, in the order of the alphabet. */
export function zones(): string[] {
  const all = Intl.supportedValuesOf('timeZone')
  return [...new Set([...all, 'UTC', browserZone, zone.value])].sort()
}

/** How far a zone is from UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, timeZone: string): number {
  return Date.parse(wallClock(instant, timeZone) + 'Z') - Math.floor(instant / 1000) * 1000
}

/** What a clock on the wall shows at an instant: `2026-03-01T08:30:00`. */
export function wallClock(instant: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(new Date(instant))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find(one => one.type === type)?.value ?? '0'
  const date = [part('year').padStart(4, '0'), part('month'), part('day')].join('-')
  return `${date}T${[part('hour'), part('minute'), part('second')].join(':')}`
}
