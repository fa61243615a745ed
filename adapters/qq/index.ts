/** QQ: an official bot by its webhook and passive replies, in private talks and in groups. */
import {
  type Adapter,
  type AdapterContext,
  HOUR_MS,
  MascotError,
  MINUTE_MS,
  type ReplyWindow,
  SendError,
} from '#mascot'
import { fetchFile } from './in/fetch-file.ts'
import { createWebhook, type Listening } from './in/webhook.ts'
import type { QQOptions } from './options.ts'
import { createButtons, limits } from './out/buttons.ts'
import { MOST_BYTES } from './out/media.ts'
import { asSendError, sendTo } from './out/outbound.ts'
import { MOST_LENGTH } from './out/text.ts'
import { type Api, createApi } from './wire/api.ts'
import { examine } from './wire/examine.ts'
import { PLATFORM } from './wire/names.ts'
import { createSigning } from './wire/sign.ts'

export type { QQOptions } from './options.ts'

export function createQQAdapter(options: QQOptions): Adapter {
  let context: AdapterContext | undefined
  let api: Api | undefined
  let listening: Listening | undefined
  const signing = createSigning(options.secret)
  const buttons = createButtons(() => context)
  const webhook = createWebhook(options, signing, () => listening)
  const windowOf = (forMs: number): ReplyWindow => {
    const each = { forMs, messages: options.mostReplies }
    return { hangsOn: 'message', opens: { message: each, press: each, follow: each } }
  }
  const inPrivate = windowOf(HOUR_MS)
  const inGroup = windowOf(5 * MINUTE_MS)

  /** @throws {MascotError} `config-invalid` where waiting does not help */
  async function connect(given: AdapterContext, to: Api): Promise<void> {
    try {
      await to.token()
      given.connected?.(true)
      given.log.info({ appId: options.appId }, 'connected to QQ')
    } catch (error) {
      const why = asSendError(error)
      if (!(error instanceof SendError) && why.retryAfterMs !== undefined && /QQ_SECRET|QQ_APP_ID/.test(why.message))
        throw new MascotError('config-invalid', `QQ refuses to start: ${why.message}.`)
      given.log.error({}, `QQ gives no token yet, each message asks for it again: ${why.message}`)
      given.connected?.(false)
    }
  }

  return {
    platform: PLATFORM,
    abilities: {
      ...{ maxLength: MOST_LENGTH, markdown: 'none', buttons: options.hasButtons, cards: true },
      ...(options.hasButtons && { buttonLimits: limits }),
    },
    replyWindow: (surface) => (surface === 'group' ? inGroup : inPrivate),
    async start(given, signal) {
      context = given
      const calls = createApi(options, given)
      api = calls
      await connect(given, calls)
      listening = {
        context: given,
        valueOf: (name) => buttons.valueOf(name),
        acknowledge(interaction) {
          calls.call('PUT', `/interactions/${encodeURIComponent(interaction)}`, { code: 0 }).catch((err: unknown) => {
            given.log.warn({ err }, 'a pressed button could not be acknowledged')
          })
        },
      }
      const hush = () => {
        listening = undefined
      }
      signal.addEventListener('abort', hush, { once: true })
    },
    async send(message) {
      if (message.kind !== 'text') throw new SendError('QQ has no such thing', { isPermanent: true })
      if (!api) throw new SendError('QQ is not connected yet', { isPermanent: false })
      try {
        return await sendTo({ api, buttons, options }, message)
      } catch (error) {
        throw asSendError(error)
      }
    },
    async stop() {
      listening = undefined
      await webhook.idle()
    },
    mostBytes: async () => MOST_BYTES,
    fetchFile: (attachment) =>
      fetchFile(attachment, { fileFor: context?.fileFor, ...(options.apiRoot && { apiRoot: options.apiRoot }) }),
    examine: () => examine(options),
    routes: () => webhook.routes,
  }
}
