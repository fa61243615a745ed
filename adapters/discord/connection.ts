/** The connection: one line for all shards where this process is alone, else those that it holds; tried again until it stands. */
import { type AdapterContext, type Backoff, backoffMs, MascotError, MINUTE_MS } from '#mascot'
import { createHeldLines, type HeldLines } from './held-lines.ts'
import type { Hear, HearDeps } from './in/hear.ts'
import { createLine, type Line } from './line.ts'
import type { DiscordOptions } from './options.ts'
import type { Api } from './wire/api.ts'
import { failureOf, isUnauthorised } from './wire/errors.ts'
import { gatewayInfo } from './wire/gateway-info.ts'
import { isRecord } from './wire/payload.ts'
import { wrongToken } from './wire/refusals.ts'
import { shardsOf } from './wire/shards.ts'
import { isSnowflake } from './wire/snowflake.ts'
import { threadOf } from './wire/thread.ts'

const RETRY: Backoff = [1_000, 5_000, 15_000, MINUTE_MS]

export interface Connection {
  /** @throws {MascotError} `config-invalid` when Discord refuses the bot; while it is out of reach, tries on in the background */
  start(context: AdapterContext, signal: AbortSignal): Promise<void>
  stop(): Promise<void>
  /** Undefined before Discord has said who the bot is, and where another process hears it. */
  live(): Hear | undefined
  botId(): string | undefined
  /** A send found the place gone. */
  gone(channelId: string, reason: string): void
}

/** `face`: the persona's, now. */
export function createConnection(
  options: DiscordOptions,
  api: Api,
  interactions: HearDeps['interactions'],
  face: HearDeps['face'],
): Connection {
  const ending = new AbortController()
  let started: AdapterContext | undefined
  let line: Line | undefined
  let held: HeldLines | undefined
  let botId: string | undefined
  let running: Promise<void> = Promise.resolve()

  /** @throws {MascotError} when refused; whatever the API throws when Discord is out of reach */
  async function open(context: AdapterContext, signal: AbortSignal): Promise<void> {
    const deps = { options, api, context, interactions, face }
    const { among } = context
    if (!among) {
      line = createLine({ ...deps, signal, shards: (recommended) => shardsOf(options.shards, recommended) })
      return await line.open()
    }
    const info = gatewayInfo(await api('GET', '/gateway/bot'))
    const application = await api('GET', '/applications/@me')
    const bot = isRecord(application) && isRecord(application.bot) ? application.bot.id : undefined
    if (isSnowflake(bot)) botId = bot
    context.connected?.(true)
    held = createHeldLines(deps, among, RETRY)
    running = held.run(shardsOf(options.shards, info.shards), signal)
  }

  async function keepTrying(context: AdapterContext, signal: AbortSignal, first: unknown): Promise<void> {
    let error = first
    for (let attempt = 0; !signal.aborted; attempt++) {
      const { reason, retryAfterMs } = failureOf(error)
      context.log.error(
        { reason: error instanceof MascotError ? error.message : reason },
        'not connected to Discord yet, trying again',
      )
      context.connected?.(false)
      await context.clock.sleep(retryAfterMs ?? backoffMs(attempt + 1, RETRY), signal)
      if (signal.aborted) return
      try {
        return await open(context, signal)
      } catch (next) {
        error = next
      }
    }
  }

  const live = () => held?.live() ?? line?.live()
  return {
    async start(context, outer) {
      started = context
      const signal = AbortSignal.any([outer, ending.signal])
      try {
        await open(context, signal)
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof MascotError && error.code === 'config-invalid') throw error
        if (isUnauthorised(error)) throw wrongToken()
        const { isPermanent, reason } = failureOf(error)
        if (isPermanent) throw new MascotError('config-invalid', `Discord refuses to start the bot: ${reason}`)
        const retrying = keepTrying(context, signal, error)
        running = retrying
      }
    },
    async stop() {
      ending.abort()
      let last: Promise<void> | undefined
      while (last !== running) {
        last = running
        await last
      }
      await line?.end()
    },
    live,
    botId: () => live()?.botId ?? botId,
    gone(channelId, reason) {
      const here = live()
      if (here || !started) return here?.gone(channelId, reason)
      const { clock, log, receive } = started
      const event = { kind: 'closed', threadId: threadOf(channelId), reason, at: clock.now() } as const
      receive({ messages: [], events: [event] }).catch((err: unknown) =>
        log.warn({ err }, 'a closed place was not saved'),
      )
    },
  }
}
