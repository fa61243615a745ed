/** What lay unread for long, as after an outage: what of it is as good as new, and what is left alone. Pure. */

import type { AcceptedMessage } from '../../domain/conversation.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Turn } from '../../domain/turn.ts'
import { assess } from '../../hearing/assess.ts'
import type { Persona } from '../../persona/persona.ts'
import { cleanText } from '../../words/letters/clean-text.ts'
import { isAddressed } from './addressed.ts'
import { commandOf } from './heard-first.ts'
import { needsPerson } from './storm.ts'

export type LateManners = Persona['manners']['stale']['direct' | 'group']

/** What an administrator sets, what a fan asks about themselves. */
const lasting: ReadonlySet<string> = new Set(['mascot', 'human', 'mydata', 'forget', 'privacy'])

/** As good as new however late it is read: such a command, a call for a person, trouble. */
export function keeps(message: AcceptedMessage): boolean {
  if (lasting.has(commandOf(message) ?? '') || needsPerson(message)) return true
  const { kind } = assess({ text: cleanText(message.text), lang: '', earlier: [] })
  return kind === 'complaint' || kind === 'order-trouble'
}

export function isLate({ sentAt }: AcceptedMessage, { now }: Turn, { manners }: Persona): boolean {
  return now - sentAt > manners.stale.minutes * MINUTE_MS
}

export function lateMannersIn({ conversation }: Turn, { manners }: Persona): LateManners {
  return conversation.surface === 'direct' ? manners.stale.direct : manners.stale.group
}

/** Who called late and calls again in time is answered for the second call alone, where late ones are not to be answered. */
export function withoutLate(
  people: readonly AcceptedMessage[],
  turn: Turn,
  persona: Persona,
): readonly AcceptedMessage[] {
  if (lateMannersIn(turn, persona) === 'answer') return people
  const inTime = people.filter((message) => !isLate(message, turn, persona) || keeps(message))
  const isCall = (message: AcceptedMessage) => isAddressed(message, persona)
  return inTime.length === 0 || (people.some(isCall) && !inTime.some(isCall)) ? people : inTime
}
