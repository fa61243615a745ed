/** Files, voice messages, stickers and polls of a message → attachments. */
import { type APIAttachment, MessageFlags, StickerFormatType } from 'discord.js'
import type { Attachment } from '#mascot'
import type { WireMessage } from './payload.ts'

/** More than Discord lets there be: 10 files, 3 stickers, 10 answers. */
const MOST_FILES = 20
const MOST_CHOICES = 25

type Carrier = Pick<WireMessage, 'attachments' | 'sticker_items' | 'poll' | 'flags'>

export function attachmentsOf(message: Carrier): Attachment[] {
  const isVoice = ((message.flags ?? 0) & MessageFlags.IsVoiceMessage) !== 0
  const poll = message.poll
  return [
    ...(message.attachments ?? []).slice(0, MOST_FILES).map((file) => fileOf(file, isVoice)),
    ...(message.sticker_items ?? []).slice(0, MOST_FILES).map((sticker): Attachment => {
      const format = stickerFormats[sticker.format_type] ?? 'png'
      return {
        kind: 'sticker',
        ref: sticker.id,
        url: `https://media.discordapp.net/stickers/${sticker.id}.${format}`,
        name: sticker.name,
        description: sticker.name,
      }
    }),
    ...(poll ? [{ kind: 'poll' as const, description: pollText(poll) }] : []),
  ]
}

const stickerFormats: Readonly<Record<number, string>> = {
  [StickerFormatType.PNG]: 'png',
  [StickerFormatType.APNG]: 'png',
  [StickerFormatType.Lottie]: 'json',
  [StickerFormatType.GIF]: 'gif',
}

/** The URL is signed and works for a day; `ref` names the file for good. */
function fileOf(file: APIAttachment, isVoice: boolean): Attachment {
  return {
    kind: isVoice ? 'voice' : kindOf(file.content_type ?? ''),
    ref: file.id,
    url: file.url,
    name: file.filename,
    ...(Number.isSafeInteger(file.size) ? { size: file.size } : {}),
    ...(file.content_type ? { mime: file.content_type } : {}),
    ...(file.description ? { description: file.description } : {}),
  }
}

function kindOf(mime: string): Attachment['kind'] {
  if (mime.startsWith('image/')) return 'photo'
  if (mime.startsWith('audio/')) return 'audio'
  if (mime.startsWith('video/')) return 'video'
  return 'document'
}

function pollText({ question, answers }: NonNullable<WireMessage['poll']>): string {
  const choices = answers
    .slice(0, MOST_CHOICES)
    .map((answer) => answer.poll_media.text ?? answer.poll_media.emoji?.name ?? '')
  return `${question.text ?? ''} ${choices.filter(Boolean).join(' / ')}`.trim()
}
