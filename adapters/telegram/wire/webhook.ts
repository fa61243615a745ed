/** Webhook: Telegram posts each update to us, and posts it again until it gets a 200. So 200 means durable. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { AdapterLog, Heard, Receive, Route } from '#mascot'

/** Far above any update: a message has at most 4096 characters. */
const MAX_BYTES = 1024 * 1024
const SECRET_HEADER = 'x-telegram-bot-api-secret-token'

/** What the route works with once the bot is known; undefined before that and after the end. */
export interface Listening {
  /** Translates what arrived. */
  readonly hear: (updates: readonly unknown[]) => Promise<Heard>
  readonly receive: Receive
  readonly log: AdapterLog
}

export interface Webhook {
  readonly route: Route
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>
}

export function createWebhook(
  { url, secret }: { readonly url: string; readonly secret: string },
  listening: () => Listening | undefined,
): Webhook {
  const inHand = new Set<Promise<unknown>>()

  async function answer(request: Request): Promise<Response> {
    if (!isSame(request.headers.get(SECRET_HEADER) ?? '', secret)) return say(401, 'wrong secret')
    const body = await readBody(request)
    if (body === undefined) return say(413, 'too large')
    const update = parse(body)
    if (update === undefined) return say(400, 'not JSON')
    const open = listening()
    if (!open) return say(503, 'not listening')
    try {
      await open.receive(await open.hear([update]))
      return say(200, 'ok')
    } catch (err) {
      open.log.error({ err }, 'what was heard could not be saved, Telegram will send it again')
      return say(500, 'not saved')
    }
  }

  return {
    route: {
      method: 'POST',
      path: new URL(url).pathname,
      async handle(request) {
        const work = answer(request)
        inHand.add(work)
        return await work.finally(() => inHand.delete(work))
      },
    },
    async idle() {
      await Promise.allSettled(inHand)
    },
  }
}

/** In constant time: hashes have equal lengths, whatever was sent. */
function isSame(sent: string, secret: string): boolean {
  const [one, other] = [sent, secret].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}

/** undefined when it is too large; what exceeds the limit is never kept. */
async function readBody(request: Request): Promise<string | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BYTES) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > MAX_BYTES) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** An update is an object; anything else is as wrong as broken JSON. */
function parse(body: string): object | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return value instanceof Object ? value : undefined
  } catch {
    return undefined
  }
}

function say(status: number, text: string): Response {
  return new Response(text, { status })
}
