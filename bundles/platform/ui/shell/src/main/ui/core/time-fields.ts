/** The value a datetime-local field shows for an instant: the browser's own time, to the minute. */
export function localTime(instant: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [instant.getFullYear(), two(instant.getMonth() + 1), two(instant.getDate())].join('-')
  return `${day}T${two(instant.getHours())}:${two(instant.getMinutes())}`
}

/** The instant a datetime-local field means; undefined where it is empty or no time. */
export function instantOf(local: string): string | undefined {
  const time = new Date(local)
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString().replace(/\.\d+Z$/, 'Z')
}
