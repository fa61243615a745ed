/** Who is at the door: the session of a request, by its cookie, and whether a change was really sent by its page. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Access, Session } from '#mascot'
import { Refusal } from '../refusal.ts'

export type Env = {
  Bindings: { readonly peer?: string | undefined }
  Variables: { session: Session; token: string }
}

export interface Doorway {
  /** @throws {Refusal} 401 */
  enter(c: Context<Env>): Promise<void>
  /** The session's own value came back with the change. @throws {Refusal} 403 */
  checkCsrf(c: Context<Env>): void
  token(c: Context<Env>): string | undefined
  keep(c: Context<Env>, token: string, session: Session, now: number): void
  leave(c: Context<Env>): void
}

/** Tokens and secrets are 32 bytes in base64url; anything else was never given out. */
const SECRET = /^[\w-]{43}$/

export function isSecret(text: string): boolean {
  return SECRET.test(text)
}

export function isLead({ role }: Session): boolean {
  return role !== 'staff'
}

export function createDoorway(access: Pick<Access, 'session'>, isHttps: boolean): Doorway {
  /** Browsers keep cookies by host alone: the desks of two brands on one machine differ by port. */
  const nameFor = (c: Context<Env>) =>
    isHttps ? '__Secure-mascot-desk' : `mascot-desk-${new URL(c.req.url).port || 80}`
  const attributes = { httpOnly: true, sameSite: 'Strict', path: '/desk', secure: isHttps } as const
  const token = (c: Context<Env>) => {
    const value = getCookie(c, nameFor(c))
    return value !== undefined && isSecret(value) ? value : undefined
  }
  return {
    token,
    async enter(c) {
      const given = token(c)
      const session = given === undefined ? undefined : await access.session(given)
      if (given === undefined || session === undefined)
        throw new Refusal(401, 'no-session', 'You are signed out. /desk in the staff chat gives you a new link.')
      c.set('token', given)
      c.set('session', session)
    },
    checkCsrf(c) {
      const sent = c.req.header('x-mascot-csrf') ?? ''
      if (!isSame(sent, c.get('session').csrf))
        throw new Refusal(403, 'csrf', 'This was not sent by your page of the desk; load it again.')
    },
    keep: (c, value, { expiresAt }, now) =>
      setCookie(c, nameFor(c), value, { ...attributes, maxAge: Math.max(0, Math.floor((expiresAt - now) / 1000)) }),
    leave: (c) => setCookie(c, nameFor(c), '', { ...attributes, maxAge: 0 }),
  }
}

/** In a time that tells nothing of where they differ. */
export function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
