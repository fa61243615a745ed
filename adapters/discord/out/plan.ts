/** An outbound message → what Discord takes: texts of at most 2000 units, a picture beside or under them, buttons. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { MessageFlags } from 'discord.js'
import { type OutboundMessage, SendError } from '#mascot'
import type { ApiFile } from '../wire/api.ts'
import { componentsOf } from './buttons.ts'
import { split } from './split.ts'

export const MAX_TEXT = 2000
/** Nobody is pinged by what we say, whatever stands in it. */
export const NO_MENTIONS = { parse: [], replied_user: false } as const

export type OutboundText = Extract<OutboundMessage, { kind: 'text' }>

/** At least one part, which is empty for a picture without words. */
export function partsOf(message: OutboundText): readonly string[] {
  const { leftOver } = componentsOf(message.buttons ?? [])
  const { media, speaker } = message
  const link = media?.url !== undefined && !isPicture(media.kind) ? [media.url] : []
  // All posts carry the bot's name, so a person who speaks for themselves is named in theirs.
  const name = speaker.kind === 'person' ? speaker.name.replace(/[*\s]+/g, ' ').trim() : ''
  const parts = split(
    [`${name === '' ? '' : `*${name}:*\n`}${message.text}`, ...leftOver, ...link].join('\n'),
    MAX_TEXT,
  )
  return parts.length > 0 ? parts : ['']
}

export function bodyOf(message: OutboundText) {
  const hasShownLink = message.hasPreview === true || message.media?.url !== undefined
  return {
    components: componentsOf(message.buttons ?? []).rows,
    flags: hasShownLink ? 0 : MessageFlags.SuppressEmbeds,
  }
}

function isPicture(kind: NonNullable<OutboundText['media']>['kind']): boolean {
  return kind === 'photo' || kind === 'sticker'
}

/** A file goes along with the message; a picture on the web is shown by Discord. @throws {SendError} when the file cannot be read and there are no words */
export async function mediaOf({
  media,
  text,
}: OutboundText): Promise<{ embeds?: readonly object[]; files?: readonly ApiFile[] }> {
  if (media?.path !== undefined) {
    const { path: file } = media
    const data = await readFile(file).catch((cause: unknown) => {
      // A picture never costs the words.
      if (text.trim() !== '') return undefined
      throw new SendError(`${path.basename(file)} cannot be read`, { isPermanent: true, cause })
    })
    return data ? { files: [{ name: path.basename(file), data }] } : {}
  }
  return media?.url !== undefined && isPicture(media.kind) ? { embeds: [{ image: { url: media.url } }] } : {}
}
