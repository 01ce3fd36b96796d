// What people write stays text: scripts in every text field of every kind of record, then the pages that show them.
//   CRM_URL=http://127.0.0.1:8181/crm CRM_USER=admin CRM_PASSWORD=… node inert.mjs [folder for screenshots]
import { launch, Window } from './browser.mjs'
import { claim, expect, summary } from './claims.mjs'
import { payload, PAYLOADS } from './payloads.mjs'

const url = (process.env.CRM_URL ?? 'http://127.0.0.1:8181/crm').replace(/\/$/, '')
const user = process.env.CRM_USER ?? 'admin'
const password = process.env.CRM_PASSWORD ?? ''
const AUTHORIZATION = 'Basic ' + Buffer.from(`${user}:${password}`).toString('base64')
const stamp = Date.now().toString(36)

const headers = []
let written = 0
/** The next payload, cut to what the field takes. */
const next = (longest = 200) => {
  const text = payload(written, longest)
  written++
  return text
}

async function call(method, path, body, type = 'application/json') {
  const answer = await fetch(url + '/api/' + path, {
    method,
    headers: { Authorization: AUTHORIZATION, 'Content-Type': type },
    body: typeof body === 'string' ? body : JSON.stringify(body)
  })
  return { status: answer.status, type: answer.headers.get('Content-Type') ?? '', text: await answer.text() }
}

async function made(path, body) {
  const answer = await call('POST', path, body)
  expect(answer.status === 201, `${path} ${JSON.stringify(body)}: ${answer.status} ${answer.text}`)
  return JSON.parse(answer.text)
}

// No two fields of a type are called the same.
const label = () => ({ en: next(40) + stamp, zh: next(40) + stamp })

async function customer(i) {
  return made('customer/v1/customers', {
    kind: i % 2 === 0 ? 'company' : 'person',
    // What is looked for stands in front, so that the list shows these and no others.
    name: `inert${stamp} ` + next(120),
    externalId: `${stamp}${i} ` + next(30),
    shortName: next(50),
    industry: next(50),
    source: next(50),
    size: next(20),
    preferences: i % 2 === 0 ? undefined : next(200),
    occupation: i % 2 === 0 ? undefined : next(50),
    addresses: [{ type: 'office', country: 'CN', region: next(50), city: next(50), district: next(50), street: next(120) }],
    bankAccounts: [{ bank: next(50), number: '6222020200112233' }]
  })
}

const chromium = await launch(process.env.CHROMIUM ?? '/usr/bin/chromium')
const window = await Window.open(chromium, process.argv[2] ?? 'target/screenshots', {
  viewport: { width: 1440, height: 1000 },
  locale: 'en-GB'
})
const { page } = window
const ran = []
await page.exposeFunction('crmScriptRan', what => ran.push(what))
// Whatever a script could use to show that it runs; the page's own scripts use none of it.
await page.addInitScript(() => {
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'inert'])
    window[name] = what => void window.crmScriptRan(`${name}(${what}) at ${location.href}`)
})
page.on('dialog', dialog => {
  ran.push('a dialog: ' + dialog.message())
  void dialog.dismiss()
})
page.on('response', answer => {
  if (answer.url().startsWith(url)) headers.push({ url: answer.url(), all: answer.headers() })
})

/** Nothing ran, nothing was fetched from anywhere else, and no link leads to a script. */
async function inert() {
  await window.settle()
  expect(ran.length === 0, 'a script ran: ' + ran.join('\n    '))
  const links = await page.evaluate(() =>
    [...document.querySelectorAll('a[href], [src], form[action], iframe')]
      .map(one => one.getAttribute('href') ?? one.getAttribute('src') ?? one.getAttribute('action') ?? one.outerHTML)
      .filter(link => /^\s*(javascript|vbscript|data:text)/i.test(link))
  )
  expect(links.length === 0, 'links that lead to scripts: ' + links)
  const smuggled = await page.evaluate(
    () => document.querySelectorAll('[onerror], [onload], [onclick], [onfocus], [onmouseover], [ontoggle], script:not([src])').length
  )
  expect(smuggled === 0, smuggled + ' elements with a script of their own')
}

const shows = async (path, text) => {
  await page.goto(url + path)
  await page.locator('main h1').first().waitFor()
  if (text) await page.getByText(text).first().waitFor()
  await inert()
}

console.log(`Scripts in text, ${url}`)
const customers = []
const orders = []

await claim('scripts are stored as the text they are', window, async () => {
  for (let i = 0; i < 8; i++) customers.push(await customer(i))
  for (const { id } of customers) {
    await made(`customer/v1/customers/${id}/persons`, {
      name: next(120),
      role: next(50),
      position: next(50),
      education: next(30),
      occupation: next(50),
      preferences: next(200)
    })
    await made('contact/v1/interactions', {
      customerId: id,
      channel: 'visit',
      direction: 'out',
      at: '2026-03-01T08:30:00Z',
      subject: `inert${stamp} ` + next(120),
      summary: next(),
      result: next(),
      nextStep: { at: '2030-03-08', what: next(120) }
    })
    orders.push(
      await made('transaction/v1/orders', {
        customerId: id,
        number: `I${stamp}${id} ` + next(30),
        externalId: next(50) + stamp + id,
        orderedAt: '2026-03-01T08:30:00Z',
        currency: 'CNY',
        status: 'confirmed',
        lines: [{ product: next(50), description: next(), quantity: '1', unitPrice: '10.00' }]
      })
    )
  }
  const field = await made('platform/v1/fields', {
    type: 'customer',
    code: 'inert' + stamp,
    fieldType: 'choice',
    label: label(),
    help: label(),
    section: label(),
    choices: [{ code: 'a', label: label() }]
  })
  const memo = await made('platform/v1/fields', {
    type: 'customer',
    code: 'memo' + stamp,
    fieldType: 'long-text',
    label: label()
  })
  for (const { id, version } of customers) {
    const answer = await fetch(`${url}/api/customer/v1/customers/${id}`, {
      method: 'PATCH',
      headers: {
        Authorization: AUTHORIZATION,
        'Content-Type': 'application/merge-patch+json',
        'If-Match': `"${version}"`
      },
      body: JSON.stringify({ custom: { ['inert' + stamp]: 'a', ['memo' + stamp]: next() } })
    })
    expect(answer.status === 200, 'custom values: ' + (await answer.text()))
  }
  for (const name of ['customer', 'interaction', 'order'])
    await made('platform/v1/views', { list: name, name: next(40) + stamp, columns: [], q: next(50), shared: true })
  const department = await made('platform/v1/departments', { name: next(50) + stamp })
  await made('platform/v1/departments', { name: next(50) + stamp, parentId: department.id })
  const role = await made('platform/v1/roles', { code: 'inert-' + stamp, label: label(), grants: {} })
  await made('platform/v1/users', {
    name: 'inert-' + stamp,
    password: 'correct horse battery',
    fullName: next(100),
    departmentId: department.id,
    roles: ['inert-' + stamp]
  })
  await made('platform/v1/api-keys', { name: 'inert-' + stamp, roles: ['administrator'] })
  const read = JSON.parse((await call('GET', `customer/v1/customers/${customers[0].id}`)).text)
  expect(read.shortName === customers[0].shortName, 'stored as ' + read.shortName)
  Object.assign(customers, { field, memo, role })
})

await claim('a file may be called anything, and an image with a script is no import', window, async () => {
  const file = 'name,externalId\r\n' + `"inert${stamp} <svg onload=alert(9)>",F${stamp}\r\n`
  const name = encodeURIComponent(next(50) + '.csv')
  const taken = await call('POST', `platform/v1/imports?type=customers&fileName=${name}`, file, 'text/csv')
  expect(taken.status === 202, `the import was answered ${taken.status} ${taken.text}`)
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'
  for (const type of ['image/svg+xml', 'text/html', 'application/xhtml+xml']) {
    const answer = await call('POST', 'platform/v1/imports?type=customers', svg, type)
    expect(answer.status === 415, `${type} was answered ${answer.status} ${answer.text}`)
    expect(answer.type.startsWith('application/problem+json'), type + ' was answered as ' + answer.type)
  }
})

await claim('an address that is a script is no web site', window, async () => {
  for (const webSite of ['javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', ' javascript:alert(1)//http://x.cn']) {
    const answer = await call('POST', 'customer/v1/customers', { kind: 'company', name: 'inert web site', webSite })
    expect(answer.status === 422, `${webSite} was answered ${answer.status} ${answer.text}`)
  }
})

await claim('the user is signed in', window, async () => {
  await page.goto(url + '/')
  await page.locator('[data-test=user-name]').fill(user)
  await page.locator('[data-test=password]').fill(password)
  await window.answering('/session', () => page.locator('[data-test=sign-in]').click(), 'POST')
  await page.locator('[data-test=nav-customers]').waitFor()
  await inert()
  await page.evaluate(() => window.alert('of the test itself'))
  expect(ran.length === 1, 'a script that ran would not have been noticed')
  ran.length = 0
})

await claim('no script runs in the list of customers, its columns, views and quick search', window, async () => {
  await shows(`/customers?q=inert${stamp}`, customers[0].name)
  await page.locator('[data-test=columns]').click()
  await page.getByText(customers.field.label.en).first().waitFor()
  await inert()
  await page.keyboard.press('Escape')
  await page.locator('[data-test=views]').click()
  await page.locator('[data-test=view]').first().waitFor()
  await inert()
  await page.keyboard.press('Escape')
})

await claim('no script runs in the pages of customers', window, async () => {
  for (const one of customers.slice(0, 2)) await shows(`/customers/${one.id}`, one.name)
  for (const tab of ['interactions', 'orders', 'history']) await shows(`/customers/${customers[0].id}?tab=${tab}`)
})

await claim('no script runs in lists of interactions and orders, nor in an order', window, async () => {
  await shows(`/interactions?q=inert${stamp}`, `inert${stamp}`)
  await page.locator('.crm-table .row-link').first().click()
  await inert()
  await shows(`/orders?q=I${stamp}`, `I${stamp}`)
  for (const order of orders.slice(0, 1)) await shows(`/orders/${order.id}`)
})

await claim('no script runs in the pages of administrators', window, async () => {
  await shows('/admin/fields')
  await page.getByText(customers.field.label.en).first().waitFor()
  await shows('/admin/users?q=inert-' + stamp)
  await shows('/admin/departments')
  await shows('/admin/roles?role=inert-' + stamp)
  await shows('/imports')
  await shows('/')
})

await claim(
  'no script runs out of an address',
  window,
  async () => {
    const script = encodeURIComponent('"><img src=x onerror=alert(1)><script>alert(2)</script>')
    for (const path of [
      `/customers?q=${script}`,
      `/customers?filter=${script}`,
      `/orders?status=${script}`,
      `/admin/roles?role=${script}`,
      '/no/such/' + encodeURIComponent('"><img src=x onerror=alert(5)>'),
      `/customers?tab=javascript:alert(3)#<img src=x onerror=alert(4)>`
    ]) {
      await page.goto(url + path)
      await page
        .locator('main h1, .crm-empty')
        .first()
        .waitFor()
        .catch(() => expect(false, 'nothing is shown for ' + path))
      await inert()
    }
  },
  [/status of 40[04]/]
)

await claim('no script runs in Chinese either', window, async () => {
  await page.goto(url + '/')
  await page.locator('[data-test=language]').click()
  await shows(`/customers/${customers[2].id}`)
  await page.locator('[data-test=language]').click()
})

await claim('every answer forbids scripts of others', window, async () => {
  expect(headers.length > 100, headers.length + ' answers')
  for (const { url: address, all } of headers) {
    const policy = all['content-security-policy'] ?? ''
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? 'none'
    expect(scripts === "'self'", `${address}: scripts from ${scripts}`)
    expect(!/unsafe-(inline|eval)/.test(policy), `${address}: ${policy}`)
    expect(/frame-ancestors 'none'/.test(policy), `${address}: ${policy}`)
    expect(all['x-content-type-options'] === 'nosniff', address + ' may be sniffed')
    expect(Boolean(all['referrer-policy']), address + ' tells where one came from')
  }
})

await claim(`${PAYLOADS} scripts were tried`, window, async () => {
  expect(written >= PAYLOADS, written + ' were written')
  expect(ran.length === 0, 'a script ran: ' + ran.join('\n    '))
})

await chromium.close()
process.exit(summary())
