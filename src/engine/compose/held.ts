/** Who heard the holding statement of a crisis here, and for how long what they say next is taken to be about it. Pure. */
import type { ConversationState, Held } from '../../domain/conversation.ts'
import { HOUR_MS } from '../../domain/durations.ts'
import type { Recalled } from '../stages.ts'

/** Of a conversation; whoever heard it before them may hear it again. */
const REMEMBERED = 50
const ASKS_ON_MS = HOUR_MS

type Place = Pick<Recalled, 'conversation' | 'author' | 'lang' | 'now'>

/** Others in a group may not have read it, and who writes in another language did not. */
export function hasHeard(crisis: number, { conversation, author, lang }: Place): boolean {
  return (conversation.state.held ?? []).some(
    (one) => one.crisis === crisis && one.accountId === author.accountId && one.lang === lang,
  )
}

export function nowHeard(crisis: number, { conversation, author, lang, now }: Place): Pick<ConversationState, 'held'> {
  const fresh: Held = { crisis, accountId: author.accountId, lang, until: now + ASKS_ON_MS }
  const others = (conversation.state.held ?? []).filter(
    (one) => one.crisis !== crisis || one.accountId !== author.accountId || one.lang !== lang,
  )
  return { held: [...others, fresh].slice(-REMEMBERED) }
}

/** The crisis whose statement is the last that they heard of us, courtesies aside. */
export function stillHeld({ conversation, author, now }: Place): number | undefined {
  const last = (conversation.state.held ?? []).findLast(({ accountId }) => accountId === author.accountId)
  return last && now < last.until ? last.crisis : undefined
}

/** They were answered about something else. */
export function movedOn({ conversation, author, now }: Place): Pick<ConversationState, 'held'> {
  const { held } = conversation.state
  if (!held?.some(({ accountId, until }) => accountId === author.accountId && now < until)) return {}
  return { held: held.map((one) => (one.accountId === author.accountId ? { ...one, until: now } : one)) }
}

/** They go on about it. */
export function heldOn({ conversation, author, now }: Place): Pick<ConversationState, 'held'> {
  const { held = [] } = conversation.state
  const last = held.findLastIndex(({ accountId }) => accountId === author.accountId)
  return { held: held.map((one, at) => (at === last ? { ...one, until: now + ASKS_ON_MS } : one)) }
}
