/** What people wrote in an exported chat, message by message: of Telegram Desktop, DiscordChatExporter or WhatsApp. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { JSONParser } from '@streamparser/json'
import { isRecord } from '../../persona/load/problem.ts'
import { unreadable } from './brought.ts'

export interface ChatLine {
  /** As the export names them; only to count people and to take names out of what was said. */
  readonly author: string
  readonly text: string
}

const CHUNK_BYTES = 256 * 1024
const HEAD_BYTES = 64 * 1024

/** Of any size: never whole in memory. `onBytes`: told how many more were read. @throws {MascotError} `usage` */
export async function* chatLines(file: string, onBytes: (bytes: number) => void = () => {}): AsyncGenerator<ChatLine> {
  const head = await headOf(file)
  if (/^\s*\{/.test(head)) yield* ofJson(file, onBytes)
  else if (head.split('\n').some((line) => startOf(line) !== undefined)) yield* ofWhatsApp(file, onBytes)
  else throw noChat(file)
}

async function* ofJson(file: string, onBytes: (bytes: number) => void): AsyncGenerator<ChatLine> {
  let found: ChatLine[] = []
  let isChat = false
  const parser = new JSONParser({
    paths: ['$.messages.*', '$.chats.list.*.messages.*', '$.left_chats.list.*.messages.*'],
    keepStack: false,
  })
  parser.onValue = ({ value }) => {
    isChat ||= isMessage(value)
    const line = lineOf(value)
    if (line) found.push(line)
  }
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    const bytes: Buffer = chunk
    try {
      parser.write(bytes)
    } catch (cause) {
      throw unreadable(path.basename(file), 'it is not JSON all through.', cause)
    }
    onBytes(bytes.length)
    yield* found
    found = []
  }
  if (!parser.isEnded) throw unreadable(path.basename(file), 'it ends in the middle: it was cut.')
  if (!isChat) throw noChat(file)
}

const noChat = (file: string) =>
  unreadable(
    path.basename(file),
    'it is no chat that can be read: result.json of Telegram Desktop, JSON of DiscordChatExporter, or text of WhatsApp.',
  )

/** Of a person, a bot or the service. */
function isMessage(value: unknown): boolean {
  return (
    isRecord(value) &&
    (isRecord(value.author) || (typeof value.type === 'string' && 'date' in value) || typeof value.from === 'string')
  )
}

/** Telegram: `from`, and `text` in pieces; Discord: `author`, `content`. Undefined for what a bot or the service wrote. */
function lineOf(message: unknown): ChatLine | undefined {
  if (!isRecord(message)) return undefined
  const { type, from, from_id: id, text, author, content, via_bot: bot } = message
  if (isRecord(author)) {
    if (author.isBot === true || typeof content !== 'string') return undefined
    return { author: String(author.nickname ?? author.name ?? author.id), text: content }
  }
  const isOfPerson = type === 'message' && bot === undefined && (id === undefined || /^(?:user)?\d+$/.test(String(id)))
  if (!isOfPerson || typeof from !== 'string') return undefined
  return { author: from, text: piecesOf(text) }
}

function piecesOf(text: unknown): string {
  if (!Array.isArray(text)) return typeof text === 'string' ? text : ''
  return text.map((piece: unknown) => (isRecord(piece) ? String(piece.text ?? '') : String(piece))).join('')
}

/**
 * A date, a time, who, and what they wrote, in the form of the telephone's country: `[31.12.25, 23:59:00] Ana: …`,
 * `12/31/25, 11:59 PM - Ana: …`.
 * Whoever joins or leaves has no colon behind them.
 */
const date = String.raw`\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{1,4}\.?`
const time = String.raw`\p{L}*\s?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:[\s\u00a0\u202f]*\p{L}[\p{L}.]{0,3})?`
const begins = new RegExp(String.raw`^[\u200e\u200f]?\[?${date},?\s+${time}\]?\s*(?:[-–]\s)?(.*)$`, 'u')
const said = /^[\u200e\u200f]?(~?\s?[^:]{1,80}?): ?([\s\S]*)$/u

function startOf(line: string): { readonly author?: string; readonly text: string } | undefined {
  const rest = begins.exec(line.replace(/\r$/, ''))?.[1]
  if (rest === undefined) return undefined
  const [, author, text = ''] = said.exec(rest) ?? []
  return author === undefined ? { text: rest } : { author, text }
}

/** `<Media omitted>`, `‎image omitted`: in no language words of theirs. */
const isOmitted = (text: string) => /^\s*(?:\u200e.*|<[^<>]+>)\s*$/u.test(text)

async function* ofWhatsApp(file: string, onBytes: (bytes: number) => void): AsyncGenerator<ChatLine> {
  const input = createReadStream(file, { encoding: 'utf8', highWaterMark: CHUNK_BYTES })
  input.on('data', (chunk) => onBytes(chunk.length))
  let last: { author: string; text: string } | undefined
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    const start = startOf(line)
    if (start === undefined) {
      if (last) last.text += `\n${line}`
      continue
    }
    if (last && !isOmitted(last.text)) yield last
    last = start.author === undefined ? undefined : { author: start.author, text: start.text }
  }
  if (last && !isOmitted(last.text)) yield last
}

async function headOf(file: string): Promise<string> {
  try {
    await using handle = await open(file)
    const { buffer, bytesRead } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return new TextDecoder().decode(buffer.subarray(0, bytesRead))
  } catch (cause) {
    throw unreadable(file, 'it cannot be read: is the name right?', cause)
  }
}
