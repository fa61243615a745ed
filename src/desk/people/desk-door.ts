/** The way from the staff chat to the desk page: `/desk` brings a link good once, whoever came in is told of, `/signout` ends it. */

import { randomUUID } from 'node:crypto'
import type { StaffMember } from '../../domain/case.ts'
import { DAY_MS } from '../../domain/durations.ts'
import { type AccountId, platformOf, type ThreadId } from '../../domain/ids.ts'
import type { InboundMessage, Surface } from '../../domain/message.ts'
import type { Log } from '../../log.ts'
import { staffText } from '../../persona/voice/voice.ts'
import type { Access, Session } from '../../ports/access.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Acted } from '../../ports/desk.ts'
import type { KeyValues } from '../../ports/key-values.ts'
import type { DeskDeps } from '../acts/desk-deps.ts'
import { enlistedAs } from './enlisted.ts'

/** So long it is known where somebody asked for the page. */
const ASKED_MS = DAY_MS

export interface DeskDoor {
  /** Brings the link into the private chat if there is one, else into the thread; it never gets into the outbox, so no secret is stored. */
  invite(staff: StaffMember, message: InboundMessage): Promise<Acted>
  /** Ends all of one's sessions. */
  signOut(staff: StaffMember): Promise<Acted>
  /** Somebody who is no staff asked for the page. */
  refused(message: InboundMessage): Promise<void>
  /** Where the link was asked for, it is told that it was used; else the person is, where we have talked. */
  signedIn(session: Session): Promise<void>
}

export interface DeskDoorDeps extends Pick<DeskDeps, 'wits' | 'adapterOf' | 'clock'> {
  readonly access: Pick<Access, 'invite' | 'endSessionsOf' | 'record'>
  readonly cases: Pick<CaseReader, 'privateThread'>
  readonly keyValues: KeyValues
  /** Where the page is served; undefined: it is not. */
  readonly url: () => string | undefined
  readonly log: Log
}

/** `http://127.0.0.1:8787` and a secret → the link. A fragment reaches no server's log and no preview. */
export function deskLink(base: string, secret: string): string {
  return `${new URL('/desk/', base)}#in=${secret}`
}

export function createDeskDoor(deps: DeskDoorDeps): DeskDoor {
  const { access, wits, clock, keyValues, log } = deps
  const askedKey = (staffId: string) => `desk::asked:${staffId}`
  return {
    async invite(staff, { threadId, author }) {
      const base = deps.url()
      const enlisted = enlistedAs(staff, 'staff', wits().persona)
      if (base === undefined || enlisted === undefined)
        return { isDone: false, says: '⛔ The desk page is not served here: mascot start serves it.' }
      const link = deskLink(base, await access.invite(enlisted.staff, enlisted.role))
      await keyValues.set(askedKey(staff.id), threadId, clock.now() + ASKED_MS)
      const text = `🔑 The desk: ${link}\nIt is good once, for ten minutes, and for ${staff.name} alone: do not pass it on.`
      const own = await privateChat(author.accountId, deps)
      if (own !== undefined && (await say(own, 'direct', text, deps)))
        return { isDone: true, says: `🔑 ${staff.name}, the link is in your private chat with me.` }
      const isSaid = await say(threadId, 'group', text, deps)
      return isSaid ? { isDone: true, says: '' } : { isDone: false, says: '⛔ The link could not be sent, try again.' }
    },

    async signOut(staff) {
      const listed = wits().persona.handoff.staff.find(({ accounts }) => accounts.includes(staff.id))
      let ended = 0
      for (const id of listed?.accounts ?? [staff.id]) ended += await access.endSessionsOf(id)
      await access.record({ who: staff, what: 'signed-out', detail: `${ended} sessions, from the staff chat` })
      const says = ended === 1 ? 'It is ended.' : ended > 1 ? `All ${ended} are ended.` : 'Nobody was signed in.'
      return { isDone: true, says: `🔒 ${staff.name}’s sessions of the desk: ${says} Links not used yet are void.` }
    },

    async refused({ author }) {
      const who = { id: author.accountId, name: author.name }
      await access.record({ who, what: 'refused', detail: 'asked for the desk, not on the staff list' })
    },

    async signedIn({ staff, browser }) {
      log.info({ staff: staff.id }, 'somebody signed in to the desk page')
      const said = `🔑 ${staff.name} signed in to the desk on ${browser}. Not you?`
      const asked = await keyValues.get(askedKey(staff.id))
      if (asked) {
        await say(asked.value as ThreadId, 'group', `${said} /signout ends it.`, deps)
        return
      }
      // The link came from the terminal.
      const own = await talkedWith(staff, deps)
      if (own) await say(own, 'direct', `${said} /signout in the staff chat ends it.`, deps)
    },
  }
}

/** Opened now, or known from before: some platforms let nobody be written to first. */
async function privateChat(
  account: InboundMessage['author']['accountId'],
  { adapterOf, cases }: Pick<DeskDoorDeps, 'adapterOf' | 'cases'>,
): Promise<ThreadId | undefined> {
  const opened = await adapterOf(platformOf(account))
    ?.openPrivate?.(account)
    .catch(() => undefined)
  return opened ?? (await cases.privateThread(account))
}

async function talkedWith(
  { id }: StaffMember,
  { wits, cases }: Pick<DeskDoorDeps, 'wits' | 'cases'>,
): Promise<ThreadId | undefined> {
  const accounts = wits().persona.handoff.staff.find((one) => one.accounts.includes(id))?.accounts ?? [id]
  for (const account of accounts) {
    const thread = await cases.privateThread(account as AccountId)
    if (thread) return thread
  }
  return undefined
}

/** At once, and not kept: false when it could not be sent. */
async function say(
  threadId: ThreadId,
  surface: Surface,
  text: string,
  { adapterOf, log }: Pick<DeskDoorDeps, 'adapterOf' | 'log'>,
): Promise<boolean> {
  const adapter = adapterOf(platformOf(threadId))
  if (adapter === undefined) return false
  try {
    await adapter.send({ ...staffText(text), id: randomUUID(), threadId, surface })
    return true
  } catch (err) {
    log.warn({ err, thread: threadId }, 'a word to staff could not be sent')
    return false
  }
}
