/** The connection: asks where the gateway is, opens it, and hands every event on the way in. */
import type { SessionInfo } from '@discordjs/ws'
import { type AdapterContext, type Backoff, backoffMs, MascotError, MINUTE_MS } from '#mascot'
import { notBefore } from './in/catch-up.ts'
import { createHear, type Hear, type HearDeps } from './in/hear.ts'
import { readProgress, type Self } from './in/progress.ts'
import type { DiscordOptions } from './options.ts'
import type { Api } from './wire/api.ts'
import { failureOf, isUnauthorised } from './wire/errors.ts'
import { createGateway, type Gateway } from './wire/gateway.ts'
import { gatewayInfo } from './wire/gateway-info.ts'
import { isRecord } from './wire/payload.ts'
import { wrongToken } from './wire/refusals.ts'
import { shardsOf } from './wire/shards.ts'
import { isSnowflake, snowflakeAt } from './wire/snowflake.ts'
import { channelOf } from './wire/thread.ts'

const RETRY: Backoff = [1_000, 5_000, 15_000, MINUTE_MS]

export interface Connection {
  /** @throws {MascotError} `config-invalid` when Discord refuses the bot; while it is out of reach, tries on in the background */
  start(context: AdapterContext, signal: AbortSignal): Promise<void>
  stop(): Promise<void>
  /** Undefined before Discord has said who the bot is. */
  live(): Hear | undefined
}

/** `face`: the persona's, now. */
export function createConnection(
  options: DiscordOptions,
  api: Api,
  interactions: HearDeps['interactions'],
  face: HearDeps['face'],
): Connection {
  const ending = new AbortController()
  let gateway: Gateway | undefined
  let live: Hear | undefined
  let retrying: Promise<void> = Promise.resolve()

  /** @throws {MascotError} when refused; whatever the API throws when Discord is out of reach */
  async function open(context: AdapterContext, signal: AbortSignal): Promise<void> {
    const { clock, log } = context
    const ask = async () => gatewayInfo(await api('GET', '/gateway/bot'))
    const info = await ask()
    const shards = shardsOf(options.shards, info.shards)
    const stored = await readProgress(context.cursor, shards)
    // A first start reads nothing of before.
    const start = stored?.heard ?? snowflakeAt(clock.now())
    const heard = await heardBefore(context, start)
    const earliest = notBefore(stored?.at ?? clock.now(), clock.now())
    const begin = (self: Self, sessions: readonly SessionInfo[]) =>
      createHear({
        api,
        context,
        interactions,
        face,
        self,
        heard,
        start,
        notBefore: earliest,
        isBack: stored !== undefined,
        ...(options.mostRead === undefined ? {} : { mostRead: options.mostRead }),
        shards,
        sessions,
        signal,
        ...staffOf(options),
      })
    const sessions = stored?.sessions ?? []
    if (stored?.self) live = begin(stored.self, sessions)
    const opened = createGateway({
      info,
      ask,
      token: options.token,
      shards,
      sessions,
      clock,
      log,
      onDispatch(shard, event, data, session) {
        if (event === 'READY') {
          const self = selfOf(data)
          if (live?.botId !== self.botId) live = begin(self, [])
        }
        live?.hear(shard, event, data, session)
      },
      onDown: (shard) => live?.down(shard),
    })
    gateway = opened
    try {
      await opened.open()
    } catch (error) {
      await opened.close()
      throw error
    }
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

  return {
    async start(context, outer) {
      const signal = AbortSignal.any([outer, ending.signal])
      try {
        await open(context, signal)
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof MascotError && error.code === 'config-invalid') throw error
        if (isUnauthorised(error)) throw wrongToken()
        const { isPermanent, reason } = failureOf(error)
        if (isPermanent) throw new MascotError('config-invalid', `Discord refuses to start the bot: ${reason}`)
        retrying = keepTrying(context, signal, error)
      }
    },
    async stop() {
      ending.abort()
      await retrying
      await gateway?.close()
      await live?.end()
    },
    live: () => live,
  }
}

/** The last message heard in each thread with a conversation. */
async function heardBefore(context: AdapterContext, start: string): Promise<Map<string, string>> {
  const heard = new Map<string, string>()
  for (const { threadId, lastMessageId } of await context.threads()) {
    const channelId = channelOf(threadId)
    if (isSnowflake(channelId)) heard.set(channelId, isSnowflake(lastMessageId) ? lastMessageId : start)
  }
  return heard
}

function staffOf({ staffChannel }: DiscordOptions): Pick<HearDeps, 'staffChannel'> {
  return staffChannel === undefined ? {} : { staffChannel }
}

/** @throws {TypeError} for a READY that names nobody */
function selfOf(ready: unknown): Self {
  const user = isRecord(ready) && isRecord(ready.user) ? ready.user.id : undefined
  const application = isRecord(ready) && isRecord(ready.application) ? ready.application.id : user
  if (!isSnowflake(user) || !isSnowflake(application)) throw new TypeError('READY names no bot')
  return { botId: user, applicationId: application }
}
