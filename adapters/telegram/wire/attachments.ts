/** What hangs on a message besides words, as references the adapter can send again. */
import type { Message, PhotoSize } from 'grammy/types'
import type { Attachment } from '#mascot'
import { ownRefOf } from './own-things.ts'

/** Telegram takes so many in one message. */
const MOST_PAID = 25
/** Tasks or choices that are read: more than Telegram lets there be. */
const MOST_LISTED = 100

/** Where files may stand: a message, or one of another chat that is answered here. */
type Holder = Partial<
  Pick<
    Message,
    | (
        | 'photo'
        | 'sticker'
        | 'animation'
        | 'video'
        | 'video_note'
        | 'voice'
        | 'audio'
        | 'document'
        | 'venue'
        | 'location'
      )
    | ('contact' | 'poll' | 'dice' | 'game' | 'story' | 'checklist' | 'paid_media' | 'invoice' | 'gift' | 'unique_gift')
  >
>

/** undefined when there is none. An animation also comes as a document and a venue as a location: the first match is the true one. */
export function attachmentOf(message: Holder): Attachment | undefined {
  return attachmentsOf(message)[0]
}

/** More than one only of paid media: of an album each part is a message. */
export function attachmentsOf(message: Holder): readonly Attachment[] {
  const one = pictureOf(message) ?? soundOf(message) ?? placeOrPersonOf(message) ?? otherOf(message)
  return one ? [one] : message.paid_media ? paidFor(message.paid_media) : []
}

function pictureOf({ photo, sticker, animation, video, video_note }: Holder): Attachment | undefined {
  if (photo) return photoOf(photo)
  if (sticker) {
    const { emoji, set_name, is_animated, is_video } = sticker
    const mime = is_animated ? 'application/x-tgsticker' : is_video ? 'video/webm' : 'image/webp'
    return { kind: 'sticker', ...fileOf(sticker), mime, ...some({ name: set_name, description: emoji }) }
  }
  if (animation) return { kind: 'video', ...fileOf(animation) }
  if (video) return { kind: 'video', ...fileOf(video) }
  return video_note && { kind: 'video', ...fileOf(video_note), mime: 'video/mp4' }
}

function photoOf(sizes: readonly PhotoSize[]): Attachment | undefined {
  const largest = sizes.toSorted((a, b) => a.width * a.height - b.width * b.height).at(-1)
  return largest && { kind: 'photo', ...fileOf(largest), mime: 'image/jpeg' }
}

function soundOf({ voice, audio, document }: Holder): Attachment | undefined {
  if (voice) return { kind: 'voice', ...fileOf(voice) }
  if (audio) {
    const title = [audio.performer, audio.title].filter(Boolean).join(': ')
    return { kind: 'audio', ...fileOf(audio), ...some({ description: title || undefined }) }
  }
  return document && { kind: 'document', ...fileOf(document) }
}

function placeOrPersonOf(holder: Holder): Attachment | undefined {
  const { venue, location, contact, poll } = holder
  const own = some({ ref: ownRefOf(holder) })
  if (venue) return { kind: 'location', ...own, name: venue.title, description: `${venue.title}, ${venue.address}` }
  if (location) return { kind: 'location', ...own, description: `${location.latitude}, ${location.longitude}` }
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
    return { kind: 'contact', ...own, name, description: [name, contact.phone_number].filter(Boolean).join(', ') }
  }
  if (!poll) return undefined
  const question = [poll.question, poll.description].filter(Boolean).join('\n')
  return { kind: 'poll', ...own, fingerprint: poll.id, description: listed(question, poll.options) }
}

function otherOf({ dice, game, story, checklist, invoice, gift, unique_gift }: Holder): Attachment | undefined {
  if (dice) return { kind: 'other', name: 'dice', description: `${dice.emoji} ${dice.value}` }
  if (game) return { kind: 'other', name: 'game', description: game.title }
  if (checklist)
    return { kind: 'other', name: 'checklist', description: listed(checklist.title, checklist.tasks.map(ticked)) }
  if (story) return { kind: 'other', name: 'story' }
  if (gift || unique_gift) return { kind: 'other', name: 'gift' }
  return invoice && { kind: 'other', name: 'invoice', description: invoice.title }
}

/** What was not paid for is a preview without a file: it is named. */
function paidFor({ paid_media }: NonNullable<Holder['paid_media']>): readonly Attachment[] {
  const files = paid_media.slice(0, MOST_PAID).map((one): Attachment | undefined => {
    if (one.type === 'photo') return photoOf(one.photo)
    if (one.type === 'video') return { kind: 'video', ...fileOf(one.video) }
    return one.type === 'live_photo' ? { kind: 'video', ...fileOf(one.live_photo) } : undefined
  })
  return files.map((file) => file ?? { kind: 'other', name: 'paid media' })
}

function ticked({ text, completion_date: at }: { readonly text: string; readonly completion_date?: number }) {
  return { text: at === undefined || at === 0 ? text : `✓ ${text}` }
}

/** A title with what stands under it, a line each. */
function listed(title: string, parts: readonly { readonly text: string }[] | undefined): string {
  return [title, ...(parts ?? []).slice(0, MOST_LISTED).map(({ text }) => `- ${text}`)].join('\n')
}

interface WireFile {
  readonly file_id: string
  readonly file_unique_id?: string
  readonly file_size?: number
  readonly mime_type?: string
  readonly file_name?: string
}

function fileOf({ file_id, file_unique_id, file_size, mime_type, file_name }: WireFile) {
  return {
    ref: file_id,
    ...some({ fingerprint: file_unique_id, mime: mime_type, name: file_name }),
    ...(file_size === undefined ? {} : { size: file_size }),
  }
}

/** Leaves out what is not there. */
function some(parts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined))
}
