import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { api, locale, Problem, session, signIn, useFieldErrors } from '@crm/shell'
import { refusal, serve } from './testing'

beforeEach(() => {
  locale.value = 'zh-CN'
  document.cookie = 'crm-csrf=token-1'
  Object.assign(session, { me: { name: 'admin', roles: [] }, known: true, expired: false })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
  document.cookie = 'crm-csrf=; max-age=0'
})

test('a write carries the token of the cookie, the language and the version', async () => {
  const asked = serve({ 'PATCH customer/v1/customers/1': {} })
  await api('customer/v1/customers/1', { method: 'PATCH', body: { name: 'A' }, version: 3 })
  expect(asked[0]?.headers).toMatchObject({
    'X-CSRF-Token': 'token-1',
    'Accept-Language': 'zh-CN',
    'If-Match': '"3"',
    'Content-Type': 'application/merge-patch+json'
  })
})

test('a read carries no token and leaves out what is not asked', async () => {
  const asked = serve({ 'GET customer/v1/customers': { items: [] } })
  await api('customer/v1/customers', { query: { q: '张', kind: '', limit: 50, after: undefined } })
  expect(asked[0]?.headers).not.toHaveProperty('X-CSRF-Token')
  expect(asked[0]?.query.toString()).toBe('q=%E5%BC%A0&limit=50')
})

test('a refusal becomes a Problem with the errors of the fields', async () => {
  const errors = [{ field: 'emails[0]', code: 'invalid-email', message: '不是邮箱地址' }]
  serve({ 'POST customer/v1/customers': () => refusal(422, { title: '有些值无效', errors }) })
  const problem = await api('customer/v1/customers', { method: 'POST', body: {} }).catch(failure => failure)
  expect(problem).toBeInstanceOf(Problem)
  expect(problem).toMatchObject({ status: 422, message: '有些值无效', errors })
})

test('a session that ended is asked for again, and the request goes on', async () => {
  let signedIn = false
  const asked = serve({
    'GET platform/v1/imports': () => (signedIn ? { items: [1] } : refusal(401, { title: 'no' })),
    'POST platform/v1/session': () => {
      signedIn = true
      return { name: 'admin', roles: [] }
    }
  })
  const reading = api('platform/v1/imports')
  await flushPromises()
  expect(session.expired).toBe(true)
  await signIn('admin', 'secret')
  expect(await reading).toEqual({ items: [1] })
  expect(session.expired).toBe(false)
  expect(asked.map(one => one.path)).toEqual(['platform/v1/imports', 'platform/v1/session', 'platform/v1/imports'])
})

test('a module that is away for some seconds is waited for', async () => {
  vi.useFakeTimers()
  let calls = 0
  serve({ 'GET customer/v1/customers': () => (++calls < 4 ? refusal(503, {}, { 'Retry-After': '1' }) : { items: [] }) })
  const reading = api('customer/v1/customers')
  await vi.advanceTimersByTimeAsync(3500)
  expect(await reading).toEqual({ items: [] })
  expect(calls).toBe(4)
})

test('a module that stays away is told of after about ten seconds', async () => {
  vi.useFakeTimers()
  serve({ 'GET customer/v1/customers': () => refusal(503, {}, { 'Retry-After': '2' }) })
  const reading = api('customer/v1/customers').catch(failure => failure)
  await vi.advanceTimersByTimeAsync(11_000)
  expect(await reading).toMatchObject({ status: 503, message: '系统的这一部分正在更新，请稍后重试。' })
})

test('a write is never repeated behind the back of the user', async () => {
  const asked = serve({ 'POST customer/v1/customers': () => refusal(503, {}, { 'Retry-After': '1' }) })
  await expect(api('customer/v1/customers', { method: 'POST', body: {} })).rejects.toMatchObject({ status: 503 })
  expect(asked).toHaveLength(1)
})

test('errors of known fields go to their fields, the others into the text', () => {
  const errors = useFieldErrors()
  const problem = new Problem(422, 'Invalid', [
    { field: 'emails[0]', code: 'x', message: 'not an address' },
    { field: 'ownerId', code: 'y', message: 'unknown' }
  ])
  expect(errors.take(problem, ['name', 'emails'])).toBe('Invalid – ownerId: unknown')
  expect(errors.of('emails')).toBe('not an address')
  expect(errors.of('name')).toBeUndefined()
})
