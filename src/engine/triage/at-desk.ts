/** What a fan's turn means for a case: staff have the conversation, a case is rated, opened again, or followed from a group into private. */

import { commented, commentUntil, rated, ratingIn } from '../../desk/acts/csat.ts'
import { toStaff } from '../../desk/acts/say.ts'
import { dueAt } from '../../desk/time/sla.ts'
import { type CaseChange, whichCase } from '../../domain/case.ts'
import type { AcceptedMessage, OpenCase } from '../../domain/conversation.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import { caseId } from '../../domain/ids.ts'
import { isWithStaff, openCaseOf } from '../../domain/open-case.ts'
import type { Turn } from '../../domain/turn.ts'
import { asksForPerson } from '../../hearing/asks-for-person.ts'
import { asksWhetherBot } from '../../hearing/disclosure.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import type { Persona } from '../../persona/persona.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Duty } from '../../ports/duty.ts'
import type { Draft } from '../draft.ts'
import { say, sayAs } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'

export type DeskCases = Pick<CaseReader, 'get' | 'elsewhere' | 'waits' | 'waiting'> & Pick<Duty, 'onDuty'>

/** What an unanswered message of a fan starts on their open case: the clock of the next answer; what waited for the fan ends. */
export function fanWrote(turn: Turn, persona: Persona): CaseChange[] {
  const { conversation, messages } = turn
  return conversation.openCases.flatMap((open) => {
    const isFans = ({ author, replyTo, isMention }: AcceptedMessage) =>
      conversation.surface === 'direct' ||
      (author.accountId === open.accountId && (isMention || replyTo?.isToBot === true))
    return messages.some(isFans) ? [awaited(open, 'rule', turn, persona)] : []
  })
}

/** The same for members whom staff have, where the turn answered others. */
export function fanWroteBeside(turn: Turn, read: readonly AcceptedMessage[], persona: Persona): CaseChange[] {
  const [first, ...rest] = turn.messages.filter(
    (message) => !read.includes(message) && isWithStaff(turn.conversation, message.author.accountId),
  )
  return first ? fanWrote({ ...turn, messages: [first, ...rest] }, persona) : []
}

/** Danger told while a case is open already: staff hear of it there, at once. */
export function dangerTold(open: OpenCase, reason: HandoffReason, turn: Turn, persona: Persona): CaseChange {
  const told = `🚨 Danger (${reason}). The fan was told what to do until a person answers: please look now.`
  return {
    ...awaited(open, reason, turn, persona),
    ...(open.staffThread ? { staffThread: open.staffThread } : {}),
    tell: toStaff(told),
    events: [{ who: 'bot', what: 'danger', detail: reason }],
  }
}

/** A person's answer is waited for: the case sleeps no longer. */
function awaited(open: OpenCase, reason: HandoffReason, { conversation, now }: Turn, persona: Persona): CaseChange {
  const matter = { reason, ...(open.team ? { team: open.team } : {}) }
  const isAssigned = open.status === 'assigned'
  return {
    id: open.id,
    threadId: conversation.threadId,
    conversationId: conversation.id,
    ...(isAssigned ? { set: { snoozedUntil: null } } : {}),
    timers: { silence: null, snooze: null },
    ...(isAssigned ? { timersIfNone: { 'next-response': dueAt('next-response', matter, persona, now) } } : {}),
  }
}

/** Asked while a person writes: who it is, said by code. */
export function personHere(turn: Recalled, persona: Persona): Draft {
  const staff = openCaseOf(turn)?.assignee
  return {
    kind: 'reply',
    reason: 'person-here',
    texts: [sayAs('personHere', staff ? { staff } : {}, turn, persona)],
  }
}

export function asksWho(text: string, persona: Persona): boolean {
  return asksWhetherBot(text, [persona.name, ...persona.nicknames])
}

/** A draft when the turn is about a case that is closed or lies elsewhere; else undefined. */
export async function aboutCase(turn: Recalled, persona: Persona, cases: DeskCases): Promise<Draft | undefined> {
  return (
    (await rating(turn, persona, cases)) ??
    (await fromGroup(turn, persona, cases)) ??
    (await again(turn, persona, cases))
  )
}

async function rating(turn: Recalled, persona: Persona, cases: DeskCases): Promise<Draft | undefined> {
  const pressed = turn.messages.findLast(({ button }) => button?.startsWith('csat:'))?.button
  const pending = turn.conversation.state.pending
  const id = pressed ? caseId(pressed.split(':')[1] ?? '') : pending?.kind === 'csat' ? pending.caseId : undefined
  if (id === undefined) return undefined
  const one = await cases.get(id)
  const isTheirs = one?.accountId === turn.author.accountId && one.conversationId === turn.conversation.id
  if (!one || !isTheirs || (pressed === undefined && pending?.kind === 'csat' && pending.until < turn.now))
    return undefined
  const fan = turn.author.name
  const number = ratingIn(turn.text, pressed, id)
  if (one.csat === undefined && number !== undefined) {
    const next = {
      kind: 'csat' as const,
      caseId: id,
      until: commentUntil(turn.now),
      accountId: turn.author.accountId,
    }
    return {
      kind: 'reply',
      reason: 'csat',
      texts: [say('csatComment', turn, persona)],
      changes: { state: { pending: next }, cases: [rated(whichCase(one), number, fan)] },
    }
  }
  const isComment =
    one.csat !== undefined && one.csatComment === undefined && pressed === undefined && mayBeComment(turn)
  if (!isComment) return undefined
  return {
    kind: 'reply',
    reason: 'csat',
    texts: [say('csatThanks', turn, persona)],
    changes: { state: { pending: undefined }, cases: [commented(whichCase(one), turn.text, fan)] },
  }
}

/** A question, or a call for a person, is no comment on how it was. */
function mayBeComment({ text, findings }: Recalled): boolean {
  return text !== '' && findings.outcome !== 'answer' && !/[?？]\s*$/u.test(text) && !asksForPerson(text)
}

/** The fan of a case that was called in a group writes in private: the case goes on here. */
async function fromGroup(turn: Recalled, persona: Persona, cases: DeskCases): Promise<Draft | undefined> {
  const { conversation, author } = turn
  if (conversation.surface !== 'direct' || openCaseOf(turn)) return undefined
  const one = await cases.elsewhere(author.accountId, conversation.id)
  if (!one) return undefined
  const team = one.team
  return {
    kind: 'reply',
    reason: 'case-in-private',
    texts: [sayAs('caseInPrivate', { team }, turn, persona)],
    changes: {
      cases: [
        {
          ...whichCase(one),
          version: one.version,
          moveTo: conversation.id,
          tell: toStaff('The fan came into private: what goes out now is between them and us.'),
          events: [{ who: author.name || 'fan', what: 'came into private' }],
        },
      ],
    },
  }
}

/** Soon after a case was closed the fan writes again: it is opened again, with whoever had it. Thanks and goodbyes open nothing. */
async function again(turn: Recalled, persona: Persona, cases: DeskCases): Promise<Draft | undefined> {
  const { reopen } = turn.conversation.state
  if (!reopen || reopen.until < turn.now || turn.isAmbient || openCaseOf(turn)) return undefined
  const names = [persona.name, ...persona.nicknames, persona.brand.name]
  if (turn.text === '' || recogniseSmallTalk(turn.text, { languages: persona.languages, names })) return undefined
  if (asksWho(turn.text, persona) || turn.messages.some(({ command, button }) => command ?? button)) return undefined
  const one = await cases.get(reopen.caseId)
  if (one?.status !== 'closed' || one.accountId !== turn.author.accountId) return undefined
  return {
    kind: 'reply',
    reason: 'reopened',
    texts: [sayAs('reopened', { team: one.team, ...(one.assignee ? { staff: one.assignee } : {}) }, turn, persona)],
    changes: {
      state: { reopen: undefined },
      cases: [
        {
          ...whichCase(one),
          version: one.version,
          set: { status: 'waiting', assignee: null, outcome: null, closedAt: null },
          timers: { csat: null, 'next-response': dueAt('next-response', one, persona, turn.now) },
          tell: toStaff(`🔄 ${one.fanName || 'The fan'} wrote again${one.assignee ? `; ${one.assignee} had it` : ''}.`),
          events: [{ who: turn.author.name || 'fan', what: 'reopened' }],
        },
      ],
    },
  }
}
