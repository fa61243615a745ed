/** A file with a character in it → its JSON and its picture: card v1 to v3 as JSON, PNG or CHARX, or an elizaOS character. */
import { open } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { MascotError } from '../../errors.ts'
import { isRecord } from '../../persona/load/problem.ts'
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

const MAX_FILE_BYTES = 32 * 1024 * 1024
const MAX_ENTRIES = 2000
const MAX_DEPTH = 100
/** The chunks a card is kept under, the newer first. */
export const keywords = ['ccv3', 'chara'] as const

/** @throws {MascotError} `usage`, in words for who chose the file */
export async function readCardFile(file: string): Promise<Card> {
  return readCard(await bytesOf(file))
}

/** Never more than the limit in memory, whatever the file is. @throws {MascotError} `usage` */
export async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((cause: unknown) => {
    throw new MascotError('usage', `${file} cannot be read: is the name right?`, { cause })
  })
  await using _closing = handle
  const stat = await handle.stat()
  if (!stat.isFile()) throw new MascotError('usage', `${file} is no file`)
  if (stat.size > MAX_FILE_BYTES)
    throw new MascotError('usage', `${file} has ${Math.round(stat.size / 1024 / 1024)} MB; more than 32 MB is refused`)
  return await handle.readFile()
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
  const entries = entriesOf(bytes)
  const json = entries.get('card.json')
  if (json === undefined) {
    const isNested = [...entries.keys()].some((name) => /\.(?:zip|charx)$/i.test(name))
    const why = isNested ? 'holds other archives; unpack it first' : 'has no card.json in it'
    throw new MascotError('usage', `This archive is no character: it ${why}.`)
  }
  const card = cardOf(jsonIn(new TextDecoder().decode(json), 'card.json in this archive is no card'))
  const icon = iconOf(card.data, entries)
  return icon ? { ...card, avatar: icon } : card
}

/** The card and the pictures: nothing else is unpacked, and nothing beyond the size that its head says. */
function entriesOf(bytes: Buffer): ReadonlyMap<string, Uint8Array> {
  let count = 0
  let size = 0
  const names: string[] = []
  try {
    const unpacked = unzipSync(bytes, {
      filter({ name, originalSize }) {
        count += 1
        if (count > MAX_ENTRIES) throw refused(`it has more than ${MAX_ENTRIES} entries`)
        if (/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(name)) throw refused('a path in it leads out of it')
        names.push(name)
        const isWanted = name === 'card.json' || /^assets\/.*\.(?:png|jpe?g|webp)$/i.test(name)
        size += isWanted ? originalSize : 0
        if (size > MAX_FILE_BYTES || (name === 'card.json' && originalSize > MAX_TEXT_BYTES))
          throw refused('what it unpacks to is too large')
        return isWanted
      },
    })
    return new Map([...names.map((name): [string, Uint8Array] => [name, unpacked[name] ?? new Uint8Array()])])
  } catch (cause) {
    if (cause instanceof MascotError) throw cause
    throw new MascotError('usage', 'This archive cannot be unpacked: it is broken or cut off.', { cause })
  }
}

const refused = (why: string) => new MascotError('usage', `This archive is refused: ${why}.`)

function iconOf(data: Card['data'], entries: ReadonlyMap<string, Uint8Array>): Card['avatar'] {
  const assets: readonly unknown[] = Array.isArray(data.assets) ? data.assets : []
  const icons = assets.filter(isRecord).filter(({ type }) => type === 'icon')
  const icon = icons.find(({ name }) => name === 'main') ?? icons[0]
  const path = typeof icon?.uri === 'string' ? icon.uri.replace(/^embed(?:d)?ed:\/\//, '') : ''
  const bytes = entries.get(path)
  const ending = /\.(png|jpe?g|webp)$/i.exec(path)?.[1]?.toLowerCase()
  return bytes && bytes.length > 0 && ending ? { name: `avatar.${ending}`, bytes } : undefined
}

function jsonIn(text: string, otherwise: string): unknown {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (cause) {
    throw new MascotError('usage', `${otherwise}.`, { cause })
  }
  if (isDeep(value)) throw new MascotError('usage', 'This character is nested too deeply.')
  return value
}

/** Level by level: whatever walks through it afterwards need not fear for its stack. */
function isDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
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
