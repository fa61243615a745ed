/** What a fan's words change on a case that is open: the clock of the next answer runs, what waited for the fan ends, and danger is told. Pure. */

import { toStaff } from '../../desk/acts/say.ts'
import { dueAt } from '../../desk/time/sla.ts'
import type { CaseChange } from '../../domain/case.ts'
import type { AcceptedMessage, OpenCase } from '../../domain/conversation.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import { isWithStaff } from '../../domain/open-case.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Persona } from '../../persona/persona.ts'
import { isAddressed } from '../attend/addressed.ts'

/** What an unanswered message of a fan starts on their open case: the clock of the next answer; what waited for the fan ends. */
export function fanWrote(turn: Turn, persona: Persona): CaseChange[] {
  const { conversation, messages } = turn
  return conversation.openCases.flatMap((open) => {
    const isFans = (message: AcceptedMessage) =>
      conversation.surface === 'direct' ||
      (message.author.accountId === open.accountId && isAddressed(message, persona))
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
