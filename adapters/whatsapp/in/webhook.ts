/** The webhook: a push is answered only when it is durable, since WhatsApp sends again what was not answered, for days. */
import type { AdapterContext, Route } from '#mascot'
import type { WhatsAppOptions } from '../options.ts'
import { PLATFORM } from '../wire/names.ts'
import { isSame, signatureOf } from '../wire/sign.ts'
import { heardOf } from './inbound.ts'

const PATH = '/whatsapp'
const MOST_BYTES = 4 * 1024 * 1024

export interface Listening {
  readonly context: AdapterContext
  /** The value of a button by what came back of it. */
  meantBy(name: string): Promise<string>
  /** So that it can be shown that we think about it. */
  wrote(threadId: string, messageId: string): void
}

export interface Webhook {
  readonly routes: readonly Route[]
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>
}

type Options = Pick<WhatsAppOptions, 'appSecret' | 'verifyToken' | 'numbers'>

export function createWebhook(options: Options, listening: () => Listening | undefined): Webhook {
  const inHand = new Set<Promise<unknown>>()

  async function answer(request: Request): Promise<Response> {
    const open = listening()
    if (!open) return say(503, 'not listening')
    const { context } = open
    const refuse = (status: number, why: string) => {
      context.log.warn({ status }, `a push to /${PLATFORM} was refused: ${why}`)
      return say(status, why)
    }
    const body = await bodyOf(request)
    if (body === undefined) return refuse(413, 'too large')
    if (!isSame(request.headers.get('x-hub-signature-256') ?? '', signatureOf(options.appSecret, body)))
      return refuse(401, 'wrong signature')
    const push = jsonIn(body)
    if (push === undefined) return refuse(400, 'no JSON object')
    const { heard, strange } = heardOf(push, { numbers: options.numbers, now: context.clock.now() })
    for (const number of strange) context.log.warn({ number }, 'a push is for a number that is not in WHATSAPP_NUMBERS')
    if (heard.messages.length === 0 && (heard.events ?? []).length === 0) return say(200, '')
    const messages = heard.messages.map(async (message) =>
      message.button === undefined ? message : { ...message, button: await open.meantBy(message.button) },
    )
    try {
      await context.receive({ ...heard, messages: await Promise.all(messages) })
    } catch (err) {
      context.log.error({ err }, 'what was heard could not be saved, WhatsApp will send it again')
      return say(500, 'not saved')
    }
    for (const { threadId, id } of heard.messages) open.wrote(threadId, id)
    return say(200, '')
  }

  return {
    routes: [
      {
        method: 'GET',
        path: PATH,
        async handle(request) {
          const query = new URL(request.url).searchParams
          const isOurs =
            query.get('hub.mode') === 'subscribe' && isSame(query.get('hub.verify_token') ?? '', options.verifyToken)
          return isOurs ? say(200, query.get('hub.challenge') ?? '') : say(403, 'another token')
        },
      },
      {
        method: 'POST',
        path: PATH,
        async handle(request) {
          const work = answer(request)
          inHand.add(work)
          return await work.finally(() => inHand.delete(work))
        },
      },
    ],
    async idle() {
      await Promise.allSettled(inHand)
    },
  }
}

function jsonIn(body: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const read: unknown = JSON.parse(Buffer.from(body).toString())
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read)
    return isObject ? (read as Readonly<Record<string, unknown>>) : undefined
  } catch {
    return undefined
  }
}

/** Undefined when it is too large; what exceeds the limit is never kept. */
async function bodyOf(request: Request): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of request.body ?? []) {
    size += part.length
    if (size > MOST_BYTES) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function say(status: number, words: string): Response {
  return new Response(words, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  })
}
