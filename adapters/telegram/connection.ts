/** The connection: who we are, polling or webhook, and back. */
import type { UserFromGetMe } from 'grammy/types'
import { type AdapterContext, backoffMs, MascotError, type Route } from '#mascot'
import { createAdministrators } from './in/administrators.ts'
import { createHear } from './in/hear.ts'
import { createOwnChannels } from './in/own-channels.ts'
import type { TelegramOptions } from './options.ts'
import type { Report } from './out/tell.ts'
import type { RawApi } from './wire/api.ts'
import { allowedUpdates } from './wire/api.ts'
import { eventsOf } from './wire/door.ts'
import { knowsEphemeral } from './wire/ephemeral.ts'
import { type Failure, failureOf } from './wire/errors.ts'
import { poll } from './wire/poll.ts'
import { botName, type Presence } from './wire/presence.ts'
import { retry } from './wire/retry.ts'
import type { TopicMemory } from './wire/topic-memory.ts'
import { createWebhook, type Listening } from './wire/webhook.ts'

export interface Connection {
  routes(): readonly Route[]
  /** @throws {MascotError} `config-invalid` */
  start(context: AdapterContext, signal: AbortSignal): Promise<void>
  stop(): Promise<void>
  readonly report: Report
}

export function createConnection(
  options: TelegramOptions,
  api: RawApi,
  presence: Presence,
  topics: TopicMemory,
): Connection {
  const { token, webhook: hook, staffChat } = options
  const ending = new AbortController()
  let listening: Listening | undefined
  let running: Promise<void> = Promise.resolve()
  const webhook = hook && createWebhook(hook, () => listening)

  /** Who we are and where staff work; tells the server how to reach us. @throws what the client throws */
  async function connect(context: AdapterContext): Promise<UserFromGetMe> {
    const self = await api.getMe()
    presence.self = { id: self.id, username: self.username ?? '' }
    presence.canTellAlone = await knowsEphemeral(api, self.id)
    await findStaffChat(context)
    if (hook) await api.setWebhook({ url: hook.url, secret_token: hook.secret, allowed_updates: [...allowedUpdates] })
    else await takeWebhookAway(context)
    const { username, can_read_all_group_messages: hearsAll } = self
    context.log.info({ bot: username, by: hook ? 'webhook' : 'polling' }, 'connected to Telegram')
    context.connected?.(true)
    if (!hearsAll)
      context.log.info({}, 'privacy mode is on: in groups only mentions, replies and commands reach the bot')
    return self
  }

  /** Where it cannot be done, polling itself tells whether one is set. */
  async function takeWebhookAway({ log }: AdapterContext): Promise<void> {
    await api.deleteWebhook({}).catch((error: unknown) => {
      log.warn({ reason: failureOf(error, token).reason }, 'it is not known whether a webhook is set')
    })
  }

  async function findStaffChat(context: AdapterContext): Promise<void> {
    if (staffChat === undefined) return
    try {
      const chat = await api.getChat({ chat_id: staffChat })
      if (chat.type !== 'supergroup' || !chat.is_forum)
        context.log.warn({}, 'TELEGRAM_STAFF_CHAT is a group without topics: switch Topics on in its settings')
      presence.staffChatId = chat.id
    } catch (error) {
      const { reason, kind, movedTo } = failureOf(error, token)
      if (movedTo !== undefined) return staffMoved(context, movedTo)
      if (kind === 'unavailable' || kind === 'flood' || kind === 'token-refused') throw error
      context.log.error({ reason }, 'TELEGRAM_STAFF_CHAT cannot be reached, handoffs have no topics there')
    }
  }

  /** Switching Topics on makes a new supergroup of a group, with another id. */
  function staffMoved({ log }: AdapterContext, to: number): void {
    presence.staffChatId = to
    log.warn({ chat: to }, `the staff group has a new id: set TELEGRAM_STAFF_CHAT=${to}`)
  }

  /** Resolves when nothing more is fetched; at once where Telegram comes to us. */
  async function listen(context: AdapterContext, botId: number, signal: AbortSignal): Promise<void> {
    const hear = createHear({
      context,
      topics,
      around: () => presence.surroundings(),
      onMoved: (from, to) => {
        if (from === presence.staffChatId) staffMoved(context, to)
      },
      administrators: () =>
        createAdministrators(api, (error) => {
          context.log.warn({ reason: failureOf(error, token).reason }, 'it is not known who administers a group')
        }),
      ownChannels: createOwnChannels(api, context.clock, (error) => {
        context.log.warn({ reason: failureOf(error, token).reason }, 'it is not known whose channel writes in a group')
      }),
      answerPress: (queryId) => {
        api.answerCallbackQuery({ callback_query_id: queryId }).catch((error: unknown) => {
          context.log.debug({ reason: failureOf(error, token).reason }, 'a press was not answered')
        })
      },
    })
    const deps = { api, token, botId, context, hear }
    const name = botName(botId)
    if (hook) listening = { hear, receive: context.receive, log: context.log }
    // Whoever is called by Telegram holds nothing, and counts as one of those who send.
    const names = hook ? [] : [name]
    if (context.among) await context.among.each(name, names, (hold, held) => poll({ ...deps, hold }, held), signal)
    else if (!hook) await poll(deps, signal)
  }

  /** While Telegram is out of reach the rest of the program works on. */
  async function keepTrying(context: AdapterContext, signal: AbortSignal, first: Failure): Promise<void> {
    let failure = first
    for (let failures = 1; !signal.aborted; failures++) {
      context.log.error({ kind: failure.kind }, `not connected yet: ${failure.reason}`)
      context.connected?.(false)
      await context.clock.sleep(failure.retryAfterMs ?? backoffMs(failures, retry), signal)
      if (signal.aborted) return
      try {
        const { id } = await connect(context)
        return await listen(context, id, signal)
      } catch (error) {
        failure = failureOf(error, token)
      }
    }
  }

  return {
    routes: () => (webhook ? [webhook.route] : []),
    async start(context, outer) {
      presence.face = context.face
      presence.context = context
      const signal = AbortSignal.any([outer, ending.signal])
      try {
        const { id } = await connect(context)
        running = listen(context, id, signal)
      } catch (error) {
        const failure = failureOf(error, token)
        if (failure.kind === 'token-refused') throw new MascotError('config-invalid', failure.reason)
        if (failure.isPermanent)
          throw new MascotError(
            'config-invalid',
            `Telegram refuses to start, check TELEGRAM_WEBHOOK_URL: ${failure.reason}`,
          )
        running = keepTrying(context, signal, failure)
      }
    },
    async stop() {
      ending.abort()
      listening = undefined
      await Promise.all([running, webhook?.idle()])
    },
    async report(news) {
      const { context } = presence
      if (!context) return
      try {
        const events = 'isWholeChat' in news ? await eventsOf(news, context) : [news]
        await context.receive({ messages: [], events })
      } catch (err) {
        context.log.warn({ err, kind: news.kind }, 'what sending brought to light was not saved')
      }
    },
  }
}
