/** WeChat: an Official Account by its webhook and customer-service messages, or by answers to pushes alone. */
import {
  type Adapter,
  type AdapterContext,
  DAY_MS,
  type Face,
  MascotError,
  MINUTE_MS,
  parseThreadId,
  type ReplyWindow,
  SendError,
} from '#mascot'
import { abilities } from './abilities.ts'
import { fetchFile } from './in/fetch-file.ts'
import { PLATFORM } from './in/inbound.ts'
import { ANSWERED_WITHIN_MS, type AnswersInPush, createAnswersInPush } from './in/waiting.ts'
import { createWebhook, type Listening } from './in/webhook.ts'
import type { WeChatOptions } from './options.ts'
import { createButtons } from './out/buttons.ts'
import { codeLink, codeRoute } from './out/code.ts'
import { mostBytes } from './out/media.ts'
import { labelIn, setMenu } from './out/menu.ts'
import { type Progress, sendTo } from './out/outbound.ts'
import { withLinks } from './out/text.ts'
import { type Api, createApi, TokenRefusal } from './wire/api.ts'
import { refusalOf } from './wire/errors.ts'
import { examine } from './wire/examine.ts'

export type { WeChatOptions } from './options.ts'

/** WeChat's page on customer-service messages; a tap, a follow and a scan are less than a word. */
const brief = { forMs: MINUTE_MS, messages: 3 }
const sending: ReplyWindow = {
  hangsOn: 'thread',
  opens: { message: { forMs: 2 * DAY_MS, messages: 5 }, press: brief, menu: brief, follow: brief, scan: brief },
}
const once = { forMs: ANSWERED_WITHIN_MS, messages: 1 }
const answering: ReplyWindow = {
  hangsOn: 'message',
  opens: { message: once, press: once, menu: once, follow: once, scan: once },
}
const HAVE_IT: Readonly<Record<string, string>> = {
  en: 'I have your message. WeChat lets me answer only when you write: send me any word, and you get what I have to say.',
  zh: '消息已收到。微信只允许我在你发消息时回复：再发一句话，就能看到我的答复。',
}

export function createWeChatAdapter(options: WeChatOptions): Adapter {
  let context: AdapterContext | undefined
  let api: Api | undefined
  let listening: Listening | undefined
  let inPush: AnswersInPush | undefined
  let codeSecret: string | undefined
  let menu: Face['menu']
  const buttons = createButtons(() => context)
  const progress: Progress = new Map()
  const webhook = createWebhook(options, () => listening)
  const calls = () => {
    if (api) return api
    throw new SendError('WeChat is not connected yet', { isPermanent: false })
  }

  /** @throws {MascotError} `config-invalid` where waiting does not help */
  async function connect(given: AdapterContext, to: Api): Promise<void> {
    try {
      await to.tokens.get()
      given.connected?.(true)
      given.log.info({ appId: options.appId }, 'connected to WeChat')
    } catch (error) {
      if (error instanceof TokenRefusal && refusalOf(error.code).isOperators)
        throw new MascotError('config-invalid', `WeChat refuses to start: ${error.message}.`)
      given.log.error({}, `WeChat gives no token yet, each message asks for it again: ${(error as Error).message}`)
      given.connected?.(false)
    }
  }

  return {
    platform: PLATFORM,
    abilities: { ...abilities, buttons: !options.isPassive },
    replyWindow: () => (options.isPassive ? answering : sending),
    async start(given, signal) {
      context = given
      menu = given.face.menu
      if (options.isPassive) inPush = createAnswersInPush(given.clock)
      else {
        api = createApi(options, given)
        codeSecret = await given.secret?.('codes')
        await connect(given, api)
      }
      listening = {
        context: given,
        async around(id) {
          const value = id === undefined ? undefined : await buttons.valueOf(id)
          return { now: given.clock.now(), valueOf: () => value, labelOf: (key) => labelIn(menu, key) }
        },
        ...(inPush && { inPush }),
        laterWords: () => HAVE_IT[given.face.languages.find((lang) => lang in HAVE_IT) ?? 'en'] ?? '',
      }
      const hush = () => {
        listening = undefined
      }
      signal.addEventListener('abort', hush, { once: true })
    },
    async send(message) {
      if (message.kind !== 'text') throw new SendError('WeChat has no such thing', { isPermanent: true })
      if (options.isPassive) {
        const content = withLinks(message.text, message.buttons ?? [])
        if (message.replyTo !== undefined && inPush?.give(message.replyTo, content)) return { messageId: message.id }
        throw new SendError('the push that it answers is over', { isPermanent: false, isWindowClosed: true })
      }
      return await sendTo({ api: calls(), buttons, progress }, message)
    },
    async stop() {
      listening = undefined
      if (!options.isPassive) await webhook.idle()
    },
    async showTyping(thread) {
      if (options.isPassive) return
      const touser = parseThreadId(thread).parts[0]
      // It is said already, or the fan is not there: nothing is lost.
      await api?.call('/cgi-bin/message/custom/typing', { touser, command: 'Typing' }).catch(() => {})
    },
    async setMenu(given) {
      menu = given
      if (!menu || !context) return
      if (!api) {
        context.log.warn({}, 'image.menu is not set: an account that only answers cannot set one')
        return
      }
      try {
        if (await setMenu(api, menu)) context.log.info({}, 'the menu in WeChat is that of the persona now')
      } catch (error) {
        if (!(error instanceof SendError)) throw error
        context.log.warn({ reason: error.message }, 'the menu was not set')
      }
    },
    mostBytes: async (kind) => mostBytes[kind === 'voice' || kind === 'video' ? kind : 'image'],
    fetchFile: (attachment) => fetchFile(calls(), attachment, context?.fileFor),
    ...(options.isPassive
      ? {}
      : {
          privateLink: (payload: string) =>
            options.publicUrl === undefined || codeSecret === undefined
              ? undefined
              : codeLink(options.publicUrl, codeSecret, payload),
        }),
    examine: () => examine(options),
    routes: () => [
      ...webhook.routes,
      ...(options.isPassive
        ? []
        : [
            codeRoute(
              () => api,
              () => codeSecret,
            ),
          ]),
    ],
  }
}
