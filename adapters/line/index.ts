/** LINE: an Official Account by the Messaging API. It may speak at any time; what answers at once costs nothing, the rest counts by the month. */
import { type Adapter, type AdapterContext, MascotError, SendError } from '#mascot'
import { fetchFile } from './in/fetch-file.ts'
import { createPeople } from './in/people.ts'
import { createWebhook, type Listening } from './in/webhook.ts'
import type { LineOptions } from './options.ts'
import { createButtons, limits } from './out/buttons.ts'
import { MOST_LENGTH, sendTo } from './out/outbound.ts'
import { createReplyTokens, type ReplyTokens } from './out/reply-tokens.ts'
import { createApi, isOperators, Refusal } from './wire/api.ts'
import { examine } from './wire/examine.ts'
import { PLATFORM, placeOf } from './wire/names.ts'

export type { LineOptions } from './options.ts'

/** How long thinking is shown at the most; it ends with the answer. */
const SHOWN_SECONDS = 20

export function createLineAdapter(options: LineOptions): Adapter {
  let context: AdapterContext | undefined
  let listening: Listening | undefined
  let tokens: ReplyTokens | undefined
  let ownId: string | undefined
  const api = createApi(options)
  const buttons = createButtons(() => context)
  const webhook = createWebhook(options, () => listening)

  /** @throws {MascotError} `config-invalid` where waiting does not help */
  async function connect(given: AdapterContext): Promise<void> {
    try {
      const { basicId } = await api.get('/v2/bot/info')
      ownId = typeof basicId === 'string' ? basicId : undefined
      given.connected?.(true)
      given.log.info({}, 'connected to LINE')
    } catch (error) {
      const why = error instanceof Error ? error.message : 'it cannot be asked'
      if (error instanceof Refusal && isOperators(error.status))
        throw new MascotError('config-invalid', `LINE refuses to start: ${why}.`)
      given.log.error({}, `LINE does not answer yet: ${why}`)
      given.connected?.(false)
    }
  }

  return {
    platform: PLATFORM,
    abilities: { maxLength: MOST_LENGTH, markdown: 'none', buttons: true, cards: true, buttonLimits: limits },
    async start(given, signal) {
      context = given
      const kept = createReplyTokens(given.clock)
      tokens = kept
      await connect(given)
      listening = {
        context: given,
        people: createPeople(api, () => given.clock.now()),
        meantBy: (name) => buttons.meantBy(name),
        mayReply: (thread, token) => kept.keep(thread, token),
      }
      const hush = () => {
        listening = undefined
      }
      signal.addEventListener('abort', hush, { once: true })
    },
    async send(message) {
      if (message.kind !== 'text') throw new SendError('LINE has no such thing', { isPermanent: true })
      if (!tokens) throw new SendError('LINE is not connected yet', { isPermanent: false })
      return await sendTo({ api, buttons, tokens }, message)
    },
    async stop() {
      listening = undefined
      await webhook.idle()
    },
    async showTyping(thread) {
      const { kind, id } = placeOf(thread)
      if (kind !== 'user') return
      // It is said already, or the fan is not there: nothing is lost.
      await api.post('/v2/bot/chat/loading/start', { chatId: id, loadingSeconds: SHOWN_SECONDS }).catch(() => {})
    },
    privateLink: (payload) =>
      ownId === undefined
        ? undefined
        : `https://line.me/R/oaMessage/${encodeURIComponent(ownId)}/?${encodeURIComponent(`/start ${payload}`)}`,
    fetchFile: (attachment) => fetchFile(api, attachment, context?.fileFor),
    examine: () => examine(options),
    routes: () => webhook.routes,
  }
}
