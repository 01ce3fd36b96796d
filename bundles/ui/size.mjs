// What a browser has to fetch before the first page stands: the limit on it is kept by the build.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Bytes gzipped: of the shell, and of what each module adds to it before one of its pages is opened. */
export const LIMITS = { shell: 350 * 1024, module: 24 * 1024 }

const SHELL = '/crm/ui/'
const STATIC_IMPORT = /(?:\bfrom|\bimport)\s*["']([^"'\n]+)["']/g
const LINKED = /(?:href|src)="([^"]+)"/g

const found = (pattern, text) => [...text.matchAll(pattern)].map(match => match[1])

/** The gzipped bytes of index.html with all it links, or of a module's index.js and index.css, with what they import. */
export function firstLoad(web) {
  const isShell = existsSync(join(web, 'index.html'))
  const waiting = (isShell ? ['index.html'] : ['index.js', 'index.css']).map(name => join(web, name))
  const seen = new Set()
  let bytes = 0
  while (waiting.length > 0) {
    const file = waiting.pop()
    if (seen.has(file) || !existsSync(file)) continue
    seen.add(file)
    const content = readFileSync(file)
    bytes += gzipSync(content).length
    const pattern = file.endsWith('.html') ? LINKED : file.endsWith('.js') ? STATIC_IMPORT : undefined
    const targets = pattern ? found(pattern, content.toString()) : []
    waiting.push(...targets.map(target => placeOf(target, web, file, isShell)).filter(Boolean))
  }
  return bytes
}

/** The file behind an address; what another bundle serves is counted there. */
function placeOf(address, web, from, isShell) {
  if (address.startsWith(SHELL)) return isShell ? join(web, address.slice(SHELL.length)) : undefined
  const file = resolve(dirname(from), address)
  return address.startsWith('.') && !relative(web, file).startsWith('..') ? file : undefined
}
