/** Is this for us? Self, other bots, staff, quiet, manners and limits end here, each with its reason. Pure. */
import type { ReasonCode } from '../../domain/decision.ts'
import type { Turn } from '../../domain/turn.ts'
import { isBlank } from '../../words/letters/clean-text.ts'
import type { Attended, Means } from '../stages.ts'
import { type Changes, silent, type Verdict } from '../verdict.ts'
import { type Listening, listenTo } from './listening.ts'
import { reasonForOverheard } from './overheard.ts'
import { isUnreadable } from './unreadable.ts'

export type AttendResult = { readonly verdict: Verdict } | { readonly turn: Attended }

interface Row {
  readonly reason: ReasonCode
  readonly holds: (listening: Listening) => boolean
  readonly changes?: (listening: Listening) => Changes | undefined
  /** A card number in public is told of all the same, unless this is set. */
  readonly hidesCard?: true
}

/** Read from top to bottom; the first that holds is why nothing is said. */
export const silences: readonly Row[] = [
  { reason: 'staff-thread', holds: ({ turn }) => turn.messages.some((one) => one.isStaffThread), hidesCard: true },
  { reason: 'own-message', holds: ({ others }) => others.length === 0, hidesCard: true },
  { reason: 'brand-itself', holds: ({ isBrandAlone }) => isBrandAlone, hidesCard: true },
  { reason: 'other-bot', holds: ({ refusal }) => refusal === 'other-bot', hidesCard: true },
  { reason: 'bot-answered', holds: ({ refusal }) => refusal === 'bot-answered', hidesCard: true },
  { reason: 'not-allowed', holds: (one) => one.timely.some(isForDesk), hidesCard: true },
  { reason: 'staff-has-it', holds: ({ people }) => people.length === 0, changes: withoutQuestion, hidesCard: true },
  { reason: 'asked-for-quiet', holds: (one) => isQuiet(one) && !isCalledFor(one) },
  { reason: 'channel-off', holds: (one) => one.isGroup && one.policy === 'off' && !isCalledFor(one) },
  { reason: 'unreadable', holds: ({ isUnasked, people }) => isUnasked && isUnreadable(people) },
  { reason: 'not-addressed', holds: (one) => one.isUnasked && (one.policy !== 'ambient' || one.open.length === 0) },
  { reason: 'too-old', holds: ({ read }) => read.length === 0 },
  {
    reason: 'late-part',
    holds: ({ read }) => read.every(({ lateFor, text }) => lateFor !== undefined && isBlank(text)),
  },
  { reason: 'nothing-said', holds: saysNothing },
  { reason: 'fan-limit', holds: ({ standing, isFirst }) => standing === 'over' && !isFirst },
  { reason: 'conversation-limit', holds: ({ standing, isFirst }) => standing === 'conversation-over' && !isFirst },
  { reason: 'too-old', holds: ({ lateness }) => lateness === 'leave' },
]

export function attend(turn: Turn, means: Pick<Means, 'persona' | 'standing'>): AttendResult {
  if (turn.isOverheard) return { verdict: silent(reasonForOverheard(turn, means.persona)) }
  const listening = listenTo(turn, means)
  const row = silences.find(({ holds, hidesCard }) => (hidesCard || !listening.card) && holds(listening))
  if (row) return { verdict: silent(row.reason, row.changes?.(listening) ?? withoutForget(listening)) }
  return { turn: listening.card ?? attended(listening) }
}

function attended({ turn, read, text, isAmbient, isFirst, isFromBot, isGroup, lateness }: Listening): Attended {
  return {
    ...turn,
    ...(isFromBot ? { isFromBot } : {}),
    ...(isFirst ? { isFirst } : {}),
    author: (read.at(-1) ?? turn.messages[0]).author,
    text,
    read,
    isAmbient,
    isLate: lateness === 'acknowledge',
    isStorm: isGroup && new Set(read.map(({ author }) => author.accountId)).size > 1,
  }
}

function isForDesk({ button }: { readonly button?: string }): boolean {
  return button?.startsWith('desk:') ?? false
}

/** An open question of ours to who speaks is closed: of whom staff have, the next yes is for staff. */
function withoutQuestion({ turn, timely }: Listening): Changes | undefined {
  const asked = turn.conversation.state.pending?.accountId
  return timely.some(({ author }) => author.accountId === asked) ? { state: { pending: undefined } } : undefined
}

/** Who was asked whether to be forgotten and said something else is not forgotten by a yes that comes later. */
function withoutForget(listening: Listening): Changes | undefined {
  return listening.turn.conversation.state.pending?.kind === 'forget' ? withoutQuestion(listening) : undefined
}

function isQuiet({ turn }: Listening): boolean {
  return (turn.conversation.state.quietUntil ?? 0) > turn.now
}

function isCalledFor({ ours, isFirst }: Listening): boolean {
  return isFirst || ours.some(({ command }) => command)
}

function saysNothing({ text, read }: Listening): boolean {
  return (
    isBlank(text) &&
    !read.some(({ attachments, button, unreadable }) => attachments?.length || (button ?? unreadable) !== undefined)
  )
}
