/** The webhook: a push is answered only when it is durable, since an answer ends WeChat's retries. */
import { type AdapterContext, createPushRoute, plainAnswer, type Route, soundOnes } from '#mascot'
import type { WeChatOptions } from '../options.ts'
import { createReadPush, MOST_BYTES } from '../wire/body.ts'
import { type Around, heardOf, idOf, PLATFORM } from './inbound.ts'
import type { AnswersInPush } from './waiting.ts'

const PATH = '/wechat'
/** Nothing is shown to the fan, and nothing is sent again. */
const TAKEN = 'success'

export interface Listening {
  readonly context: AdapterContext
  /** Reads the value of a button that may have been pressed. */
  around(bizmsgmenuid: string | undefined): Promise<Around>
  /** Where the account may only answer. */
  readonly inPush?: AnswersInPush
  /** What is said there when no answer was found in time. */
  laterWords(): string
}

export interface Webhook {
  readonly routes: readonly Route[]
  /** Resolves when no request is being worked on. */
  idle(): Promise<void>
}

export function createWebhook(options: WeChatOptions, listening: () => Listening | undefined): Webhook {
  const pushes = createReadPush(options, () => listening()?.context.clock.now() ?? 0)

  async function answer(request: Request, body: Uint8Array | undefined): Promise<Response> {
    const open = listening()
    if (!open) return plainAnswer(503, 'not listening')
    const { context } = open
    const push = pushes.read(request, body)
    if ('why' in push) {
      context.log.warn({ status: push.status }, `a push to /${PLATFORM} was refused: ${push.why}`)
      return plainAnswer(push.status, push.why)
    }
    const { fields } = push
    const { FromUserName: fan = '', ToUserName: account = '' } = fields
    if (options.originalId !== undefined && account !== options.originalId) {
      context.log.warn({}, 'a push was refused: it is for another account than WECHAT_ORIGINAL_ID')
      return plainAnswer(401, 'for another account')
    }
    const found = heardOf(fields, await open.around(fields.bizmsgmenuid))
    if (found === undefined) return plainAnswer(200, TAKEN)
    const heard = soundOnes(found, (err) => context.log.error({ err }, 'a message could not be read'))
    // Whoever is told of it may answer at once.
    if (heard.messages.length > 0) open.inPush?.open(idOf(fields))
    try {
      await context.receive(heard)
    } catch (err) {
      context.log.error({ err }, 'what was heard could not be saved, WeChat will send it again')
      return plainAnswer(500, 'not saved')
    }
    if (!open.inPush || heard.messages.length === 0) return plainAnswer(200, TAKEN)
    const words = await open.inPush.wait(idOf(fields))
    if (words === 'not yet') return plainAnswer(503, 'not yet')
    const xml = push.write({
      ...{ ToUserName: fan, FromUserName: account, CreateTime: Math.floor(context.clock.now() / 1000) },
      ...{ MsgType: 'text', Content: words ?? open.laterWords() },
    })
    return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } })
  }

  const posts = createPushRoute(PATH, MOST_BYTES, answer)
  return {
    routes: [
      {
        method: 'GET',
        path: PATH,
        async handle(request) {
          const echo = pushes.check(new URL(request.url).searchParams)
          return typeof echo === 'string' ? plainAnswer(200, echo) : plainAnswer(echo.status, echo.why)
        },
      },
      posts.route,
    ],
    idle: posts.idle,
  }
}
