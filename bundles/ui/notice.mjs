// The third-party notice, from the packages whose code really went into the bundle.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ALLOWED = /^(MIT|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|CC0-1\.0|Unlicense)$/
const PACKAGE = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/

/** A Vite plugin that remembers which packages were rendered, code and style sheets alike. */
export function shippedPackages() {
  const found = new Set()
  const remember = path => {
    const match = PACKAGE.exec(path)
    if (match) found.add(match[1])
  }
  return {
    names: () => [...found].sort(),
    plugin: {
      name: 'crm-shipped-packages',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          for (const [path, module] of Object.entries(chunk.modules)) {
            if (module.renderedLength > 0 || path.includes('.css')) remember(path)
          }
        }
      }
    }
  }
}

function texts(folder) {
  return readdirSync(folder)
    .filter(name => /^(licen[cs]es?|notice)/i.test(name))
    .map(name => join(folder, name))
    .flatMap(path => (statSync(path).isDirectory() ? readdirSync(path).map(name => join(path, name)) : [path]))
    .map(path => readFileSync(path, 'utf8').trim())
}

export function noticeOf(root, names) {
  const entries = names.map(name => {
    const folder = join(root, 'node_modules', name)
    if (!existsSync(folder)) throw new Error(`${name} was shipped but is not installed`)
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    if (!ALLOWED.test(license)) throw new Error(`${name} ${version} has the licence ${license}, which we do not ship`)
    return [`${name} ${version} (${license})`, ...texts(folder)].join('\n\n')
  })
  return 'These web pages contain the following packages.\n\n' + entries.join('\n\n----\n\n') + '\n'
}
