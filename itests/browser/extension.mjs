// Visits what the example OA of itests/examples adds to the pages; called like run.mjs.
import { launch, Window } from './browser.mjs'
import { claim, expect, summary } from './claims.mjs'
import { tour } from './tour.mjs'

const { CRM_URL: url, CRM_USER: user, CRM_PASSWORD: password, CHROMIUM: executable } = process.env
const shots = process.argv[2] ?? 'target/screenshots'

const chromium = await launch(executable)
const window = await Window.open(chromium, shots, { viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
const { page } = window
const byTest = name => page.locator(`[data-test=${name}]`)

await claim("the example's page is in the navigation", window, async () => {
  await page.goto(url + '/')
  await byTest('user-name').fill(user)
  await byTest('password').fill(password)
  await byTest('sign-in').click()
  await byTest('nav-oa-inbox').click()
  await page.locator('h1', { hasText: 'Inbox' }).waitFor()
  await byTest('oa-entry').first().waitFor()
})

await claim('it speaks both languages', window, async () => {
  const text = () => byTest('oa-entry').first().textContent()
  expect(/^(Customer|Order) /.test(await text()), `in English it says "${await text()}"`)
  await byTest('language').click()
  await page.locator('h1', { hasText: '收件箱' }).waitFor()
  expect(/^(新建客户|订单)/.test(await text()), `in Chinese it says "${await text()}"`)
  await byTest('language').click()
  await page.locator('h1', { hasText: 'Inbox' }).waitFor()
})

await claim('an entry leads to its record', window, async () => {
  await byTest('oa-entry').first().click()
  await page.locator('[data-test=customer-name], [data-test=order-number]').first().waitFor()
})

const customer = await page.evaluate(async () => {
  const answer = await fetch('/crm/api/oa/v1/inbox?limit=1&filter=kind==customer')
  return '/customers/' + (await answer.json()).items[0].recordId
})
await claim("a customer's page has the card", window, async () => {
  await page.goto(url + customer)
  await byTest('customer-name').waitFor()
  await byTest('oa-announcement').first().waitFor()
})

await tour(window, url, [
  { name: 'oa-inbox', path: '/oa/inbox', shows: '[data-test=oa-entry]' },
  { name: 'oa-card', path: customer, shows: '[data-test=oa-announcement]' }
])

await chromium.close()
process.exit(summary())
