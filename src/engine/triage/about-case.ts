/** What a fan's turn means for a case of theirs: it is followed from a group into private, or opened again. */

import { toStaff } from '../../desk/acts/say.ts'
import { dueAt } from '../../desk/time/sla.ts'
import { type Case, type CaseChange, whichCase } from '../../domain/case.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

/** The fan of a case that was called in a group writes in private: the case goes on here. */
export async function caseFollowed({ conversation, openCase, author, cases }: Recalled): Promise<Verdict | undefined> {
  if (!cases || conversation.surface !== 'direct' || openCase) return undefined
  const one = await cases.elsewhere(author.accountId, conversation.id)
  if (!one) return undefined
  const change: CaseChange = {
    ...whichCase(one),
    version: one.version,
    moveTo: conversation.id,
    tell: toStaff('The fan came into private: what goes out now is between them and us.'),
    events: [{ who: author.name || 'fan', what: 'came into private' }],
  }
  return reply('case-in-private', [line('caseInPrivate', { names: { team: one.team } })], { cases: [change] })
}

/** Soon after a case was closed the fan writes again: it is opened again, with whoever had it. */
export async function caseReopened(turn: Recalled): Promise<Verdict | undefined> {
  const { reopen } = turn.conversation.state
  if (!turn.cases || !reopen || reopen.until < turn.now || !asksAgain(turn)) return undefined
  const one = await turn.cases.get(reopen.caseId)
  if (one?.status !== 'closed' || one.accountId !== turn.author.accountId) return undefined
  const names = { team: one.team, staff: one.assignee || undefined }
  return reply('reopened', [line('reopened', { names })], {
    state: { reopen: undefined },
    cases: [reopened(one, turn)],
  })
}

/** Thanks and goodbyes open nothing. */
function asksAgain({ isAmbient, openCase, text, messages, persona, asksWho }: Recalled): boolean {
  if (isAmbient || openCase || text === '' || asksWho) return false
  if (messages.some(({ command, button }) => command ?? button)) return false
  const names = [persona.name, ...persona.nicknames, persona.brand.name]
  return recogniseSmallTalk(text, { languages: persona.languages, names }) === undefined
}

function reopened(one: Case, { persona, now, author }: Recalled): CaseChange {
  return {
    ...whichCase(one),
    version: one.version,
    set: { status: 'waiting', assignee: null, outcome: null, closedAt: null },
    timers: { csat: null, 'next-response': dueAt('next-response', one, persona, now) },
    tell: toStaff(
      `🔄 ${fanCalled(one.fanName, 'The fan')} wrote again${one.assignee ? `; ${one.assignee} had it` : ''}.`,
    ),
    events: [{ who: author.name || 'fan', what: 'reopened' }],
  }
}
