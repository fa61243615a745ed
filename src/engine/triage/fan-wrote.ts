/** What a fan's words change on a case that is open: the clock of the next answer runs, what waited for the fan ends, and danger is told. Pure. */

import { toStaff } from '../../desk/acts/say.ts'
import { teamFor, teamName } from '../../desk/people/teams.ts'
import { dueAt, type Matter } from '../../desk/time/sla.ts'
import type { CaseChange, DangerTold } from '../../domain/case.ts'
import type { AcceptedMessage, OpenCase } from '../../domain/conversation.ts'
import { graver, type HandoffReason } from '../../domain/handoff.ts'
import { isWithStaff } from '../../domain/open-case.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Persona } from '../../persona/persona.ts'
import { isAddressed, wordsOf } from '../attend/addressed.ts'
import { dangerIn } from '../attend/heard-first.ts'
import type { Attended } from '../stages.ts'
import { matterOfCase } from './matter-of-case.ts'

type Messages = readonly AcceptedMessage[]

/** What an unanswered turn starts on the open cases of those who speak: the clock of the next answer; what waited for the fan ends. */
export function fanWrote(turn: Turn, persona: Persona): CaseChange[] {
  return unanswered(turn, turn.messages, turn.messages, persona)
}

/** The same for members whom staff have, where the turn answered others. */
export function fanWroteBeside(attended: Attended, persona: Persona): CaseChange[] {
  const { read, author, ...turn } = attended
  const isRead = (message: AcceptedMessage) => read.includes(message)
  const untold = turn.messages.filter((one) => !isRead(one) || one.author.accountId !== author.accountId)
  const waiting = untold.filter((one) => !isRead(one) && isWithStaff(turn.conversation, one.author.accountId))
  return [...matterSaid(attended, persona), ...unanswered(turn, untold, waiting, persona)]
}

/** Who is answered in a group has a case in private that has nothing to do with it: its staff are shown what sounds like it. */
function matterSaid({ text, author, isAmbient, ...turn }: Said, persona: Persona): CaseChange[] {
  const theirs = turn.conversation.openCases.filter(
    (open) => open.accountId === author.accountId && open.inPrivate?.isFromHere === false,
  )
  const matter = theirs.length > 0 ? matterOfCase(text, persona) : undefined
  if (matter === undefined) return []
  const isCall = matter === 'call' && !isAmbient
  return theirs.map((open) => ({ ...(isCall ? awaited(open, turn, persona) : whichOf(open, turn)), isAside: true }))
}

type Said = Pick<Attended, 'text' | 'author' | 'isAmbient'> & Turn

/** `untold`: danger in these was not answered; `waiting`: these wait for a person, if they are addressed to us. */
function unanswered(turn: Turn, untold: Messages, waiting: Messages, persona: Persona): CaseChange[] {
  const { surface, openCases } = turn.conversation
  return openCases.flatMap((open) => {
    const isFans = ({ author, isOwn }: AcceptedMessage) =>
      !isOwn && !author.isBot && !author.isBrand && (surface === 'direct' || author.accountId === open.accountId)
    const danger = dangerIn(wordsOf(untold.filter(isFans), persona), persona, open)
    if (danger)
      return [dangerTold(open, { reason: danger }, turn, persona, 'said in the group, not to us, and not answered')]
    if (open.inPrivate?.isFromHere === false)
      return matterOfCase(wordsOf(untold.filter(isFans), persona), persona)
        ? [{ ...whichOf(open, turn), isAside: true }]
        : []
    const isAwaited = waiting.some((one) => isFans(one) && isAddressed(one, persona))
    return isAwaited ? [awaited(open, turn, persona)] : []
  })
}

interface Danger {
  readonly reason: HandoffReason
  /** Called for it. If absent, the one to which the persona sends this reason. */
  readonly team?: string
  /** Staff were called for it a short while ago, and nothing new is told. */
  readonly isKnown?: boolean
}

/** Danger told while a case is open already: staff hear of it there, at once. `how` it was met. */
export function dangerTold(
  open: OpenCase,
  told: Danger,
  turn: Turn,
  persona: Persona,
  how = 'the fan was told what to do until a person answers',
): CaseChange {
  const { reason, team = teamFor(reason, persona), isKnown } = told
  const { timersIfNone: _, ...wakes } = awaited(open, turn, persona)
  const danger = { reason, ...(team ? { team } : {}) }
  const isGraver = graver(reason, open.reason) !== open.reason
  const passed =
    isGraver && team && team !== open.team ? ` It is with ${teamName(team, { lang: 'en' }, persona)} now.` : ''
  return {
    ...wakes,
    danger: dangerOf(danger, open, turn, persona),
    ...(open.staffThread ? { staffThread: open.staffThread } : {}),
    ...((isGraver || !isKnown) && {
      tell: toStaff(`🚨 Danger (${reason}): ${how}. Please look now.${passed}`),
      events: [{ who: 'bot', what: 'danger', detail: reason }],
    }),
  }
}

/** By when danger is answered at the latest, and by whom. `open`: the case on which it is told, if there is one. */
export function dangerOf(
  { reason, team }: Omit<Danger, 'isKnown'>,
  open: Pick<Whose, 'fanSince'> | undefined,
  { now }: Turn,
  persona: Persona,
): DangerTold {
  const matter = matterOf(reason, { team, fanSince: open?.fanSince })
  return {
    reason,
    ...(team ? { team } : {}),
    due: {
      waiting: dueAt('first-response', matter, persona, now),
      assigned: dueAt('next-response', matter, persona, now),
    },
  }
}

/** Of a case that changes in nothing but what its staff are shown. */
function whichOf({ id, inPrivate }: OpenCase, { conversation }: Pick<Turn, 'conversation'>): CaseChange {
  return {
    id,
    threadId: inPrivate?.threadId ?? conversation.threadId,
    conversationId: inPrivate?.conversationId ?? conversation.id,
  }
}

/** A person's answer is waited for: the case sleeps no longer. */
export function awaited(
  open: OpenCase,
  { conversation, now }: Pick<Turn, 'conversation' | 'now'>,
  persona: Persona,
): CaseChange {
  const matter = matterOf(open.reason, open)
  const isAssigned = open.status === 'assigned'
  return {
    ...whichOf(open, { conversation }),
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
