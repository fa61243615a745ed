/** An outbound message → the parts Telegram takes: a picture with its caption, texts of at most 4096 units, buttons under the last. */
import type { InlineKeyboardMarkup } from 'grammy/types'
import { mediaOf, type OutboundMessage, SendError } from '#mascot'
import { keyboardOf } from './buttons.ts'
import { type Formatted, format } from './format.ts'
import { split } from './split.ts'

export const MAX_TEXT = 4096
const MAX_CAPTION = 1024

export type OutboundText = Extract<OutboundMessage, { kind: 'text' }>
type Media = NonNullable<OutboundText['media']>

interface Extras {
  readonly keyboard?: InlineKeyboardMarkup
  /** The message of Telegram's that is answered. */
  readonly replyTo?: number
}

export type TextPart = Extras & { readonly kind: 'text'; readonly formatted: Formatted; readonly hasPreview: boolean }
export type MediaPart = Extras & { readonly kind: 'media'; readonly media: Media; readonly caption: Formatted }
export type Part = TextPart | MediaPart

const nothing: Formatted = { text: '', entities: [] }

/** @throws {SendError} permanent when there is nothing to show */
export function partsOf(message: OutboundText): readonly [Part, ...Part[]] {
  const { hasPreview = false, replyTo } = message
  const [media, ...more] = mediaOf(message)
  const formatted = spoken(message)
  const hasCaption = media !== undefined && media.kind !== 'sticker' && formatted.text.length <= MAX_CAPTION
  const parts: Part[] = []
  if (media) parts.push({ kind: 'media', media, caption: hasCaption ? formatted : nothing })
  parts.push(...more.map((one) => ({ kind: 'media' as const, media: one, caption: nothing })))
  if (!hasCaption && formatted.text !== '')
    parts.push(...split(formatted, MAX_TEXT).map((part) => ({ kind: 'text' as const, formatted: part, hasPreview })))
  const keyboard = keyboardOf(message.buttons)
  const answered = replyTo === undefined ? undefined : messageNumber(replyTo)
  const [first, ...rest] = parts.map((part, index) => ({
    ...part,
    ...(keyboard && index === parts.length - 1 ? { keyboard } : {}),
    ...(answered !== undefined && index === 0 ? { replyTo: answered } : {}),
  }))
  if (!first) throw new SendError('there is nothing in the message to show', { isPermanent: true })
  return [first, ...rest]
}

/** The words with their formatting; a person who speaks for themselves is named, so that nobody takes them for the persona. */
export function spoken({ text, speaker }: OutboundText): Formatted {
  const words = format(text)
  const name = speaker.kind === 'person' ? speaker.name.trim() : ''
  if (name === '') return words
  const head = `${name}:\n`
  return {
    text: head + words.text,
    entities: [
      { type: 'bold', offset: 0, length: name.length },
      ...words.entities.map((entity) => ({ ...entity, offset: entity.offset + head.length })),
    ],
  }
}

/** `42` and `42-press-9` → 42: what is said to a press answers the message with the button. */
export function messageNumber(id: string): number | undefined {
  const number = /^\d{1,15}/.exec(id)?.[0]
  return number === undefined ? undefined : Number(number)
}
