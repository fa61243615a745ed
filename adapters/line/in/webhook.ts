/** The webhook: a push is answered only when it is durable. */
import {
  type AdapterContext,
  createPushRoute,
  type Heard,
  jsonObjectIn,
  plainAnswer,
  type Route,
  soundOnes,
} from '#mascot'
import type { LineOptions } from '../options.ts'
import { PLATFORM, threadOf } from '../wire/names.ts'
import { isSigned } from '../wire/sign.ts'
import { type Data, eventsOf, heardOf, placeIn } from './inbound.ts'
import type { People } from './people.ts'

const PATH = '/line'
const MOST_BYTES = 2 * 1024 * 1024

export interface Listening {
  readonly context: AdapterContext
  readonly people: People
  /** The value of a button by what came back of it, and what was read on it. */
  meantBy(name: string): Promise<{ readonly label?: string; readonly value: string }>
  /** With which the next words there may be said at no charge. */
  mayReply(threadId: string, token: string): void
}

export interface Webhook {
  readonly routes: readonly Route[]
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>
}

export function createWebhook(
  { secret }: Pick<LineOptions, 'secret'>,
  listening: () => Listening | undefined,
): Webhook {
  async function answer(request: Request, body: Uint8Array | undefined): Promise<Response> {
    const open = listening()
    if (!open) return plainAnswer(503, 'not listening')
    const { context } = open
    const refuse = (status: number, why: string) => {
      context.log.warn({ status }, `a push to /${PLATFORM} was refused: ${why}`)
      return plainAnswer(status, why)
    }
    if (body === undefined) return refuse(413, 'too large')
    if (!isSigned(secret, body, request.headers.get('x-line-signature') ?? '')) return refuse(401, 'wrong signature')
    const push = jsonObjectIn(body)
    if (push === undefined) return refuse(400, 'no JSON object')
    const events = eventsOf(push)
    const all = await Promise.all(events.map((event) => hear(event, open)))
    const heard = all.filter((one) => one !== undefined)
    if (heard.length === 0) return plainAnswer(200, '')
    try {
      await context.receive({
        messages: heard.flatMap(({ messages }) => messages),
        events: heard.flatMap(({ events: some = [] }) => some),
      })
    } catch (err) {
      context.log.error({ err }, 'what was heard could not be saved, LINE is told so')
      return plainAnswer(500, 'not saved')
    }
    for (const event of events) {
      const place = placeIn(event)
      if (place && typeof event.replyToken === 'string') open.mayReply(threadOf(place.kind, place.id), event.replyToken)
    }
    return plainAnswer(200, '')
  }

  async function hear(event: Data, { context, people, meantBy }: Listening): Promise<Heard | undefined> {
    const place = placeIn(event)
    if (!place) return undefined
    const isSaid = event.type === 'message' || event.type === 'postback' || event.type === 'follow'
    const raw = heardOf(event, place, isSaid ? await people.nameOf(place) : '', context.clock.now())
    if (!raw) return undefined
    const found = soundOnes(raw, (err) => context.log.error({ err }, 'a message could not be read'))
    const messages = found.messages.map(async (message) => {
      if (message.button === undefined) return message
      const { label, value } = await meantBy(message.button)
      return { ...message, button: value, text: message.text || (label ?? value) }
    })
    return { ...found, messages: await Promise.all(messages) }
  }

  const posts = createPushRoute(PATH, MOST_BYTES, answer)
  return {
    routes: [posts.route],
    idle: posts.idle,
  }
}
