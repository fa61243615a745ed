/** Who is signed in here, or why nobody is. */
import type { Me } from '../../wire.ts'
import { api, Refused, whenSignedOut } from './api.ts'
import { inTab } from './kept.ts'
import { notify } from './notices.ts'
import { createStore } from './store.ts'

export type Session =
  | { readonly state: 'loading' }
  | { readonly state: 'unreachable' }
  /** A one-time link was opened; nothing of it is used up before a press. */
  | { readonly state: 'invited'; readonly secret: string; readonly isBusy: boolean; readonly problem?: string }
  | { readonly state: 'out'; readonly why: 'new' | 'ended' | 'left' | 'link-refused' }
  | { readonly state: 'in'; readonly me: Me }

export const session = createStore<Session>({ state: 'loading' })

whenSignedOut(() => {
  if (session.get().state === 'in') session.set({ state: 'out', why: 'ended' })
})

export function endedElsewhere(): void {
  session.set({ state: 'out', why: 'ended' })
}

export function invite(secret: string): void {
  session.set({ state: 'invited', secret, isBusy: false })
}

/** Asks the server who this is; while signed in, a server out of reach changes nothing. */
export async function recognise(): Promise<void> {
  try {
    const me = await api.me()
    if (isAnother(me) && session.get().state === 'in') location.reload()
    else session.set({ state: 'in', me })
  } catch (error) {
    if (session.get().state === 'in') return
    const isRefused = error instanceof Refused && error.status === 401
    if (isRefused && session.get().state === 'loading') session.set({ state: 'out', why: 'new' })
    else if (!isRefused) session.set({ state: 'unreachable' })
  }
}

/** What one wrote in this tab is not for who signs in after them: it is forgotten, and true is returned. */
function isAnother({ staffId }: Me): boolean {
  const before = inTab.get('who')
  const isNew = before !== undefined && before !== staffId
  if (isNew) inTab.clear()
  inTab.set('who', staffId)
  return isNew
}

export async function signIn(secret: string): Promise<void> {
  session.set({ state: 'invited', secret, isBusy: true })
  try {
    const me = await api.signIn(secret)
    if (isAnother(me)) location.reload()
    else session.set({ state: 'in', me })
  } catch (error) {
    const isLinkRefused = error instanceof Refused && error.status >= 400 && error.status < 429
    if (isLinkRefused) session.set({ state: 'out', why: 'link-refused' })
    else session.set({ state: 'invited', secret, isBusy: false, problem: wordsOf(error) })
  }
}

export async function signOut(): Promise<void> {
  try {
    await api.signOut()
    session.set({ state: 'out', why: 'left' })
  } catch (error) {
    if (session.get().state === 'in') notify('refused', wordsOf(error))
  }
}

export async function setDuty(isOn: boolean): Promise<void> {
  try {
    const { says, isDone } = await api.setDuty(isOn)
    notify(isDone ? 'done' : 'refused', says)
    await recognise()
  } catch (error) {
    notify('refused', wordsOf(error))
  }
}

export function wordsOf(error: unknown): string {
  return error instanceof Refused ? error.message : 'Something went wrong on this page. Reload it and try again.'
}
