// Every page in both themes and at both widths: photographed, checked by axe-core, and no wider than the screen.
// CRM_TOUR=short leaves out the pairs dark and wide, light and narrow: for a server whose pages another run has seen whole.
import { claim, expect } from './claims.mjs'

const SHORT = ['light-1440', 'dark-390']
const WIDTHS = [
  { name: '1440', viewport: { width: 1440, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } }
]
const LOOKS = [
  { theme: 'light', language: 'en' },
  { theme: 'dark', language: 'zh-CN' }
]

/** `pages`: name, path, and a selector that shows once the page has its data. */
export async function tour(window, url, pages) {
  for (const look of LOOKS) {
    await window.page.evaluate(({ theme, language }) => {
      localStorage.setItem('crm.dark', theme === 'dark' ? '1' : '0')
      localStorage.setItem('crm.locale', language)
    }, look)
    for (const width of WIDTHS) {
      if (process.env.CRM_TOUR === 'short' && !SHORT.includes(`${look.theme}-${width.name}`)) continue
      await window.page.setViewportSize(width.viewport)
      for (const page of pages) {
        await claim(`${page.name} is in order: ${look.theme}, ${width.name} px`, window, () =>
          visit(window, url, page, look, width)
        )
      }
    }
  }
}

async function visit(window, url, { name, path, shows }, look, width) {
  const { page } = window
  await page.goto(url + path)
  await page.locator(shows).first().waitFor()
  await window.settle()
  // Charts and drawers move in.
  await page.waitForTimeout(name === 'revenue' ? 1200 : 300)
  await window.photograph(`${name}-${width.name}-${look.theme}`, { fullPage: true })
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow <= 0, `the page is ${overflow} px wider than the screen`)
  const hidden = await page.evaluate(() =>
    [...document.querySelectorAll('.crm-table td button, .crm-table td a')]
      .filter(one => one.getBoundingClientRect().right > innerWidth + 0.5)
      .map(one => one.textContent.trim())
  )
  expect(hidden.length === 0, `out of sight in a table: ${hidden.join(', ')}`)
  const violations = await window.violations()
  expect(violations.length === 0, 'axe-core: ' + violations.join('\n    '))
}
