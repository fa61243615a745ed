/** Who may open the staff's pages: one-time links and sessions over the store, with roles from the persona as it is now. */

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { StaffMember } from '../domain/case.ts'
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import type { Access, Role, Session } from '../ports/access.ts'
import type { AccessStore, KeptSession } from '../ports/access-store.ts'
import type { Clock } from '../ports/clock.ts'
import type { KeyValues } from '../ports/key-values.ts'

const SECRET_BYTES = 32
const LINK_MS = 10 * MINUTE_MS
/** A shift. */
const SESSION_MS = 8 * HOUR_MS
/** So long after its browser was last heard a session is over. */
const IDLE_MS = HOUR_MS
/** How often it is written down that a browser was heard. */
const SEEN_MS = MINUTE_MS
const BROWSER_LENGTH = 200
const KNOWN_KEY = 'desk::known'

/** What the staff list says of somebody, by the id in their session; undefined: they may not come in any more. */
export type Enlisted = (
  staff: StaffMember,
  invitedAs: Role,
) => { readonly staff: StaffMember; readonly role: Role } | undefined

export interface AccessOptions {
  readonly store: AccessStore
  readonly keyValues: KeyValues
  readonly enlisted: Enlisted
  readonly clock: Clock
  /** Called after a session began. */
  readonly onSignedIn?: (session: Session) => void
}

export interface AccessDoor extends Access {
  /** Whether somebody ever signed in. */
  isKnown(): Promise<boolean>
  /** Ends the sessions of whoever is on the staff list no more, and writes down which are over: now and then, and when the list was saved. */
  review(): Promise<void>
  /** A session ended in another process: those that are listened for are looked at again. */
  look(): Promise<void>
}

export function createAccess({ store, keyValues, enlisted, clock, onSignedIn }: AccessOptions): AccessDoor {
  const listeners = new Set<(sessionId: string) => void>()
  const tellEnded = (id: string) => {
    known.delete(id)
    for (const listener of listeners) listener(id)
  }
  const record: Access['record'] = (entry) => store.record({ ...entry, at: clock.now() })
  /** Sessions used in this process. */
  const known = new Set<string>()

  async function end(id: string): Promise<boolean> {
    const isEnded = await store.end(id, clock.now())
    if (isEnded) tellEnded(id)
    return isEnded
  }

  /** As it counts now; ended here when it is over before its time. */
  async function current(kept: KeptSession): Promise<Session | undefined> {
    const isIdle = kept.seenAt + IDLE_MS <= clock.now()
    const now = isIdle ? undefined : enlisted(kept.staff, kept.role)
    if (now) return sessionOf(kept, now.staff, now.role)
    if (await end(kept.id))
      await record({
        ...{ who: kept.staff, what: 'session-ended', about: kept.id },
        detail: isIdle ? 'nobody was there' : 'on the staff list no more',
      })
    return undefined
  }

  async function sessions(): Promise<readonly Session[]> {
    const found: Session[] = []
    for (const kept of await store.sessions(clock.now())) {
      const session = await current(kept)
      if (session) found.push(session)
    }
    return found
  }

  return {
    async invite(staff, role) {
      const secret = newSecret()
      await store.keepLink(hashOf(secret), { staff, role, expiresAt: clock.now() + LINK_MS })
      await record({ who: staff, what: 'invited', detail: role })
      return secret
    },

    async signIn(secret, browser) {
      const token = newSecret()
      const openedAt = clock.now()
      const kept = await store.signIn(hashOf(secret), {
        ...{ id: randomUUID(), hash: hashOf(token), csrf: newSecret(), openedAt, expiresAt: openedAt + SESSION_MS },
        browser: browser.slice(0, BROWSER_LENGTH).toWellFormed(),
      })
      const session = kept && (await current(kept))
      if (session === undefined) return undefined
      await record({ who: session.staff, what: 'signed-in', about: session.id, detail: session.browser })
      await keyValues.set(KNOWN_KEY, String(openedAt))
      onSignedIn?.(session)
      return { session, token }
    },

    async session(token) {
      const kept = await store.session(hashOf(token), clock.now())
      if (kept === undefined) return undefined
      const session = await current(kept)
      if (session === undefined) return undefined
      known.add(session.id)
      if (kept.seenAt + SEEN_MS <= clock.now()) await store.seen(session.id, clock.now())
      return session
    },

    sessions,
    endSession: end,

    async endSessionsOf(staffId) {
      const ids = await store.endOf(staffId, clock.now())
      for (const id of ids) tellEnded(id)
      return ids.length
    },

    record,
    audit: (options) => store.audit(options),

    onEnded(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },

    isKnown: async () => (await keyValues.get(KNOWN_KEY)) !== undefined,

    async review() {
      for (const { id, staff } of await store.endOver(clock.now())) {
        tellEnded(id)
        await record({ who: staff, what: 'session-ended', about: id, detail: 'its time was over' })
      }
      await sessions()
    },

    async look() {
      if (listeners.size === 0) return
      const open = new Set((await store.sessions(clock.now())).map(({ id }) => id))
      for (const id of known) {
        if (open.has(id)) continue
        known.delete(id)
        tellEnded(id)
      }
    },
  }
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

function sessionOf(kept: KeptSession, staff: StaffMember, role: Role): Session {
  const { id, csrf, openedAt, expiresAt, browser } = kept
  return { id, csrf, openedAt, expiresAt, browser, staff, role }
}
