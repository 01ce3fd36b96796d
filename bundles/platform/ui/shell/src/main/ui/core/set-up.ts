import { Problem } from './problem'
import { send } from './send'
import { session, type Me } from './session'

/** Whether nobody can sign in yet because there is no user. */
export async function needsSetUp(): Promise<boolean> {
  const answer = await send('platform/v1/setup', {})
  return answer.ok && ((await answer.json()) as { needed: boolean }).needed
}

/** Makes the first administrator, who is then signed in. */
export async function setUp(token: string, name: string, password: string): Promise<void> {
  const answer = await send('platform/v1/setup', { method: 'POST', body: { token, name, password } })
  const document = await answer.json().catch(() => undefined)
  if (!answer.ok) throw Problem.of(answer.status, document, answer.statusText)
  session.me = document as Me
}
