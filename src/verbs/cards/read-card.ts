/** A file with a character in it → its JSON and its picture: card v1 to v3 as JSON, PNG or CHARX, or an elizaOS character. */
import { MascotError } from '../../errors.ts'
import { isRecord } from '../../persona/load/problem.ts'
import { bytesOf, MAX_FILE_BYTES } from '../bytes-of.ts'
import { jsonIn } from '../json-in.ts'
import { holdsArchives, unpack } from '../unpack.ts'
import { isPng, MAX_TEXT_BYTES, textsOfPng, withTexts } from './png-text.ts'

export type CardKind = 'chara_card_v1' | 'chara_card_v2' | 'chara_card_v3' | 'eliza'

export interface Card {
  readonly kind: CardKind
  /** All of it, as it stood there. */
  readonly raw: Readonly<Record<string, unknown>>
  /** What it tells of the character: `data` of a v2 or v3, else the whole. */
  readonly data: Readonly<Record<string, unknown>>
  /** A picture without the card in it. */
  readonly avatar?: { readonly name: string; readonly bytes: Uint8Array }
}

/** The chunks a card is kept under, the newer first. */
export const keywords = ['ccv3', 'chara'] as const

/** @throws {MascotError} `usage`, in words for who chose the file */
export async function readCardFile(file: string): Promise<Card> {
  return readCard(await bytesOf(file))
}

/** @throws {MascotError} `usage` */
export function readCard(bytes: Buffer): Card {
  if (isPng(bytes)) return cardInPng(bytes)
  // A CHARX may stand behind a JPEG; the archive is found from its end.
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return cardInArchive(bytes)
  return cardOf(jsonIn(new TextDecoder().decode(bytes), 'This file is no character: neither PNG, CHARX nor JSON'))
}

function cardInPng(bytes: Buffer): Card {
  const texts = textsOfPng(bytes)
  const keyword = keywords.find((name) => texts.has(name))
  if (keyword === undefined)
    throw new MascotError('usage', 'This PNG is a picture alone: there is no character card in it (no ccv3, no chara).')
  const text = Buffer.from(texts.get(keyword) ?? '', 'base64').toString('utf8')
  const card = cardOf(jsonIn(text, `What this PNG keeps as ${keyword} is no card`))
  return { ...card, avatar: { name: 'avatar.png', bytes: withTexts(bytes, {}, keywords) } }
}

function cardInArchive(bytes: Buffer): Card {
  const { names, entries } = unpack(bytes, mostOf)
  const json = entries.get('card.json')
  if (json === undefined) {
    const why = holdsArchives(names) ? 'holds other archives; unpack it first' : 'has no card.json in it'
    throw new MascotError('usage', `This archive is no character: it ${why}.`)
  }
  const card = cardOf(jsonIn(new TextDecoder().decode(json), 'card.json in this archive is no card'))
  const icon = iconOf(card.data, entries)
  return icon ? { ...card, avatar: icon } : card
}

/** The card and the pictures: nothing else is unpacked, and nothing beyond the size that its head says. */
function mostOf(name: string): number | undefined {
  if (name === 'card.json') return MAX_TEXT_BYTES
  return /^assets\/.*\.(?:png|jpe?g|webp)$/i.test(name) ? MAX_FILE_BYTES : undefined
}

function iconOf(data: Card['data'], entries: ReadonlyMap<string, Uint8Array>): Card['avatar'] {
  const assets: readonly unknown[] = Array.isArray(data.assets) ? data.assets : []
  const icons = assets.filter(isRecord).filter(({ type }) => type === 'icon')
  const icon = icons.find(({ name }) => name === 'main') ?? icons[0]
  const path = typeof icon?.uri === 'string' ? icon.uri.replace(/^embed(?:d)?ed:\/\//, '') : ''
  const bytes = entries.get(path)
  const ending = /\.(png|jpe?g|webp)$/i.exec(path)?.[1]?.toLowerCase()
  return bytes && bytes.length > 0 && ending ? { name: `avatar.${ending}`, bytes } : undefined
}

/** By what it says it is; what says nothing, by what it has. @throws {MascotError} `usage` */
function cardOf(raw: unknown): Card {
  if (!isRecord(raw)) throw new MascotError('usage', 'This JSON is no character: it is no object.')
  const { spec, data } = raw
  if (typeof spec === 'string' && spec.startsWith('chara_card_')) {
    if (spec !== 'chara_card_v2' && spec !== 'chara_card_v3')
      throw new MascotError('usage', `This card says it is "${spec.slice(0, 40)}"; read are v1, v2 and v3.`)
    if (!isRecord(data)) throw new MascotError('usage', 'This card has no data in it.')
    return named({ kind: spec, raw, data })
  }
  if (typeof raw.name === 'string' && ('bio' in raw || 'messageExamples' in raw))
    return named({ kind: 'eliza', raw, data: raw })
  if (typeof raw.name === 'string' && ('first_mes' in raw || 'description' in raw))
    return named({ kind: 'chara_card_v1', raw, data: raw })
  throw new MascotError(
    'usage',
    'This JSON is no character: neither a card (spec, data) nor an elizaOS character (name, bio).',
  )
}

function named(card: Card): Card {
  const { name } = card.data
  if (typeof name !== 'string' || name.trim() === '') throw new MascotError('usage', 'This character has no name.')
  return card
}
