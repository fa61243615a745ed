/** WhatsApp: numbers of a business by the Cloud API and its webhook. */
import { type Adapter, type AdapterContext, DAY_MS, MascotError, type ReplyWindow } from '#mascot'
import { fetchFile } from './in/fetch-file.ts'
import { createWebhook, type Listening } from './in/webhook.ts'
import type { WhatsAppOptions } from './options.ts'
import { createButtons, limits } from './out/buttons.ts'
import { mostBytes } from './out/media.ts'
import { type Progress, sendTemplate, sendTo } from './out/outbound.ts'
import { MOST_LENGTH } from './out/text.ts'
import { createApi, Refusal } from './wire/api.ts'
import { isOperators } from './wire/errors.ts'
import { examine } from './wire/examine.ts'
import { PLATFORM, placeOf } from './wire/names.ts'

export type { WhatsAppOptions } from './options.ts'

/** Meta's customer-service window. A person has no longer, and outside of it templates alone are taken. */
const day = { forMs: DAY_MS }
const rule: ReplyWindow = { hangsOn: 'thread', opens: { message: day, press: day, follow: day } }
/** Talks whose last message is remembered, the newest. */
const MOST_TALKS = 1_000

export function createWhatsAppAdapter(options: WhatsAppOptions): Adapter {
  let context: AdapterContext | undefined
  let listening: Listening | undefined
  let ownNumber: string | undefined
  const api = createApi(options)
  const buttons = createButtons(() => context)
  const progress: Progress = new Map()
  const lastHeard = new Map<string, string>()
  const webhook = createWebhook(options, () => listening)

  /** @throws {MascotError} `config-invalid` where waiting does not help */
  async function connect(given: AdapterContext): Promise<void> {
    const [first] = options.numbers
    try {
      const { display_phone_number: shown } = await api.get(`${encodeURIComponent(first)}?fields=display_phone_number`)
      ownNumber = typeof shown === 'string' ? shown.replace(/\D/g, '') : undefined
      given.connected?.(true)
      given.log.info({ numbers: options.numbers }, 'connected to WhatsApp')
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it cannot be asked'
      if (error instanceof Refusal && isOperators(error.theirCode))
        throw new MascotError('config-invalid', `WhatsApp refuses to start: ${why}.`)
      given.log.error({}, `WhatsApp does not answer yet: ${why}`)
      given.connected?.(false)
    }
  }

  return {
    platform: PLATFORM,
    abilities: { maxLength: MOST_LENGTH, markdown: 'none', buttons: true, cards: true, buttonLimits: limits },
    replyWindow: () => rule,
    async start(given, signal) {
      context = given
      await connect(given)
      listening = {
        context: given,
        meantBy: (name) => buttons.meantBy(name),
        wrote(thread, message) {
          lastHeard.delete(thread)
          lastHeard.set(thread, message)
          for (const one of lastHeard.keys()) if (lastHeard.size > MOST_TALKS) lastHeard.delete(one)
        },
      }
      const hush = () => {
        listening = undefined
      }
      signal.addEventListener('abort', hush, { once: true })
    },
    async send(message) {
      return await sendTo({ api, buttons, progress }, message)
    },
    async stop() {
      listening = undefined
      await webhook.idle()
    },
    async knock(thread, lang) {
      if (!options.template) return false
      await sendTemplate(api, thread, options.template, lang)
      return true
    },
    /** It also marks the fan's message as read, and ends by itself. */
    async showTyping(thread) {
      const message = lastHeard.get(thread)
      if (message === undefined) return
      const { number } = placeOf(thread)
      const shown = { status: 'read', message_id: message, typing_indicator: { type: 'text' } }
      // It is said already, or the fan is not there: nothing is lost.
      await api
        .post(`${encodeURIComponent(number)}/messages`, { messaging_product: 'whatsapp', ...shown })
        .catch(() => {})
    },
    privateLink: (payload) =>
      ownNumber === undefined
        ? undefined
        : `https://wa.me/${ownNumber}?text=${encodeURIComponent(`/start ${payload}`)}`,
    async mostBytes(kind) {
      const known = {
        photo: mostBytes.image,
        sticker: mostBytes.sticker,
        video: mostBytes.video,
        voice: mostBytes.audio,
      }
      return kind === 'document' ? mostBytes.document : known[kind]
    },
    fetchFile: (attachment) => fetchFile(api, attachment, context?.fileFor),
    examine: () => examine(options),
    routes: () => webhook.routes,
  }
}
