/** What a fan's words change on a case that is open: the clock of the next answer runs, what waited for the fan ends, and danger is told. Pure. */

import { toStaff } from '../../desk/acts/say.ts'
import { dueAt, type Matter } from '../../desk/time/sla.ts'
import type { CaseChange, DangerTold } from '../../domain/case.ts'
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
    return messages.some(isFans) ? [awaited(open, turn, persona)] : []
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
  const { timersIfNone: _, ...wakes } = awaited(open, turn, persona)
  return {
    ...wakes,
    danger: dangerOf(reason, open, turn, persona),
    ...(open.staffThread ? { staffThread: open.staffThread } : {}),
    tell: toStaff(told),
    events: [{ who: 'bot', what: 'danger', detail: reason }],
  }
}

/** By when danger is answered at the latest. */
export function dangerOf(reason: HandoffReason, whose: Whose, { now }: Turn, persona: Persona): DangerTold {
  const matter = matterOf(reason, whose)
  return {
    reason,
    due: {
      waiting: dueAt('first-response', matter, persona, now),
      assigned: dueAt('next-response', matter, persona, now),
    },
  }
}

/** A person's answer is waited for: the case sleeps no longer. */
function awaited(open: OpenCase, { conversation, now }: Turn, persona: Persona): CaseChange {
  const matter = matterOf(open.reason, open)
  const isAssigned = open.status === 'assigned'
  return {
    id: open.id,
    threadId: conversation.threadId,
    conversationId: conversation.id,
    set: { snoozedUntil: null },
    timers: { silence: null, snooze: null },
    ...(isAssigned ? { timersIfNone: { 'next-response': dueAt('next-response', matter, persona, now) } } : {}),
  }
}

/** Whose case it is, and which team's. */
interface Whose {
  readonly team?: string | undefined
  readonly fanSince?: number | undefined
}

function matterOf(reason: HandoffReason, { team, fanSince }: Whose): Matter {
  return { reason, ...(team ? { team } : {}), ...(fanSince === undefined ? {} : { fanSince }) }
}
