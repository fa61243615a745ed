/** A case called in a group goes on in private: where the platform lets us write first, we do; else the fan comes by the button. */
import { type Case, whichCase } from '../../domain/case.ts'
import { platformOf } from '../../domain/ids.ts'
import { SendError } from '../../errors.ts'
import type { CaseStory } from '../../ports/case-reader.ts'
import { deskLine } from '../acts/say.ts'
import { teamForFan } from '../people/teams.ts'
import type { DeskLoopDeps } from './loop-deps.ts'

const TRIED = 'could not be written to first'

/** True when the case was moved: what was read of it is out of date. Tried once a case. */
export async function goPrivate(one: Case, story: CaseStory, deps: DeskLoopDeps): Promise<boolean> {
  const { adapterOf, changes, clock, wits, log } = deps
  const adapter = adapterOf(platformOf(one.threadId))
  const isTried = story.events.some(({ what }) => what === TRIED)
  const isMeant =
    one.surface === 'group' && one.accountId !== undefined && !['stepped-in', 'draft'].includes(one.reason)
  if (!isMeant || isTried || !adapter?.openPrivate || one.accountId === undefined || one.status === 'closed')
    return false
  const { persona } = wits()
  try {
    const threadId = await adapter.openPrivate(one.accountId)
    const [line] = deskLine('caseInPrivate', one, persona, { team: teamForFan(one.team, one, persona) })
    // Said at once rather than queued: only the platform knows whether the fan takes messages. Its id dedupes where it can.
    if (line)
      await adapter.send({ ...line.outgoing, id: `private-${one.id.slice(0, 13)}`, threadId, surface: 'direct' })
    const conversationId = await changes.privateConversation(threadId, one.accountId, clock.now())
    const change = {
      ...whichCase(one),
      version: one.version,
      moveTo: conversationId,
      events: [{ who: 'bot', what: 'went on in private' }],
    }
    return await changes.apply([change], clock.now())
  } catch (err) {
    if (!(err instanceof SendError) || !err.isPermanent) throw err
    log.info(
      { case: one.id, reason: err.message },
      'the fan takes no private message from us; they may come by themselves',
    )
    await changes.apply(
      [{ ...whichCase(one), events: [{ who: 'bot', what: TRIED, detail: err.message }] }],
      clock.now(),
    )
    return true
  }
}
