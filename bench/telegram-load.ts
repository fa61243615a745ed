/**
 * A Bot API server for load: it makes updates available at once or at a rate, and times each from then until the `sendMessage` that
 * answers it arrives. It checks that every update is answered exactly once, in its own chat, and in order. Started by side-by-side.ts.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { numberIn, questionOf } from './talk.ts'

export interface Load {
  readonly updates: number
  readonly chats: number
  /** 0: all at once. */
  readonly perSecond: number
  /** Between the first poll and the first update; 1500 if absent, so that the bot may finish what it does at its start. */
  readonly settleMs?: number
}

export interface LoadReport {
  /** From the first update to the last reply, in ms. */
  readonly tookMs: number
  /** From an update to its reply, in ms, ascending. */
  readonly waitsMs: readonly number[]
  readonly unanswered: number
  readonly doubled: number
  /** In another chat, or before the reply to an earlier message of the chat. */
  readonly misplaced: number
}

const load: Load = JSON.parse(process.argv[2] ?? '{}')
const SETTLE_MS = load.settleMs ?? 1_500
/** After the last reply, to see whether any comes twice. */
const LINGER_MS = 500
/** Without a reply for so long the rest is given up. */
const GIVE_UP_MS = 30_000
const FIRST_UPDATE = 1_000
const FIRST_CHAT = 50_000
const me = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'Pip',
  username: 'LoadBot',
  can_read_all_group_messages: true,
}

const updates = Array.from({ length: load.updates }, (_, number) => {
  const chat = FIRST_CHAT + (number % load.chats)
  const from = { id: chat, is_bot: false, first_name: `Fan ${chat}`, language_code: 'en' }
  const message = {
    message_id: Math.floor(number / load.chats) * 2 + 1,
    from,
    chat: { id: chat, type: 'private', first_name: from.first_name },
    date: Math.floor(Date.now() / 1000),
    text: questionOf(number),
  }
  return JSON.stringify({ update_id: FIRST_UPDATE + number, message })
})
const availableAt = new Float64Array(load.updates)
const answered = new Float64Array(load.updates)
const lastInChat = new Int32Array(load.chats).fill(-1)
let available = 0
let replies = 0
let doubled = 0
let misplaced = 0
let lastReplyAt = 0
let waiting: { readonly offset: number; readonly limit: number; readonly response: ServerResponse } | undefined
let hasPolled = false

function poll(offset: number, limit: number, timeoutMs: number, response: ServerResponse): void {
  if (!hasPolled) {
    hasPolled = true
    if (SETTLE_MS === 0) begin()
    else setTimeout(begin, SETTLE_MS)
  }
  const from = Math.max(0, offset - FIRST_UPDATE)
  if (from < available) {
    result(response, `[${updates.slice(from, Math.min(available, from + limit)).join(',')}]`)
    return
  }
  const held = { offset, limit, response }
  waiting = held
  setTimeout(() => {
    if (waiting !== held) return
    waiting = undefined
    result(response, '[]')
  }, timeoutMs)
}

function begin(): void {
  process.send?.({ isBegun: true })
  const startedAt = performance.now()
  const supply = () => {
    const now = performance.now()
    const due = load.perSecond === 0 ? load.updates : Math.floor(((now - startedAt) / 1000) * load.perSecond) + 1
    for (; available < Math.min(due, load.updates); available++) availableAt[available] = now
    if (waiting && Math.max(0, waiting.offset - FIRST_UPDATE) < available) {
      const { offset, limit, response } = waiting
      waiting = undefined
      poll(offset, limit, 0, response)
    }
    if (available < load.updates) setTimeout(supply, 5)
    else watch()
  }
  supply()
}

/** Ends when everything is answered, or nothing has been for long. */
function watch(): void {
  const now = performance.now()
  const last = Math.max(lastReplyAt, availableAt[load.updates - 1] ?? 0)
  const isOver = replies >= load.updates ? now - last > LINGER_MS : now - last > GIVE_UP_MS
  if (isOver) process.send?.(report())
  else setTimeout(watch, 100)
}

function report(): LoadReport {
  const waits: number[] = []
  for (let number = 0; number < load.updates; number++) {
    const at = answered[number] ?? 0
    if (at > 0) waits.push(at - (availableAt[number] ?? 0))
    else if (number - waits.length < 3) console.error(`without its reply: ${questionOf(number)}`)
  }
  return {
    tookMs: lastReplyAt - (availableAt[0] ?? 0),
    waitsMs: waits.sort((a, b) => a - b),
    unanswered: load.updates - waits.length,
    doubled,
    misplaced,
  }
}

function heard(chat: number, text: string): void {
  const now = performance.now()
  if (SETTLE_MS === 0) process.send?.({ isAnswered: true })
  const number = numberIn(text)
  if (number === undefined || number >= load.updates) {
    if (misplaced < 3) console.error(`not the reply that was asked for: ${text}`)
    misplaced++
    return
  }
  if ((answered[number] ?? 0) > 0) {
    doubled++
    return
  }
  answered[number] = now
  lastReplyAt = now
  replies++
  const place = chat - FIRST_CHAT
  if (place !== number % load.chats || (lastInChat[place] ?? -1) > number) misplaced++
  lastInChat[place] = number
}

/** Parameters as JSON in the body, or in the address. */
function call(method: string, body: string, query: URLSearchParams, response: ServerResponse): void {
  const given = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(query)
  if (method === 'getUpdates')
    poll(Number(given.offset ?? 0), Number(given.limit ?? 100), Number(given.timeout ?? 0) * 1000, response)
  else result(response, JSON.stringify(answerTo(method, given)))
}

function answerTo(method: string, given: Readonly<Record<string, unknown>>): unknown {
  switch (method) {
    case 'sendMessage': {
      const chat = { id: Number(given.chat_id), type: 'private' }
      const text = String(given.text)
      heard(chat.id, text)
      return { message_id: 1_000_000 + replies, date: 0, chat, from: me, text }
    }
    case 'getMe':
      return me
    case 'getMyCommands':
      return []
    case 'getMyName':
    case 'getMyDescription':
    case 'getMyShortDescription':
      return {}
    default:
      return true
  }
}

function result(response: ServerResponse, json: string): void {
  const body = Buffer.from(`{"ok":true,"result":${json}}`)
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body)
}

function handle(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const method = url.pathname.slice(url.pathname.lastIndexOf('/') + 1)
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => call(method, Buffer.concat(chunks).toString(), url.searchParams, response))
}

const server = createServer(handle)
server.keepAliveTimeout = 60_000
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) process.send?.({ root: `http://127.0.0.1:${address.port}` })
})
