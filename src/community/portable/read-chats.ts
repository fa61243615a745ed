/** Who wrote in groups, from an export of Telegram Desktop or of DiscordChatExporter. Their words are not taken, and private chats are passed over. */
import { createReadStream } from 'node:fs'
import { JSONParser } from '@streamparser/json'
import type { AccountId } from '../../domain/ids.ts'
import type { Portable } from '../../domain/portable.ts'
import { authorOf, type ChatFormat, formats, isOfGroup } from './chat-formats.ts'
import { type Source, type SourceOptions, unreadable } from './source.ts'

const CHUNK_BYTES = 256 * 1024
/** So many are remembered as read, so that each message of theirs is not one more record. */
const KNOWN = 100_000
const ALL = 'all'

interface Chat {
  name?: string
  type?: string
  id?: string
}

export function chatsSource(format: ChatFormat, options: SourceOptions): Source {
  return { format: formats[format].name, read: () => readChats(format, options) }
}

async function* readChats(format: ChatFormat, options: SourceOptions): AsyncGenerator<Portable> {
  const { file, onBytes } = options
  const chats = new Map<string, Chat>()
  const isMeant = chooser(options.chats)
  const known = new Set<AccountId>()
  let found: Portable[] = []
  const parser = new JSONParser({ paths: [...formats[format].paths], keepStack: false })
  parser.onValue = ({ value, key, stack }) => {
    const steps = stack.map((step) => step.key)
    const { place, isMessage } = placeOf(steps)
    const chat = chats.get(place) ?? {}
    chats.set(place, chat)
    if (!isMessage) {
      keepOf(chat, key, value)
      return
    }
    if (!isOfGroup(chat) || !isMeant(chat, place)) return
    const account = authorOf(format, value)
    if (account === undefined || known.has(account.id)) return
    if (known.size >= KNOWN) known.clear()
    known.add(account.id)
    found.push({ kind: 'fan', accounts: [account], consent: 'unasked', from: formats[format].from })
  }
  let line = 1
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes: Buffer = chunk
    try {
      parser.write(bytes)
    } catch (cause) {
      const at = /chunk position "(\d+)"/.exec(cause instanceof Error ? cause.message : '')?.[1]
      throw unreadable(file, `line ${line + linesIn(bytes.subarray(0, Number(at ?? 0)))} is not JSON.`, cause)
    }
    line += linesIn(bytes)
    onBytes?.(bytes.length)
    yield* found
    found = []
  }
  if (!parser.isEnded) throw unreadable(file, `it ends in the middle, at line ${line}: it was cut.`)
  checkChosen(options, chats)
}

function linesIn(bytes: Uint8Array): number {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1
  return lines
}

/** Of one chat all stands at the root, of many each in a list. */
function placeOf(steps: readonly unknown[]): { readonly place: string; readonly isMessage: boolean } {
  const isMessage = steps.at(-1) === 'messages'
  const list = steps.indexOf('list')
  return { isMessage, place: list < 0 ? '' : `${String(steps[list - 1])} ${String(steps[list + 1])}` }
}

function keepOf(chat: Chat, key: unknown, value: unknown): void {
  if (typeof value !== 'string' && typeof value !== 'number') return
  if (key === 'name' || key === 'type' || key === 'id') chat[key] = String(value)
}

type IsMeant = (chat: Chat, place: string) => boolean

/** One chat by itself is meant; of many, those that were named. */
function chooser(chosen: readonly string[] = []): IsMeant {
  return ({ name = '', id = '' }, place) =>
    place === '' || chosen.includes(ALL) || chosen.includes(name) || chosen.includes(id)
}

/** At the end all chats are known: those of which nothing can be taken are told with a reason. */
function checkChosen({ file, chats: chosen = [] }: SourceOptions, chats: ReadonlyMap<string, Chat>): void {
  const alone = chats.get('')
  if (chats.size === 1 && alone && !isOfGroup(alone))
    throw unreadable(file, `it is of a chat that is no group (${alone.type ?? 'of no type'}): nobody in it is a fan.`)
  const groups = [...chats].filter(([place, chat]) => place !== '' && isOfGroup(chat)).map(([, chat]) => chat)
  const listed = groups.map(({ name = '', id = '' }) => `${name} (${id})`).join('; ')
  if (groups.length > 0 && chosen.length === 0)
    throw unreadable(file, `it is of many chats. Which are of the community? --chat NAME, or --chat all: ${listed}.`)
  const missing = chosen.filter((one) => one !== ALL && !groups.some(({ name, id }) => name === one || id === one))
  if (missing.length > 0) throw unreadable(file, `no group in it is called ${missing.join(', ')}: ${listed}.`)
}
