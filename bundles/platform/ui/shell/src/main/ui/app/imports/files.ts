const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD = 1_000_000
const NEW_LINE = 0x0a

/** The media type to send a file as; browsers are not sure what a CSV file is. */
export const typeOf = (file: File): string => (/\.xlsx$/i.test(file.name) ? XLSX : 'text/csv')

/**
 * As much of a file as a preview needs: the whole lines of its first megabyte. A workbook cannot be cut.
 * In UTF-16 a line's end is half a character, so such a file is cut between characters only.
 */
export async function headOf(file: File): Promise<Blob> {
  const type = typeOf(file)
  if (type === XLSX || file.size <= HEAD) return file.slice(0, file.size, type)
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer())
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  const end = wide ? HEAD : bytes.lastIndexOf(NEW_LINE) + 1
  return file.slice(0, end > 0 ? end : HEAD, type)
}
