/** The connection: asks where the gateway is, opens it, and hands every event on the way in. */
import { type AdapterContext, type Backoff, backoffMs, MascotError, MINUTE_MS, SendError } from '#mascot'
import { notBefore } from './in/catch-up.ts'
import { createHear, type Hear, type HearDeps } from './in/hear.ts'
import { progressCursor, readProgress, type Self } from './in/progress.ts'
import type { DiscordOptions } from './options.ts'
import type { Api } from './wire/api.ts'
import { failureOf, isUnauthorised } from './wire/errors.ts'
import { createGateway, type Gateway, wrongToken } from './wire/gateway.ts'
import type { Session } from './wire/gateway-socket.ts'
import { isRecord } from './wire/payload.ts'
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

interface GatewayInfo {
  readonly url: string
  readonly shards: number
  readonly maxConcurrency: number
  /** When Discord allows no more new sessions today: the wait, in ms. */
  readonly waitMs: number
}

/** `face`: the persona's, now. */
export function createConnection(options: DiscordOptions, api: Api, face: HearDeps['face']): Connection {
  const ending = new AbortController()
  let gateway: Gateway | undefined
  let live: Hear | undefined
  let retrying: Promise<void> = Promise.resolve()

  /** @throws {MascotError} when refused; whatever the API throws when Discord is out of reach */
  async function open(context: AdapterContext, signal: AbortSignal): Promise<void> {
    const { clock, log } = context
    const info = gatewayInfo(await api('GET', '/gateway/bot'))
    if (info.waitMs > 0) {
      const why = 'Discord allows the bot no more new connections today'
      throw new SendError(why, { isPermanent: false, retryAfterMs: info.waitMs })
    }
    const shardCount = options.shards === 'auto' ? info.shards : options.shards
    const stored = readProgress(await context.cursor(progressCursor), shardCount)
    // A first start reads nothing of before.
    const start = stored?.heard ?? snowflakeAt(clock.now())
    const heard = await heardBefore(context, start)
    const earliest = notBefore(stored?.at ?? clock.now(), clock.now())
    const begin = (self: Self, sessions: readonly Session[]) =>
      createHear({
        api,
        context,
        face,
        self,
        heard,
        start,
        notBefore: earliest,
        isBack: stored !== undefined,
        shardCount,
        sessions,
        signal,
        ...staffOf(options),
      })
    if (stored?.self) live = begin(stored.self, stored.sessions)
    const opened = createGateway({
      ...info,
      token: options.token,
      shardCount,
      sessions: stored?.sessions ?? [],
      clock,
      log,
      onDispatch(shard, event, data, session) {
        if (event === 'READY') {
          const self = selfOf(data)
          if (live?.botId !== self.botId) live = begin(self, [])
        }
        live?.hear(shard, event, data, session)
      },
      onReplayed: (shard) => live?.replayed(shard),
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

/** @throws {Error} for an answer that names no gateway */
function gatewayInfo(answer: unknown): GatewayInfo {
  if (!isRecord(answer) || typeof answer.url !== 'string') throw new Error('no gateway')
  const limit = isRecord(answer.session_start_limit) ? answer.session_start_limit : {}
  return {
    url: answer.url,
    shards: typeof answer.shards === 'number' ? Math.max(1, answer.shards) : 1,
    maxConcurrency: typeof limit.max_concurrency === 'number' ? limit.max_concurrency : 1,
    waitMs: limit.remaining === 0 && typeof limit.reset_after === 'number' ? limit.reset_after : 0,
  }
}
