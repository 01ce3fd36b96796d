// What the shared list, form, history and import pages do, each claim on its own.
import { claim, expect } from './claims.mjs'

const CSV = name => `外部编号,名称,电话\n${name},${name},021-5555 0101\n`

/** `url` of the CRM; the user who is signed in is an administrator. */
export async function records(window, url) {
  const { page } = window
  const byTest = name => page.locator(`[data-test=${JSON.stringify(name)}]`)
  const visible = name => byTest(name).and(page.locator(':visible'))
  const confirm = () => page.locator('.el-message-box:visible .el-button--primary').click()
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const rows = () => page.locator('.crm-table tbody .row-link')

  async function open(path) {
    await page.goto(url + path)
    await page.locator('main h1').first().waitFor()
    await window.settle()
  }

  await claim('a column of a list can be chosen, and stays after a reload', window, async () => {
    await open('/customers')
    const heads = page.locator('.crm-table th')
    const before = await heads.count()
    await byTest('columns').click()
    await page.locator('.column-list .el-checkbox:not(.is-checked)').first().click()
    await page.keyboard.press('Escape')
    await page.waitForFunction(count => document.querySelectorAll('.crm-table th').length === count, before + 1)
    await window.settle()
    await page.reload()
    await rows().first().waitFor()
    expect((await heads.count()) === before + 1, 'the column is gone after a reload')
    await byTest('columns').click()
    await byTest('columns-standard').click()
    await page.waitForFunction(count => document.querySelectorAll('.crm-table th').length === count, before)
  })

  await claim('a filter made of conditions asks the server, and can be kept as a view', window, async () => {
    await open('/customers')
    await rows().first().waitFor()
    const name = (await rows().first().textContent()).trim()
    await byTest('filter').click()
    await byTest('filter-add').click()
    await visible('filter-field').click()
    await page.locator('.el-select-dropdown:visible .el-select-dropdown__item', { hasText: /^(Name|名称)$/ }).click()
    await byTest('filter-value').last().fill(name)
    const answer = await window.answering('filter=', () => byTest('filter-apply').click())
    expect(answer.status() === 200, `the server answered ${answer.status()}`)
    await window.settle()
    const names = await rows().allTextContents()
    expect(names.length > 0, 'nothing found')
    expect(names.every(one => one.toLowerCase().includes(name.toLowerCase())), `${names} do not all contain ${name}`)
    await window.photograph('filter-1440-light', { fullPage: true })
    const violations = await window.violations()
    expect(violations.length === 0, violations.join('\n    '))
    await byTest('views').click()
    await byTest('view-name').fill('Kept ' + stamp)
    await byTest('view-save').click()
    await open('/customers')
    await byTest('views').click()
    await page.locator('[data-test=view]', { hasText: 'Kept ' + stamp }).click()
    await page.waitForURL(/filter=/)
  })

  await claim(
    'a filter that the server does not understand is told where it is made',
    window,
    async () => {
      await open('/customers?filter=' + encodeURIComponent('nonsense==1'))
      await page.locator('.filter-builder .el-alert').waitFor()
    },
    [/status of 400/]
  )

  await claim('the rows that match can be exported', window, async () => {
    await open('/customers')
    await rows().first().waitFor()
    await byTest('export').click()
    const [file] = await Promise.all([page.waitForEvent('download'), byTest('export-csv').click()])
    expect(file.suggestedFilename() === 'customer.csv', `the file is called ${file.suggestedFilename()}`)
  })

  await claim('a file is imported after a look at its columns, and the customers archived together', window, async () => {
    await open('/imports')
    const more = Array.from({ length: 29 }, (_, i) => `Bulk${i}${stamp},Bulk${i}${stamp},021-5555 01${i + 10}\n`)
    const buffer = Buffer.from(CSV('BulkA' + stamp) + more.join(''))
    await byTest('import-file').setInputFiles({ name: stamp + '.csv', mimeType: 'text/csv', buffer })
    await byTest('import-next').click()
    await page.locator('[data-test=mapping], [data-test=import-start]').first().waitFor()
    await window.photograph('import-columns-1440-light', { fullPage: true })
    if (await byTest('mapping').first().isVisible()) await byTest('import-next').click()
    await byTest('import-start').click()
    const entry = page.locator('.import-entry', { hasText: stamp }).first()
    await entry.locator('.el-tag', { hasText: 'Done' }).waitFor()
    await open('/customers?q=' + stamp)
    await byTest('pick-all').check()
    await byTest('select-all').click()
    await page.locator('[data-test=selected]', { hasText: '30' }).waitFor()
    await window.photograph('select-all-1440-light', { fullPage: true })
    const archive = async () => {
      await byTest('bulk-archive').click()
      await confirm()
    }
    const answer = await window.answering('/bulk', archive, 'POST')
    expect(answer.status() === 202, `the server answered ${answer.status()}`)
    await byTest('undo').click()
    await byTest('tasks').click()
    await page.locator('[data-test=task-note]', { hasText: '30 done, 0 failed' }).nth(1).waitFor()
    await open('/customers?q=' + stamp)
    await rows().first().waitFor()
  })

  await claim('a view is kept on the server, shared, and the list opens with it', window, async () => {
    await open('/orders?status=confirmed')
    await byTest('views').click()
    await byTest('view-name').fill('Shared ' + stamp)
    await byTest('view-shared').click()
    const kept = await window.answering('/views', () => byTest('view-save').click(), 'POST')
    expect(kept.status() === 201, `the server answered ${kept.status()}`)
    const line = page.locator('.view-line', { hasText: 'Shared ' + stamp })
    await window.answering('/views/', () => line.locator('[data-test=view-default]').click(), 'PATCH')
    await window.photograph('views-1440-light')
    await open('/orders')
    await page.waitForURL(/status=confirmed/)
    await byTest('views').click()
    await line.locator('[data-test=view-forget]').click()
    await confirm()
    await line.waitFor({ state: 'detached' })
  })

  await claim('a custom field is in forms and lists at once, without a reload of the server', window, async () => {
    await open('/admin/fields')
    await byTest('add-field').first().click()
    await byTest('field-label-en').fill('Test ' + stamp)
    await byTest('field-label-zh').fill('测试 ' + stamp)
    await window.answering('/fields', () => visible('save').click(), 'POST')
    await page.locator('[data-test=field]', { hasText: 'Test ' + stamp }).waitFor()
    await open('/customers')
    await byTest('add').click()
    await page.locator('.record-form', { hasText: 'Test ' + stamp }).waitFor()
    await page.locator('[data-test=cancel]:visible').click()
    await open('/admin/fields')
    await page
      .locator('.crm-table tr', { hasText: 'Test ' + stamp })
      .locator('[data-test=retire-field]')
      .click()
    await confirm()
    await page
      .locator('.crm-table tr', { hasText: 'Test ' + stamp })
      .locator('[data-test=restore-field]')
      .waitFor()
  })

  await claim('what was entered in a form is not lost without a question', window, async () => {
    await open('/customers')
    await byTest('add').click()
    await byTest('r-name').fill('Not to be lost')
    await page.locator('[data-test=cancel]:visible').click()
    await page.locator('.el-message-box:visible', { hasText: 'not saved' }).waitFor()
    await confirm()
    await byTest('r-name').waitFor({ state: 'hidden' })
  })

  await claim('times are shown in the zone that the user chooses', window, async () => {
    await open('/orders')
    const first = page.locator('.crm-table tbody tr').first()
    await first.waitFor()
    const before = await first.textContent()
    await byTest('user').click()
    await byTest('zone').click()
    // No browser test runs there.
    await page.keyboard.type('Chatham')
    await page.locator('.el-select-dropdown__item:visible', { hasText: 'Pacific/Chatham' }).click()
    await page.waitForFunction(text => document.querySelector('.crm-table tbody tr').textContent !== text, before)
    await page.evaluate(() => localStorage.removeItem('crm.zone'))
  })
}
