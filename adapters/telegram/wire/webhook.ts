/** Webhook: Telegram posts each update to us, and posts it again until it gets a 200. So 200 means durable. */
import { createHash, timingSafeEqual } from 'node:crypto'
import {
  type AdapterLog,
  createPushRoute,
  type Heard,
  jsonObjectIn,
  type PushRoute,
  plainAnswer,
  type Receive,
} from '#mascot'

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

export type Webhook = PushRoute

export function createWebhook(
  { url, secret }: { readonly url: string; readonly secret: string },
  listening: () => Listening | undefined,
): Webhook {
  async function answer(request: Request, body: Uint8Array | undefined): Promise<Response> {
    if (!isSame(request.headers.get(SECRET_HEADER) ?? '', secret)) return plainAnswer(401, 'wrong secret')
    if (body === undefined) return plainAnswer(413, 'too large')
    const update = jsonObjectIn(body)
    if (update === undefined) return plainAnswer(400, 'not JSON')
    const open = listening()
    if (!open) return plainAnswer(503, 'not listening')
    try {
      await open.receive(await open.hear([update]))
      return plainAnswer(200, 'ok')
    } catch (err) {
      open.log.error({ err }, 'what was heard could not be saved, Telegram will send it again')
      return plainAnswer(500, 'not saved')
    }
  }

  return createPushRoute(new URL(url).pathname, MAX_BYTES, answer)
}

/** In constant time: hashes have equal lengths, whatever was sent. */
function isSame(sent: string, secret: string): boolean {
  const [one, other] = [sent, secret].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
