// Departments, users, roles and one's own account, as an administrator and as a user who loses the right to be here.
import { claim, expect } from './claims.mjs'
import { Window } from './browser.mjs'

const PASSWORD = 'correct horse battery'

export async function access(window, url, chromium, shots) {
  const { page } = window
  const byTest = name => page.locator(`[data-test=${name}]`)
  const save = () => page.locator('[data-test=save]:visible')
  const sure = () => page.locator('.el-message-box .el-button--primary').click()
  const stamp = new Date().toISOString().slice(0, 19).replace(/\D/g, '')
  const top = 'Company ' + stamp
  const user = 'seller' + stamp

  await claim('departments are made one below the other, folded, and kept while something is in them', window, async () => {
    await page.goto(url + '/admin/departments')
    await byTest('add-department').click()
    await byTest('d-name').fill(top)
    await window.answering('/departments', () => save().click(), 'POST')
    await page.getByRole('button', { name: 'Add below ' + top }).click()
    await byTest('d-name').fill('East ' + stamp)
    await window.answering('/departments', () => save().click(), 'POST')
    await page.locator('[data-test=department]', { hasText: 'East ' + stamp }).waitFor()
    await page.getByRole('button', { name: 'Show what is below ' + top }).click()
    await page.locator('[data-test=department]', { hasText: 'East ' + stamp }).waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Show what is below ' + top }).click()
  })

  await claim(
    'a department with another in it is not deleted',
    window,
    async () => {
      await page.getByRole('button', { name: 'Delete: ' + top }).click()
      const refused = await window.answering('/departments/', sure, 'DELETE')
      expect(refused.status() === 409, `the server answered ${refused.status()}`)
      await page.getByText('There are users, API keys or departments in it.').waitFor()
    },
    [/status of 409/]
  )

  await claim(
    'a user is made, and what the server refuses shows at its field',
    window,
    async () => {
      await page.goto(url + '/admin/users')
      await byTest('add-user').click()
      await byTest('u-name').fill(user)
      await byTest('u-password').fill('short')
      await byTest('u-roles').click()
      await page.locator('.el-select-dropdown__item:visible', { hasText: 'Sales' }).click()
      await page.keyboard.press('Escape')
      await page.locator('.el-select-dropdown__item:visible').first().waitFor({ state: 'hidden' })
      const refused = await window.answering('/users', () => save().click(), 'POST')
      expect(refused.status() === 422, `the server answered ${refused.status()}`)
      await page.locator('.el-form-item:has([data-test=u-password]) .el-form-item__error').waitFor()
      const violations = await window.violations()
      expect(violations.length === 0, violations.join('\n    '))
      await byTest('u-password').fill(PASSWORD)
      await window.answering('/users', () => save().click(), 'POST')
      await byTest('q').fill(user)
      await page.locator('[data-test=user-row]', { hasText: user }).waitFor()
    },
    [/status of 422.*\/users\)/]
  )

  const other = await Window.open(chromium, shots, { viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  await claim('a salesman sees the customers, and no pages for administrators', other, async () => {
    await other.page.goto(url + '/')
    await other.page.locator('[data-test=user-name]').fill(user)
    await other.page.locator('[data-test=password]').fill(PASSWORD)
    await other.page.locator('[data-test=sign-in]').click()
    await other.page.locator('[data-test=nav-customers]').click()
    await other.page.locator('.crm-table .row-link').first().waitFor()
    expect((await other.page.locator('[data-test=nav-users]').count()) === 0, 'the users are offered to a salesman')
  })

  await claim(
    'what a user keeps of himself is in force at once: language, password, sessions',
    other,
    async () => {
      await other.page.goto(url + '/profile')
      await other.page.locator('[data-test=me-fullName]').fill('王小红')
      await other.answering('/me', () => other.page.locator('[data-test=save-profile]').click(), 'PATCH')
      await other.page.locator('[data-test=user]', { hasText: user }).waitFor()
      await other.page.locator('[data-test=pw-current]').fill('not the one')
      await other.page.locator('[data-test=pw-new]').fill(PASSWORD + ' 2')
      await other.page.locator('[data-test=pw-again]').fill(PASSWORD + ' 2')
      await other.page.locator('[data-test=change-password]').click()
      await other.page.getByText('This is not your current password.').waitFor()
      await other.page.locator('[data-test=pw-current]').fill(PASSWORD)
      await other.answering('/me/password', () => other.page.locator('[data-test=change-password]').click(), 'POST')
      await other.page.getByText('this one').waitFor()
    },
    [/status of 422.*\/me\/password\)/]
  )

  await claim('an API key works in its owner’s name until it is revoked', other, async () => {
    await other.page.locator('[data-test=add-key]').click()
    await other.page.locator('[data-test=key-name]').fill('erp')
    await other.page.locator('[data-test=key-roles]').click()
    await other.page.locator('.el-select-dropdown__item:visible', { hasText: 'sales' }).click()
    await other.page.keyboard.press('Escape')
    await other.answering('/api-keys', () => other.page.locator('[data-test=save]:visible').click(), 'POST')
    const token = await other.page.locator('[data-test=token]').inputValue()
    const ask = () => fetch(url + '/api/platform/v1/me', { headers: { Authorization: 'Bearer ' + token } })
    const who = await (await ask()).json()
    expect(who.name === user + ':erp', `the key is taken for ${who.name}`)
    await other.photograph('profile-token-1440-light', { fullPage: true })
    await other.page.locator('[data-test=token-done]').click()
    await other.page.locator('[data-test=revoke-key]').click()
    await other.answering(
      '/api-keys/',
      () => other.page.locator('.el-message-box .el-button--primary').click(),
      'DELETE'
    )
    const status = (await ask()).status
    expect(status === 401, `a revoked key is answered ${status}`)
  })

  await claim('who is disabled is asked to sign in with the next request', window, async () => {
    // The user has changed meanwhile; the page read before would be refused.
    await page.reload()
    await byTest('q').fill(user)
    await page.locator('[data-test=user-row]', { hasText: user }).waitFor()
    await page.locator('.crm-table tbody tr').nth(1).waitFor({ state: 'detached' })
    await byTest('disable-user').click()
    await window.answering('/users/', sure, 'PATCH')
    await other.page.goto(url + '/customers')
    await other.page.locator('[data-test=sign-in]').waitFor()
  })
  await other.context.close()

  await claim('the rights of a new role are ticked by keyboard alone, and saved', window, async () => {
    await page.goto(url + '/admin/roles?role=analyst')
    await byTest('add-role').click()
    await byTest('role-code').fill('role-' + stamp)
    await byTest('role-en').fill('Role ' + stamp)
    await byTest('role-zh').fill('角色' + stamp)
    await window.answering('/roles', () => save().click(), 'POST')
    await page.locator('h2', { hasText: 'Role ' + stamp }).waitFor()
    await byTest('grant-customer-read').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Space')
    expect(await byTest('grant-customer-create').isChecked(), 'the arrow key did not lead to the next box')
    await page.locator('[data-test=unsaved]', { hasText: '2 changes' }).waitFor()
    await window.answering('/roles/', () => byTest('save-role').click(), 'PATCH')
    await byTest('unsaved').waitFor({ state: 'detached' })
    await byTest('remove-role').click()
    await window.answering('/roles/', sure, 'DELETE')
  })
}
