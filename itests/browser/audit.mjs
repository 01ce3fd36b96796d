// The audit trail, as an administrator.
import { claim, expect } from './claims.mjs'

export async function audit(window, url) {
  const { page } = window
  const byTest = name => page.locator(`[data-test=${name}]`)

  await claim('the audit trail tells who signed in, and from where', window, async () => {
    await page.goto(url + '/admin/audit')
    await byTest('kind').click()
    await window.answering('/audit?', () =>
      page.locator('.el-select-dropdown__item:visible', { hasText: /^Signed in$/ }).click()
    )
    await page.locator('[data-test=audit-kind]', { hasText: 'Signed in' }).first().waitFor()
    await page.getByText('from 127.0.0.1').first().waitFor()
  })

  await claim('a change shows old and new', window, async () => {
    await page.goto(url + '/admin/audit')
    await byTest('kind').click()
    await window.answering('/audit?', () =>
      page.locator('.el-select-dropdown__item:visible', { hasText: /^Changed$/ }).click()
    )
    await byTest('audit-detail').first().locator('summary').click()
    await byTest('audit-detail').first().locator('ins, .secondary').first().waitFor()
    await window.photograph('audit-change-1440-light')
  })

  await claim('the trail is checked at a click', window, async () => {
    await window.answering('/audit/verify', () => byTest('check').click(), 'POST')
    await byTest('check-progress').waitFor()
    // All that the tests have written is compared, some hundred thousand entries.
    await byTest('checked').getByText('untouched').waitFor({ timeout: 120_000 })
    const violations = await window.violations()
    expect(violations.length === 0, violations.join('\n    '))
    await page.reload()
    await byTest('checked').getByText('untouched').waitFor()
  })
}
