/** Updates on their way to the bot: kept until confirmed by a higher offset, or posted to a webhook until it says 200. */
import { isJson, whole } from './checks.ts'
import { ApiError, type Json } from './world.ts'

/** What is delivered when `allowed_updates` was never set (core.telegram.org/bots/api#getupdates). */
const unasked = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
const RETRY_MS = 20

export interface Update extends Json {
  readonly update_id: number
}

export interface Updates {
  push(content: Json): Update | undefined
  /** Delivers the update once more, under its own number. */
  repeat(update: Update): void
  /** Long polling with the real server's rules: one poller, an offset confirms what is below it. */
  get(payload: Json, signal: AbortSignal): Promise<readonly Update[]>
  setWebhook(payload: Json): void
  webhookInfo(): Json
  readonly last: Update | undefined
  /** Resolves when the bot has confirmed everything. */
  drained(): Promise<void>
  close(): void
}

export function createUpdates(): Updates {
  let pending: Update[] = []
  let lastId = 90_000
  let last: Update | undefined
  let allowed: readonly string[] | undefined
  let webhook: { readonly url: string; readonly secret: string } | undefined
  let poller: { serve(): void; end(error: ApiError): void } | undefined
  let isClosed = false
  const queues = new Map<string, Promise<void>>()
  const empty = new Set<() => void>()

  function allow(payload: Json): void {
    if (Array.isArray(payload.allowed_updates) && payload.allowed_updates.length > 0)
      allowed = payload.allowed_updates.map(String)
  }

  function confirm(isConfirmed: (update: Update) => boolean): void {
    pending = pending.filter((update) => !isConfirmed(update))
    if (pending.length > 0) return
    for (const resolve of empty) resolve()
    empty.clear()
  }

  function deliver(update: Update): void {
    pending.push(update)
    poller?.serve()
    if (webhook) post(update)
  }

  /** In order for each chat, as the real server does. */
  function post(update: Update): void {
    const chat = chatKey(update)
    const before = queues.get(chat) ?? Promise.resolve()
    queues.set(
      chat,
      before.then(async () => {
        for (let isDone = false; !isDone && webhook && !isClosed; ) {
          isDone = await postOnce(webhook, update)
          if (!isDone) await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
        }
        confirm((one) => one === update)
      }),
    )
  }

  return {
    get last() {
      return last
    },
    push(content) {
      const [kind = ''] = Object.keys(content)
      if (allowed ? !allowed.includes(kind) : unasked.has(kind)) return undefined
      lastId += 1
      last = { update_id: lastId, ...content }
      deliver(last)
      return last
    },
    repeat: deliver,
    async get(payload, signal) {
      if (webhook)
        throw new ApiError(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      poller?.end(
        new ApiError(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        ),
      )
      allow(payload)
      const offset = whole(payload.offset) ?? 0
      if (offset < 0) confirm((update) => !pending.slice(offset).includes(update))
      else confirm(({ update_id }) => update_id < offset)
      const limit = Math.min(100, whole(payload.limit) ?? 100)
      const ready = () => pending.slice(0, limit)
      if (ready().length > 0 || !whole(payload.timeout)) return ready()
      return await new Promise((resolve, reject) => {
        const done = () => {
          clearTimeout(timer)
          if (poller === mine) poller = undefined
        }
        const mine = {
          serve() {
            done()
            resolve(ready())
          },
          end(error: ApiError) {
            done()
            reject(error)
          },
        }
        const timer = setTimeout(mine.serve, (whole(payload.timeout) ?? 0) * 1000)
        poller = mine
        signal.addEventListener('abort', () => mine.end(new ApiError(499, 'the client is gone')), { once: true })
      })
    },
    setWebhook(payload) {
      allow(payload)
      const url = typeof payload.url === 'string' ? payload.url : ''
      if (payload.drop_pending_updates === true) confirm(() => true)
      webhook = url === '' ? undefined : { url, secret: String(payload.secret_token ?? '') }
      if (webhook) for (const update of pending) post(update)
    },
    webhookInfo: () => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: pending.length,
      ...(allowed ? { allowed_updates: allowed } : {}),
    }),
    drained() {
      if (pending.length === 0) return Promise.resolve()
      return new Promise((resolve) => empty.add(resolve))
    },
    close() {
      isClosed = true
      webhook = undefined
      poller?.end(new ApiError(500, 'Internal Server Error: closing'))
    },
  }
}

async function postOnce({ url, secret }: { url: string; secret: string }, update: Update): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}) },
      body: JSON.stringify(update),
    })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}

function chatKey(update: Update): string {
  for (const part of Object.values(update)) {
    if (!isJson(part)) continue
    const chat = isJson(part.chat) ? part.chat : isJson(part.message) ? part.message.chat : undefined
    if (isJson(chat)) return String(chat.id)
  }
  return ''
}
