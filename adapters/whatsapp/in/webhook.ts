/** The webhook: a push is answered only when it is durable, since WhatsApp sends again what was not answered, for days. */
import { type AdapterContext, createPushRoute, jsonObjectIn, plainAnswer, type Route, soundOnes } from '#mascot'
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
  async function answer(request: Request, body: Uint8Array | undefined): Promise<Response> {
    const open = listening()
    if (!open) return plainAnswer(503, 'not listening')
    const { context } = open
    const refuse = (status: number, why: string) => {
      context.log.warn({ status }, `a push to /${PLATFORM} was refused: ${why}`)
      return plainAnswer(status, why)
    }
    if (body === undefined) return refuse(413, 'too large')
    if (!isSame(request.headers.get('x-hub-signature-256') ?? '', signatureOf(options.appSecret, body)))
      return refuse(401, 'wrong signature')
    const push = jsonObjectIn(body)
    if (push === undefined) return refuse(400, 'no JSON object')
    const { heard: all, strange } = heardOf(push, { numbers: options.numbers, now: context.clock.now() })
    const heard = soundOnes(all, (err) => context.log.error({ err }, 'a message could not be read'))
    for (const number of strange) context.log.warn({ number }, 'a push is for a number that is not in WHATSAPP_NUMBERS')
    if (heard.messages.length === 0 && heard.events.length === 0) return plainAnswer(200, '')
    const messages = heard.messages.map(async (message) =>
      message.button === undefined ? message : { ...message, button: await open.meantBy(message.button) },
    )
    try {
      await context.receive({ ...heard, messages: await Promise.all(messages) })
    } catch (err) {
      context.log.error({ err }, 'what was heard could not be saved, WhatsApp will send it again')
      return plainAnswer(500, 'not saved')
    }
    for (const { threadId, id } of heard.messages) open.wrote(threadId, id)
    return plainAnswer(200, '')
  }

  const posts = createPushRoute(PATH, MOST_BYTES, answer)
  return {
    routes: [
      {
        method: 'GET',
        path: PATH,
        async handle(request) {
          const query = new URL(request.url).searchParams
          const isOurs =
            query.get('hub.mode') === 'subscribe' && isSame(query.get('hub.verify_token') ?? '', options.verifyToken)
          return isOurs ? plainAnswer(200, query.get('hub.challenge') ?? '') : plainAnswer(403, 'another token')
        },
      },
      posts.route,
    ],
    idle: posts.idle,
  }
}
