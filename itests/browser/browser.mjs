// A headless Chromium that remembers everything it has to complain about.
import { readFileSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(new URL('../../bundles/package.json', import.meta.url))
const { chromium } = require('playwright-core')
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
]

export function launch(executablePath) {
  return chromium.launch({ executablePath, args: QUIET })
}

/** One window with a user's own settings and cookies. */
export class Window {
  complaints = []
  page
  context
  #shots

  static async open(chromium, shots, settings) {
    const window = new Window()
    window.#shots = shots
    mkdirSync(shots, { recursive: true })
    window.context = await chromium.newContext(settings)
    window.page = await window.context.newPage()
    window.page.setDefaultTimeout(15_000)
    await window.#watch()
    return window
  }

  async #watch() {
    const { page, complaints } = this
    page.on('console', message => {
      if (['error', 'warning'].includes(message.type()))
        complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', failure => complaints.push('page error: ' + failure.message))
    await page.addInitScript(() =>
      addEventListener('securitypolicyviolation', violation =>
        console.error(
          `policy violation: ${violation.violatedDirective} ${violation.blockedURI} ${violation.sourceFile}`
        )
      )
    )
  }

  /** Lets requests and animations that are under way come to their end. */
  async settle() {
    await this.page.waitForLoadState('networkidle')
    await this.page.waitForTimeout(150)
  }

  photograph(name, options = {}) {
    return this.page.screenshot({ path: join(this.#shots, name + '.png'), ...options })
  }

  /** Does something and waits for the answer to the request it causes. */
  async answering(urlPart, action, method = 'GET', timeout = 15_000) {
    const asked = one => one.url().includes(urlPart) && one.request().method() === method
    const answer = this.page.waitForResponse(asked, { timeout })
    await action()
    return answer
  }

  /** What axe-core finds wrong; the library goes in beside the page's policy, not through it. */
  async violations() {
    const inspector = await this.context.newCDPSession(this.page)
    await inspector.send('Runtime.evaluate', { expression: `if (!window.axe) { ${axe}\n }` })
    const run = 'axe.run(document, { preload: false }).then(found => JSON.stringify(found.violations))'
    const answer = await inspector.send('Runtime.evaluate', {
      expression: run,
      awaitPromise: true,
      returnByValue: true
    })
    await inspector.detach()
    if (answer.exceptionDetails) throw new Error('axe-core: ' + answer.exceptionDetails.text)
    return JSON.parse(answer.result.value).map(one => {
      const where = one.nodes.map(node => `${node.target} ${node.any[0]?.message ?? ''}`).slice(0, 4)
      return `${one.id} (${one.impact}): ${where.join('\n      ')}`
    })
  }
}
