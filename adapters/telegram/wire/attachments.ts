/** What hangs on a message besides words, as references the adapter can send again. */
import type { Message } from 'grammy/types'
import type { Attachment } from '#mascot'

/** undefined when there is none. An animation also comes as a document and a venue as a location: the first match is the true one. */
export function attachmentOf(message: Message): Attachment | undefined {
  return pictureOf(message) ?? soundOf(message) ?? placeOrPersonOf(message) ?? otherOf(message)
}

function pictureOf({ photo, sticker, animation, video, video_note }: Message): Attachment | undefined {
  if (photo) {
    const largest = photo.toSorted((a, b) => a.width * a.height - b.width * b.height).at(-1)
    return largest && { kind: 'photo', ref: largest.file_id, mime: 'image/jpeg' }
  }
  if (sticker) {
    const { file_id, emoji, set_name, is_animated, is_video } = sticker
    const mime = is_animated ? 'application/x-tgsticker' : is_video ? 'video/webm' : 'image/webp'
    return { kind: 'sticker', ref: file_id, mime, ...some({ name: set_name, description: emoji }) }
  }
  if (animation) return { kind: 'video', ref: animation.file_id, ...fileOf(animation) }
  if (video) return { kind: 'video', ref: video.file_id, ...fileOf(video) }
  return video_note && { kind: 'video', ref: video_note.file_id, mime: 'video/mp4' }
}

function soundOf({ voice, audio, document }: Message): Attachment | undefined {
  if (voice) return { kind: 'voice', ref: voice.file_id, ...fileOf(voice) }
  if (audio) {
    const title = [audio.performer, audio.title].filter(Boolean).join(': ')
    return { kind: 'audio', ref: audio.file_id, ...fileOf(audio), ...some({ description: title || undefined }) }
  }
  return document && { kind: 'document', ref: document.file_id, ...fileOf(document) }
}

function placeOrPersonOf({ venue, location, contact, poll }: Message): Attachment | undefined {
  if (venue) return { kind: 'location', name: venue.title, description: `${venue.title}, ${venue.address}` }
  if (location) return { kind: 'location', description: `${location.latitude}, ${location.longitude}` }
  if (contact) {
    const name = [contact.first_name, contact.last_name].filter(Boolean).join(' ')
    return { kind: 'contact', name, description: [name, contact.phone_number].filter(Boolean).join(', ') }
  }
  return poll && { kind: 'poll', ref: poll.id, description: listed(poll.question, poll.options) }
}

function otherOf({
  dice,
  game,
  story,
  checklist,
  paid_media,
  invoice,
  gift,
  unique_gift,
}: Message): Attachment | undefined {
  if (dice) return { kind: 'other', name: 'dice', description: `${dice.emoji} ${dice.value}` }
  if (game) return { kind: 'other', name: 'game', description: game.title }
  if (checklist) return { kind: 'other', name: 'checklist', description: listed(checklist.title, checklist.tasks) }
  if (story) return { kind: 'other', name: 'story' }
  if (paid_media) return { kind: 'other', name: 'paid media' }
  if (gift || unique_gift) return { kind: 'other', name: 'gift' }
  return invoice && { kind: 'other', name: 'invoice', description: invoice.title }
}

/** A title with what stands under it, a line each. */
function listed(title: string, parts: readonly { readonly text: string }[] | undefined): string {
  return [title, ...(parts ?? []).map(({ text }) => `- ${text}`)].join('\n')
}

function fileOf({ mime_type, file_name }: { mime_type?: string; file_name?: string }) {
  return some({ mime: mime_type, name: file_name })
}

/** Leaves out what is not there. */
function some(parts: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined))
}
