/** The webhook: a push is acknowledged only when it is durable, since QQ sends again what failed. */
import { type AdapterContext, createPushRoute, type Heard, plainAnswer, type Route, soundOnes } from '#mascot'
import type { QQOptions } from '../options.ts'
import { PLATFORM } from '../wire/names.ts'
import type { Signing } from '../wire/sign.ts'
import { heardOf } from './inbound.ts'
import { MOST_BYTES, type Push, readPush } from './push.ts'

const PATH = '/qq'
const Op = { event: 0, heartbeat: 1, heard: 11, acknowledged: 12, isItYou: 13 } as const

export interface Listening {
  readonly context: AdapterContext
  /** What a button with a long value stands for. */
  valueOf(name: string): Promise<{ readonly label?: string; readonly value: string }>
  /** The fan's QQ waits for it, and shows that nothing came of it otherwise. */
  acknowledge(interaction: string): void
}

export interface Webhook {
  readonly routes: readonly Route[]
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>
}

export function createWebhook(
  { appId }: Pick<QQOptions, 'appId'>,
  signing: Signing,
  listening: () => Listening | undefined,
): Webhook {
  async function answer(request: Request, body: Uint8Array | undefined): Promise<Response> {
    const open = listening()
    if (!open) return plainAnswer(503, 'not listening')
    const { context } = open
    const push = readPush(request, body, { appId, signing, now: context.clock.now() })
    if ('why' in push) {
      context.log.warn({ status: push.status }, `a push to /${PLATFORM} was refused: ${push.why}`)
      return plainAnswer(push.status, push.why)
    }
    if (push.op === Op.isItYou) {
      const { plain_token: token, event_ts: at } = push.data
      return say({ plain_token: token, signature: signing.sign(String(at ?? ''), String(token ?? '')) })
    }
    if (push.op === Op.heartbeat) return say({ op: Op.heard, d: push.data.value })
    if (push.op !== Op.event) return say({ op: Op.acknowledged, d: 0 })
    return await hear(push, open)
  }

  async function hear(push: Push, open: Listening): Promise<Response> {
    const { context } = open
    const found = heardOf(push, context.clock.now())
    if (found !== undefined) {
      const heard = soundOnes(found, (err) => context.log.error({ err }, 'a message could not be read'))
      try {
        await context.receive(await withValues(heard, open))
      } catch (err) {
        context.log.error({ err }, 'what was heard could not be saved, QQ will send it again')
        return say({ op: Op.acknowledged, d: 1 }, 500)
      }
    }
    if (push.type === 'INTERACTION_CREATE' && typeof push.data.id === 'string') open.acknowledge(push.data.id)
    return say({ op: Op.acknowledged, d: 0 })
  }

  const posts = createPushRoute(PATH, MOST_BYTES, answer)
  return {
    routes: [posts.route],
    idle: posts.idle,
  }
}

/** A pressed button says what was read on it, and means its value. */
async function withValues(heard: Heard, open: Listening): Promise<Heard> {
  const messages = heard.messages.map(async (message) => {
    if (message.button === undefined) return message
    const { label, value } = await open.valueOf(message.button)
    return { ...message, button: value, text: label ?? value }
  })
  return { ...heard, messages: await Promise.all(messages) }
}

function say(body: object, status = 200): Response {
  return Response.json(body, { status, headers: { 'x-content-type-options': 'nosniff' } })
}
