/**
 * Where a platform lets us write only for a while after the fan: by which window a message leaves, and what leaves with it in one message so
 * that all of it fits. Pure.
 */

import { isOfPerson } from '../domain/held-words.ts'
import type { OutboundMessage, Outgoing, ReviewedText } from '../domain/message.ts'
import { closesFor, placeIn, type ReplyWindow, roomIn } from '../domain/reply-window.ts'
import { inOneMessage } from '../persona/voice/voice.ts'
import type { SurfaceAbilities } from '../ports/adapter.ts'
import type { Parcel, Placed } from '../ports/outbox.ts'

type Text = Extract<Outgoing, { kind: 'text' }>

/** What is to be sent now, and what it takes with it. */
export interface Ready extends Placed {
  readonly message: OutboundMessage
}

export interface InWindowDeps {
  readonly rule: ReplyWindow
  readonly abilities: SurfaceAbilities
  readonly now: number
  /** What is to be said right behind it, asked for only where the messages are counted. */
  readonly behind: Parameters<typeof joined>[1]
}

/** How many messages more may be sent now; undefined where they are not counted. */
export function messagesLeft({ message, windows }: Parcel, now: number): number | undefined {
  return roomIn(windows, { isPerson: isOfPerson(message), now })?.messages
}

/** Undefined when nothing can be sent before the fan writes again. */
export function inWindow(parcel: Parcel, { rule, abilities, now, behind }: InWindowDeps): Ready | undefined {
  const { message, windows } = parcel
  // A title or a deletion is no message to the fan.
  if (message.kind === 'title' || message.kind === 'deletion') return { message }
  const asking = { isPerson: isOfPerson(message), now }
  const place = placeIn(windows, asking, message.kind === 'text' ? message.replyTo : message.messageId)
  if (place === undefined) return undefined
  const deadline = closesFor(place, asking)
  if (message.kind === 'reaction') return { message: { ...message, deadline }, window: place.on }
  const { text, rows } = joined(message, behind, messagesLeft(parcel, now), abilities)
  return {
    message: { ...message, ...text, deadline, ...(rule.hangsOn === 'message' && { replyTo: place.on }) },
    window: place.on,
    with: rows,
  }
}

/** The first words with as many of those behind them as must go along, and can, for all to be said in `left` messages. */
export function joined(
  first: Text,
  behind: readonly { readonly row: number; readonly outgoing: Outgoing }[],
  left: number | undefined,
  abilities: SurfaceAbilities,
): { readonly text: Text; readonly rows: readonly number[] } {
  let text = first
  const rows: number[] = []
  const waiting = behind.filter(({ outgoing }) => outgoing.kind === 'text').length
  for (const { row, outgoing } of behind) {
    if (left === undefined || 1 + waiting - rows.length <= left) break
    const both = outgoing.kind === 'text' ? together(text, outgoing) : undefined
    if (both === undefined || !fits(both.text, abilities) || isTooManyButtons(both, abilities)) break
    text = both
    rows.push(row)
  }
  return { text, rows }
}

/** Undefined where they may not be one: two people said them, one is for a member alone, or a file stands between. */
function together(first: Text, second: Text): Text | undefined {
  const isAlike =
    JSON.stringify(first.speaker) === JSON.stringify(second.speaker) &&
    first.onlyFor === second.onlyFor &&
    first.isLiteral === second.isLiteral &&
    second.media === undefined &&
    second.work === undefined
  if (!isAlike) return undefined
  const buttons = [...(first.buttons ?? []), ...(second.buttons ?? [])]
  const { isCard: _, ...rest } = first
  return {
    ...rest,
    text: first.text === '' ? second.text : inOneMessage(first.text, second.text),
    ...(buttons.length > 0 && { buttons }),
  }
}

/** With a word of apology before it, where both fit into one message. */
export function apologising(
  message: OutboundMessage,
  apology: ReviewedText,
  abilities: SurfaceAbilities,
): OutboundMessage {
  if (message.kind !== 'text' || message.text === '') return message
  const text = inOneMessage(apology, message.text)
  return fits(text, abilities) ? { ...message, text } : message
}

function fits(text: string, { maxLength, maxBytes = Number.POSITIVE_INFINITY }: SurfaceAbilities): boolean {
  return text.length <= maxLength && Buffer.byteLength(text) <= maxBytes
}

function isTooManyButtons({ buttons = [] }: Text, { buttonLimits }: SurfaceAbilities): boolean {
  return buttonLimits !== undefined && buttons.length > buttonLimits.most
}
