// Drives a headless Chromium through the pages of a running server, and fails on anything the browser complains about.
//   CRM_URL=http://127.0.0.1:8181/crm CRM_USER=admin CRM_PASSWORD=… node run.mjs [folder for screenshots]
import { existsSync } from 'node:fs'
import { access } from './access.mjs'
import { audit } from './audit.mjs'
import { launch, Window } from './browser.mjs'
import { claim, expect, summary } from './claims.mjs'
import { records } from './records.mjs'
import { tour } from './tour.mjs'

const url = (process.env.CRM_URL ?? 'http://127.0.0.1:8181/crm').replace(/\/$/, '')
const user = process.env.CRM_USER ?? 'admin'
const password = process.env.CRM_PASSWORD ?? ''
const shots = process.argv[2] ?? 'target/screenshots'
const executable = process.env.CHROMIUM ?? '/usr/bin/chromium'
const FIRST_LOAD = 350 * 1024

if (!existsSync(executable)) {
  console.log(`There is no Chromium at ${executable}: the browser test is skipped. Install one, or set CHROMIUM.`)
  process.exit(0)
}

const chromium = await launch(executable)
const window = await Window.open(chromium, shots, {
  viewport: { width: 1440, height: 900 },
  locale: 'en-GB',
  colorScheme: 'light'
})
const { page } = window
const byTest = name => page.locator(`[data-test=${name}]`)
// Drawers that were closed stay in the page.
const save = () => page.locator('[data-test=save]:visible')
const heading = () => page.locator('main h1').first()
const visit = (name, path) =>
  claim(`${name} can be reached`, window, async () => {
    await page.goto(url + path)
    await heading().waitFor()
  })

async function signIn() {
  await byTest('user-name').fill(user)
  await byTest('password').fill(password)
  await window.answering('/session', () => byTest('sign-in').click(), 'POST')
}

console.log(`Browser test of ${url}`)

await claim('a visitor is asked to sign in', window, async () => {
  await page.goto(url + '/')
  await byTest('sign-in').waitFor()
  await window.photograph('sign-in-1440-light')
})

await claim(
  'a wrong password is refused with a message',
  window,
  async () => {
    await byTest('user-name').fill(user)
    await byTest('password').fill(password + '-wrong')
    await byTest('sign-in').click()
    await page.getByText('User name or password is wrong').waitFor()
  },
  [/status of 401.*\/session\)/]
)

await claim('the sign-in page has no accessibility violations', window, async () => {
  const violations = await window.violations()
  expect(violations.length === 0, violations.join('\n    '))
})

await claim('the right password leads to the workbench', window, async () => {
  await signIn()
  await byTest('nav-customers').waitFor()
  await page.getByText('Welcome, ' + user).waitFor()
})

await claim('the first load stays below 350 KB', window, async () => {
  const fresh = await Window.open(chromium, shots, {
    viewport: { width: 1440, height: 900 },
    storageState: await window.context.storageState()
  })
  const inspector = await fresh.context.newCDPSession(fresh.page)
  let bytes = 0
  await inspector.send('Network.enable')
  inspector.on('Network.loadingFinished', event => (bytes += event.encodedDataLength))
  await fresh.page.goto(url + '/')
  await fresh.page.locator('[data-test=nav-customers]').waitFor()
  await fresh.settle()
  await fresh.context.close()
  console.log(`          first load: ${Math.round(bytes / 1024)} KB`)
  expect(bytes <= FIRST_LOAD, `the first load takes ${bytes} bytes`)
  expect(fresh.complaints.length === 0, 'the browser complained: ' + fresh.complaints.join('\n    '))
})

await claim('the navigation shows the pages of all modules', window, async () => {
  const own = ['imports', 'fields', 'jobs', 'subscriptions', 'users', 'departments', 'roles']
  for (const name of ['customers', 'interactions', 'orders', 'rfm', 'revenue', 'rfm-cells', ...own]) {
    await byTest('nav-' + name).waitFor()
  }
})

await claim('the navigation works by keyboard alone', window, async () => {
  await byTest('nav-customers').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(url + '/customers')
  await page.locator('.crm-table .row-link').first().waitFor()
})

let someone = ''
await claim('a search by a part of a name finds customers', window, async () => {
  const first = await page.locator('.crm-table .row-link').first().textContent()
  const start = first.trim().slice(1)
  await window.answering('/customers?', () => byTest('q').fill(start))
  await page.waitForURL(/q=/)
  await window.settle()
  const names = await page.locator('.crm-table .row-link').allTextContents()
  expect(names.length > 0, `nobody found for "${start}"`)
  const others = names.filter(name => !name.toLowerCase().includes(start.toLowerCase()))
  expect(others.length === 0, `"${others[0]}" does not hold "${start}"`)
})

await claim('a customer shows persons, interactions and orders', window, async () => {
  await page.goto(url + '/orders?status=confirmed')
  const customer = page.locator('.crm-table .row-link[href*="/customers/"]').first()
  await customer.waitFor()
  someone = await customer.getAttribute('href')
  await customer.click()
  await byTest('customer-name').waitFor()
  await page.locator('[data-test=person], .crm-empty').first().waitFor()
  await page.locator('#tab-interactions').click()
  await page.locator('#pane-interactions [data-test=subject], #pane-interactions .crm-empty').first().waitFor()
  await page.locator('#tab-orders').click()
  await page.locator('#pane-orders [data-test=order]').first().waitFor()
})

const newName = 'Browser Test ' + new Date().toISOString().slice(0, 19).replace(/\D/g, '')
await visit('the list of customers', '/customers')
await claim(
  'what the server refuses shows at its field, and can be put right',
  window,
  async () => {
    await byTest('add').click()
    await save().click()
    await page.getByText('Enter a value').waitFor()
    await byTest('r-name').fill(newName)
    await byTest('r-emails').fill('not an address')
    const refusal = await window.answering('/customers', () => save().click(), 'POST')
    expect(refusal.status() === 422 || refusal.status() === 400, `the server answered ${refusal.status()}`)
    await page.locator('.el-form-item:has([data-test=r-emails]) .el-form-item__error').waitFor()
    await window.photograph('form-error-1440-light')
    const violations = await window.violations()
    expect(violations.length === 0, violations.join('\n    '))
    await byTest('r-emails').fill('info@example.cn')
    await byTest('r-phones').fill('13900001234')
    await save().click()
    await page.locator('[data-test=customer-name]', { hasText: newName }).waitFor()
  },
  [/status of (400|422).*\/customers\)/]
)

await claim('a person and an interaction can be added to it', window, async () => {
  await byTest('add-person').click()
  await byTest('r-name').fill('张伟')
  await byTest('r-position').fill('采购经理')
  await save().click()
  await page.locator('[data-test=person]', { hasText: '张伟' }).waitFor()
  await byTest('header-record').click()
  await byTest('r-subject').fill('First call')
  await byTest('r-summary').fill('Wants an offer.')
  await save().click()
  await save().waitFor({ state: 'hidden' })
  await page.locator('#tab-interactions').click()
  await page.locator('[data-test=subject]', { hasText: 'First call' }).waitFor()
})

await claim('an order can be entered, confirmed and paid', window, async () => {
  await page.locator('#tab-orders').click()
  await byTest('add-order').click()
  await byTest('o-product-0').fill('BT-1')
  await byTest('o-quantity-0').fill('2')
  await byTest('o-price-0').fill('10.50')
  await save().click()
  await byTest('order-number').waitFor()
  await byTest('confirm-order').click()
  await page.locator('.el-message-box .el-button--primary').click()
  await page.locator('[data-test=order-status]', { hasText: 'Confirmed' }).waitFor()
  await byTest('add-payment').click()
  await window.answering('/payments', () => save().click(), 'POST')
  await page.locator('.order-payment').first().waitFor()
})

await claim('an archived customer can be brought back at once', window, async () => {
  await page.goBack()
  await byTest('archive').click()
  await page.locator('.el-message-box .el-button--primary').click()
  await byTest('restore').waitFor()
  await byTest('undo').click()
  await byTest('archive').waitFor()
})

await claim('the language can be switched, and stays', window, async () => {
  await byTest('nav-customers').click()
  await page.locator('h1', { hasText: 'Customers' }).waitFor()
  await byTest('language').click()
  await page.locator('h1', { hasText: '客户' }).waitFor()
  await page.reload()
  await page.locator('h1', { hasText: '客户' }).waitFor()
  expect((await page.getAttribute('html', 'lang')) === 'zh-CN', 'the page does not say that it is Chinese')
  await byTest('language').click()
  await page.locator('h1', { hasText: 'Customers' }).waitFor()
})

await claim('a cell of the RFM grid leads to its customers', window, async () => {
  await byTest('nav-rfm').click()
  await page.locator('.heat-cell').first().waitFor()
  const counts = await page.locator('.heat-cell strong').allTextContents()
  const sizes = counts.map(text => Number(text.replace(/\D/g, '')))
  const largest = sizes.indexOf(Math.max(...sizes))
  expect(sizes[largest] > 0, 'every cell of the grid is empty')
  await window.answering('/rfm/members', () => page.locator('.heat-cell').nth(largest).click())
  await byTest('member').first().waitFor()
  const shown = await byTest('member').count()
  expect(shown === Math.min(20, sizes[largest]), `${shown} members shown of ${sizes[largest]}`)
  await window.photograph('rfm-members-1440-light', { fullPage: true })
  await byTest('member').first().click()
  await byTest('customer-name').waitFor()
})

await claim('the revenue is drawn, and can be read as a table', window, async () => {
  await byTest('nav-revenue').click()
  const chart = page.locator('.crm-chart canvas')
  await chart.waitFor()
  await window.settle()
  const box = await chart.boundingBox()
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.waitForTimeout(400)
  const label = await page.getAttribute('.crm-chart', 'aria-label')
  expect(/Revenue by month from/.test(label), `the chart tells readers only "${label}"`)
  await page.getByText('Table', { exact: true }).click()
  await page.locator('[data-test=revenue] tbody tr').first().waitFor()
})

await claim('the list of orders can be filtered, and an order opened', window, async () => {
  await byTest('nav-orders').click()
  await window.answering('status=confirmed', () => page.getByText('Confirmed', { exact: true }).first().click())
  await window.settle()
  await byTest('order').first().click()
  await byTest('order-number').waitFor()
})

await claim(
  'a session that ended is renewed in place, and the work goes on',
  window,
  async () => {
    await byTest('nav-customers').click()
    await page.locator('.crm-table .row-link').first().waitFor()
    await window.context.clearCookies({ name: 'crm-session' })
    await byTest('sort-createdAt').click()
    await byTest('password').waitFor()
    await byTest('password').fill(password)
    await byTest('sign-in').click()
    await byTest('sign-in').waitFor({ state: 'detached' })
    await page.locator('th[aria-sort=ascending]', { hasText: 'Created' }).waitFor()
    await page.locator('.crm-table .row-link').first().waitFor()
  },
  [/status of 401/]
)

await records(window, url)
await access(window, url, chromium, shots)
await audit(window, url)

const customerPath = someone.replace(/^.*\/customers\//, '/customers/').replace(/\?.*$/, '')
const orderPath = await page.evaluate(async () => {
  const answer = await fetch('/crm/api/transaction/v1/orders?status=confirmed&limit=1')
  return '/orders/' + (await answer.json()).items[0].id
})

await tour(window, url, [
  { name: 'home', path: '/', shows: '.home-panels [data-test=order]' },
  { name: 'customers', path: '/customers', shows: '.crm-table .row-link' },
  { name: 'customer', path: customerPath, shows: '[data-test=customer-name]' },
  {
    name: 'customer-interactions',
    path: customerPath + '?tab=interactions',
    shows: '#pane-interactions article, .crm-empty'
  },
  { name: 'customer-orders', path: customerPath + '?tab=orders', shows: '#pane-orders [data-test=order]' },
  { name: 'customer-history', path: customerPath + '?tab=history', shows: '[data-test=history-act], #pane-history .crm-empty' },
  { name: 'interactions', path: '/interactions', shows: '.crm-table .row-link' },
  { name: 'orders', path: '/orders', shows: '[data-test=order]' },
  { name: 'order', path: orderPath, shows: '[data-test=order-number]' },
  { name: 'rfm', path: '/rfm?r=5&f=5', shows: '.heat-cell' },
  { name: 'rfm-table', path: '/rfm?view=table', shows: '.cell-pick' },
  { name: 'revenue', path: '/reports/revenue', shows: '.crm-chart canvas' },
  { name: 'rfm-cells', path: '/reports/rfm-cells', shows: '.crm-table tbody tr' },
  { name: 'imports', path: '/imports', shows: '[data-test=import-next]' },
  { name: 'fields', path: '/admin/fields', shows: '.crm-table table' },
  { name: 'jobs', path: '/admin/jobs', shows: '[data-test=run]' },
  { name: 'subscriptions', path: '/admin/subscriptions', shows: '.crm-table .admin-name' },
  { name: 'users', path: '/admin/users', shows: '[data-test=user-row]' },
  { name: 'departments', path: '/admin/departments', shows: '[data-test=department]' },
  { name: 'teams', path: '/admin/teams', shows: '[data-test=add-team]' },
  { name: 'roles', path: '/admin/roles?role=sales', shows: '[data-test=fields-customer]' },
  { name: 'audit', path: '/admin/audit', shows: '[data-test=audit-kind]' },
  { name: 'erasures', path: '/admin/erasures', shows: '[data-test=reload]' },
  { name: 'profile', path: '/profile', shows: '[data-test=session]' },
  { name: 'not-found', path: '/no/such/page', shows: '.crm-empty' }
])

await claim('the navigation of a telephone opens and closes', window, async () => {
  await page.goto(url + '/')
  await byTest('menu').click()
  await byTest('nav-orders').waitFor()
  await page.waitForTimeout(400)
  await window.photograph('navigation-390-dark')
  await byTest('nav-orders').click()
  await byTest('order').first().waitFor()
})

await claim('the API is described in Swagger UI', window, async () => {
  await page.setViewportSize({ width: 1440, height: 900 })
  await page.goto(url + '/docs/')
  await page.locator('.swagger-ui .opblock-tag').first().waitFor()
  await window.photograph('docs-1440')
})

await claim('signing out leads back to the sign-in page', window, async () => {
  await page.goto(url + '/')
  await byTest('user').click()
  await byTest('sign-out').click()
  await byTest('sign-in').waitFor()
})

await chromium.close()
process.exit(summary())
