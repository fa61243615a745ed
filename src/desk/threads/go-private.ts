/** A case called in a group goes on in private: where the platform lets us write first, we do; else the fan comes by the button. */
import { type Case, type CaseChange, type CaseEvent, whichCase } from '../../domain/case.ts'
import { isDanger } from '../../domain/handoff.ts'
import { platformOf, type ThreadId } from '../../domain/ids.ts'
import { SendError } from '../../errors.ts'
import type { CaseStory } from '../../ports/case-reader.ts'
import { noTimers } from '../acts/end-case.ts'
import { deskLine, toStaff } from '../acts/say.ts'
import { teamForFan } from '../people/teams.ts'
import type { DeskLoopDeps } from './loop-deps.ts'

const ASKED = 'writes first'
const TRIED = 'could not be written to first'
const WENT_ON = 'went on in private'

/**
 * `changed`: what was read of the case is out of date. `waits`: our first words are on their way, and only the platform knows whether
 * the fan takes them; it is to be looked at again soon. Tried once a case.
 */
export async function goPrivate(one: Case, story: CaseStory, deps: DeskLoopDeps): Promise<'no' | 'changed' | 'waits'> {
  const isTried = story.events.some(({ what }) => what === TRIED)
  const isMeant =
    one.surface === 'group' && one.accountId !== undefined && !['stepped-in', 'draft'].includes(one.reason)
  if (!isMeant || isTried || one.status === 'closed') return 'no'
  const joined = await joinTheirs(one, deps)
  if (joined) return joined
  const asked = story.events.find(({ what }) => what === ASKED)
  return asked ? await goOn(one, asked, deps) : await writeFirst(one, deps)
}

/** Two calls at once, in the group and in private, are one case: that in private, if staff have not been shown the other yet. */
async function joinTheirs(one: Case, deps: DeskLoopDeps): Promise<'changed' | undefined> {
  if (one.accountId === undefined || one.staffThread !== undefined) return undefined
  const { cases, changes, clock, log } = deps
  const [theirs] = await cases.inPrivate([one.accountId], one.threadId)
  if (!theirs?.inPrivate) return undefined
  const { id, inPrivate, staffThread } = theirs
  const due = one.timers['first-response'] ?? clock.now()
  const gone: CaseChange = {
    ...{ ...whichCase(one), version: one.version, into: id, timers: noTimers },
    set: { status: 'closed', outcome: 'merged', closedAt: clock.now() },
    events: [botDid(WENT_ON, id)],
  }
  const told: CaseChange = {
    ...whichCase({ id, ...inPrivate, ...(staffThread ? { staffThread } : {}) }),
    events: [botDid('called in a group too', one.reason)],
    ...(isDanger(one.reason) && {
      danger: { reason: one.reason, ...(one.team ? { team: one.team } : {}), due: { waiting: due, assigned: due } },
      tell: toStaff(`🚨 Danger (${one.reason}): said in the group. Please look now.`),
    }),
  }
  await changes.apply([gone, told], clock.now())
  log.info({ case: one.id, into: id }, 'a case called in a group went on in the one its fan has in private')
  return 'changed'
}

/** Into the outbox as all words: a kill loses and doubles none of them. */
async function writeFirst(one: Case, deps: DeskLoopDeps): Promise<'no' | 'changed'> {
  const { adapterOf, changes, clock, wits, log } = deps
  const adapter = adapterOf(platformOf(one.threadId))
  const { persona } = wits()
  const [line] = deskLine('caseInPrivate', one, persona, { team: teamForFan(one.team, one, persona) })
  if (!adapter?.openPrivate || one.accountId === undefined || !line) return 'no'
  try {
    const threadId = await adapter.openPrivate(one.accountId)
    await changes.privateConversation(threadId, one.accountId, clock.now())
    const outgoing = [line.outgoing]
    return await changed(one, { sayIn: { threadId, outgoing }, events: [botDid(ASKED, threadId)] }, deps)
  } catch (err) {
    if (!(err instanceof SendError) || !err.isPermanent) throw err
    log.info({ case: one.id, reason: err.message }, TAKES_NONE)
    return await changed(one, { events: [botDid(TRIED, err.message)] }, deps)
  }
}
const TAKES_NONE = 'the fan takes no private message from us; they may come by themselves'

/** What became of our first words. */
async function goOn(one: Case, asked: CaseEvent, deps: DeskLoopDeps): Promise<'no' | 'changed' | 'waits'> {
  const { changes, clock, work, log } = deps
  if (asked.detail === undefined || one.accountId === undefined) return 'no'
  const threadId = asked.detail as ThreadId
  const said = await work.firstSaid(threadId, asked.at)
  if (said?.state === 'pending') return 'waits'
  if (said?.state !== 'sent') {
    log.info({ case: one.id, reason: said?.reason }, TAKES_NONE)
    return await changed(one, { events: [botDid(TRIED, said?.reason)] }, deps)
  }
  const moveTo = await changes.privateConversation(threadId, one.accountId, clock.now())
  return await changed(one, { moveTo, events: [botDid(WENT_ON)] }, deps)
}

const botDid = (what: string, detail?: string) => ({ who: 'bot', what, ...(detail === undefined ? {} : { detail }) })

/** If somebody else changed it meanwhile, nothing is written, and it is looked at anew. */
async function changed(one: Case, change: Partial<CaseChange>, { changes, clock }: DeskLoopDeps): Promise<'changed'> {
  await changes.apply([{ ...whichCase(one), version: one.version, ...change }], clock.now())
  return 'changed'
}
