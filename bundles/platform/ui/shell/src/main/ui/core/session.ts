import { reactive } from 'vue'
import { csrfToken, send } from './send'
import { locale } from './locale'
import { Problem } from './problem'
import { known, zone } from './zone'

/** Who is signed in. */
export interface Me {
  name: string
  roles: string[]
  fullName?: string
  language?: string
  timeZone?: string
}

/** The pages speak the language that the user has chosen for good, and show times in the user's zone. */
export function applyProfile(me: Me) {
  if (me.language === 'zh-CN' || me.language === 'en') locale.value = me.language
  if (me.timeZone !== undefined && known(me.timeZone)) zone.value = me.timeZone
}

/**
 * The state of sign-in. `expired` means that a request was refused while somebody was at work:
 * the sign-in form then covers the page, which keeps its state and goes on afterwards.
 */
export const session = reactive({ me: undefined as Me | undefined, known: false, expired: false })

const waiting: (() => void)[] = []

/** Finds out at the start whether the session of an earlier visit still holds. */
export async function restoreSession(): Promise<void> {
  // Without the token's cookie there is no session: spare the server the question.
  if (csrfToken() !== undefined) {
    const answer = await send('platform/v1/me', {})
    if (answer.ok) session.me = (await answer.json()) as Me
    else if (answer.status !== 401)
      throw Problem.of(answer.status, await answer.json().catch(() => undefined), answer.statusText)
  }
  session.known = true
}

/** Signs in; requests that wait for it go on. */
export async function signIn(user: string, password: string): Promise<void> {
  const answer = await send('platform/v1/session', { method: 'POST', body: { user, password } })
  const document = await answer.json().catch(() => undefined)
  if (!answer.ok) throw Problem.of(answer.status, document, answer.statusText)
  const me = document as Me
  const goesOn = session.me?.name === me.name
  const somebodyElse = session.me !== undefined && !goesOn
  // Who goes on after a while keeps what was chosen for this visit.
  if (!goesOn) applyProfile(me)
  session.me = me
  session.expired = false
  session.known = true
  // Another user must not go on with a page that was filled for the first one.
  if (somebodyElse) location.reload()
  else waiting.splice(0).forEach(goOn => goOn())
}

export async function signOut(): Promise<void> {
  await send('platform/v1/session', { method: 'DELETE' })
  // A fresh page keeps nothing of what the user saw.
  location.assign('/crm/')
}

/** Shows the sign-in form and resolves when somebody has signed in. */
export function signedInAgain(): Promise<void> {
  session.expired = true
  return new Promise(resolve => waiting.push(resolve))
}
