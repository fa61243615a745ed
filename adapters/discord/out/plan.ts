/** An outbound message → what Discord takes: texts of at most 2000 units, a picture beside or under them, buttons. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { MessageFlags } from 'discord.js'
import { mediaOf, type OutboundMessage, SendError } from '#mascot'
import { MAX_TEXT } from '../abilities.ts'
import type { ApiFile } from '../wire/api.ts'
import { componentsOf } from './buttons.ts'
import { cardOf, embedsOf, pictureName } from './card.ts'
import { type Atom, atomsOf, boldLine, literalAtoms } from './format.ts'
import { split } from './split.ts'

/** Nobody is pinged by what we say, whatever stands in it. */
export const NO_MENTIONS = { parse: [], replied_user: false } as const

export type OutboundText = Extract<OutboundMessage, { kind: 'text' }>

/** At least one part, which is empty for a picture without words and for a card, whose words stand in its embed. */
export function partsOf(message: OutboundText): readonly string[] {
  return cardOf(message) ? [''] : wordsOf(message)
}

function wordsOf(message: OutboundText): readonly string[] {
  const { leftOver } = componentsOf(message.buttons ?? [])
  const { speaker } = message
  const links = mediaOf(message).flatMap(({ url, kind }) => (url !== undefined && !isPicture(kind) ? [url] : []))
  // All posts carry the bot's name, so a person who speaks for themselves is named in theirs.
  const name = speaker.kind === 'person' ? speaker.name.replace(/\s+/g, ' ').trim() : ''
  const words = [message.text, ...leftOver, ...links].join('\n')
  const parts = split(
    [
      ...(name === '' || words === '' ? [] : boldLine(`${name}:`)),
      ...(message.isLiteral ? literalAtoms(words) : atomsOf(words)),
    ],
    MAX_TEXT,
    goingOn(message, name),
  )
  return parts.length > 0 ? parts : ['']
}

/** What tells in each further part whose words it holds. What a fan chose begins none. */
function goingOn({ goesOn, isLiteral }: OutboundText, name: string): readonly Atom[] {
  if (goesOn !== undefined) return literalAtoms(`${goesOn} `)
  return isLiteral ? literalAtoms('… ') : name === '' ? [] : boldLine(`${name}:`)
}

export function bodyOf(message: OutboundText) {
  const hasShownLink = message.hasPreview === true || message.media?.url !== undefined || cardOf(message) !== undefined
  return {
    components: componentsOf(message.buttons ?? []).rows,
    flags: hasShownLink ? 0 : MessageFlags.SuppressEmbeds,
  }
}

function isPicture(kind: NonNullable<OutboundText['media']>['kind']): boolean {
  return kind === 'photo' || kind === 'sticker'
}

/** Most files that Discord takes in one message: https://discord.com/developers/docs/reference#uploading-files */
const MOST_FILES = 10

/** Files go along with the message; pictures on the web are shown by Discord. @throws {SendError} when a file cannot be read that the words need */
export async function filesOf(
  message: OutboundText,
): Promise<{ readonly embeds: readonly object[]; readonly batches: readonly (readonly ApiFile[])[] }> {
  const files: ApiFile[] = []
  const all = mediaOf(message)
  const card = cardOf(message)
  for (const { path: file, name } of all) {
    if (file === undefined) continue
    const data = await readFile(file).catch((cause: unknown) => {
      // A picture of the persona's never costs the words.
      if (message.text.trim() !== '' && message.ifRefused === undefined) return undefined
      throw new SendError(`${path.basename(file)} cannot be read`, { isPermanent: true, isMediaRefused: true, cause })
    })
    if (data) files.push({ name: card ? pictureName(file) : (name ?? path.basename(file)), data })
  }
  const images = all.flatMap(({ path: file, kind, url }) =>
    file === undefined && url !== undefined && isPicture(kind) ? [{ image: { url } }] : [],
  )
  const batches = Array.from({ length: Math.ceil(files.length / MOST_FILES) }, (_, nth) =>
    files.slice(nth * MOST_FILES, (nth + 1) * MOST_FILES),
  )
  const embeds = card ? embedsOf(message, files.length > 0) : images
  return { embeds, batches }
}
