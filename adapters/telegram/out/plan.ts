/** An outbound message → the parts Telegram takes: a picture with its caption, texts of at most 4096 units, buttons under the last. */
import type { InlineKeyboardMarkup } from 'grammy/types'
import { mediaOf, type OutboundMessage, SendError } from '#mascot'
import { MAX_TEXT } from '../abilities.ts'
import { ephemeralOf } from '../wire/ephemeral.ts'
import { type Formatted, format, literal } from '../wire/format.ts'
import { memberOf } from '../wire/thread.ts'
import { keyboardOf } from './buttons.ts'
import { behind, split } from './split.ts'

const MAX_CAPTION = 1024

export type OutboundText = Extract<OutboundMessage, { kind: 'text' }>
type Media = NonNullable<OutboundText['media']>

interface Extras {
  readonly keyboard?: InlineKeyboardMarkup
  /** The message of Telegram's that is answered. */
  readonly replyTo?: number
  /** The ephemeral one that is answered. */
  readonly replyToEphemeral?: number
  /** The member who alone is to see it. */
  readonly member?: number
}

export type TextPart = Extras & { readonly kind: 'text'; readonly formatted: Formatted; readonly hasPreview: boolean }
/** Files that Telegram shows as one: a single one, or an album with its caption under the first. */
export type MediaPart = Extras & {
  readonly kind: 'media'
  readonly files: readonly [Media, ...Media[]]
  readonly caption: Formatted
}
export type Part = TextPart | MediaPart

const nothing: Formatted = { text: '', entities: [] }

/** @throws {SendError} permanent when there is nothing to show */
export function partsOf(message: OutboundText): readonly [Part, ...Part[]] {
  const { hasPreview = false, replyTo } = message
  const formatted = spoken(message)
  const keyboard = keyboardOf(message.buttons)
  // What one member alone sees cannot be an album.
  const albums = albumsOf(mediaOf(message), message.onlyFor === undefined ? MOST_FILES : 1)
  const [first] = albums
  // An album has no buttons: they stand under words of their own.
  const isLastAlbum = albums.length === 1 && first !== undefined && first.length > 1
  const hasCaption =
    first !== undefined &&
    !uncaptioned.has(first[0].kind) &&
    formatted.text.length <= MAX_CAPTION &&
    !(keyboard && isLastAlbum)
  const parts: Part[] = albums.map((files, nth) => ({
    kind: 'media' as const,
    files,
    caption: nth === 0 && hasCaption ? formatted : nothing,
  }))
  if (!hasCaption && formatted.text !== '')
    parts.push(
      ...split(formatted, MAX_TEXT, goingOn(message)).map((part) => ({
        kind: 'text' as const,
        formatted: part,
        hasPreview,
      })),
    )
  const [begin, ...rest] = parts.map((part, index) => ({
    ...part,
    ...(keyboard && index === parts.length - 1 ? { keyboard } : {}),
    ...(replyTo !== undefined && index === 0 ? answered(replyTo) : {}),
    ...(message.onlyFor === undefined ? {} : { member: memberOf(message.onlyFor) }),
  }))
  if (!begin) throw new SendError('there is nothing in the message to show', { isPermanent: true })
  return [begin, ...rest]
}

/** A press is nothing that could be answered, where the message with the button is ephemeral. */
function answered(replyTo: string): Pick<Extras, 'replyTo' | 'replyToEphemeral'> {
  const ephemeral = ephemeralOf(replyTo)
  if (ephemeral) return replyTo.includes('press') ? {} : { replyToEphemeral: ephemeral.ephemeralId }
  const number = messageNumber(replyTo)
  return number === undefined ? {} : { replyTo: number }
}

/** Most files of an album: https://core.telegram.org/bots/api#sendmediagroup */
const MOST_FILES = 10
/** What stands without words of ours under it. */
export const uncaptioned: ReadonlySet<Media['kind']> = new Set(['sticker', 'location', 'contact', 'poll'])
/** What may stand beside what in an album; what is not here stands alone. */
const mixing: Readonly<Partial<Record<Media['kind'], string>>> = { photo: 'seen', video: 'seen', document: 'document' }

/** In their order: files that follow each other and may be one album are one. */
function albumsOf(files: readonly Media[], most: number): readonly (readonly [Media, ...Media[]])[] {
  const albums: [Media, ...Media[]][] = []
  for (const file of files) {
    const open = albums.at(-1)
    const kind = mixing[file.kind]
    if (open && kind !== undefined && mixing[open[0].kind] === kind && open.length < most) open.push(file)
    else albums.push([file])
  }
  return albums
}

/** How many messages of Telegram's the part is. */
export function lengthOf(part: Part): number {
  return part.kind === 'media' ? part.files.length : 1
}

/** The words with their formatting; a person who speaks for themselves is named, so that nobody takes their words for the persona's. */
export function spoken({ text, isLiteral, speaker }: OutboundText): Formatted {
  const words = isLiteral ? literal(text) : format(text)
  return words.text === '' ? words : behind(nameOf(speaker), words)
}

function nameOf(speaker: OutboundText['speaker']): Formatted {
  const name = speaker.kind === 'person' ? speaker.name.trim() : ''
  if (name === '') return nothing
  return { text: `${name}:\n`, entities: [{ type: 'bold', offset: 0, length: name.length }] }
}

/** What tells in each further part whose words it holds. What a fan chose begins none. */
function goingOn({ goesOn, isLiteral, speaker }: OutboundText): Formatted {
  if (goesOn !== undefined) return { text: `${goesOn} `, entities: [] }
  return isLiteral ? { text: '… ', entities: [] } : nameOf(speaker)
}

/** `42` and `42-press-9` → 42: what is said to a press answers the message with the button. */
export function messageNumber(id: string): number | undefined {
  const number = /^\d{1,15}/.exec(id)?.[0]
  return number === undefined ? undefined : Number(number)
}
