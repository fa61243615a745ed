/** Some shards of the bot with all that is heard on them: where the gateway is, what an earlier run has left, and every event on its way in. */
import type { SessionInfo } from '@discordjs/ws'
import type { AdapterContext } from '#mascot'
import { notBefore } from './in/catch-up.ts'
import { createHear, type Hear, type HearDeps } from './in/hear.ts'
import { readProgress, type Self } from './in/progress.ts'
import type { DiscordOptions } from './options.ts'
import type { Api } from './wire/api.ts'
import { isToldOfMembers } from './wire/examine.ts'
import { createGateway, type Gateway } from './wire/gateway.ts'
import { gatewayInfo } from './wire/gateway-info.ts'
import { isRecord } from './wire/payload.ts'
import type { Shards } from './wire/shards.ts'
import { isSnowflake, snowflakeAt } from './wire/snowflake.ts'
import { channelOf } from './wire/thread.ts'

export interface LineDeps extends Pick<HearDeps, 'interactions' | 'face'> {
  readonly options: DiscordOptions
  readonly api: Api
  readonly context: AdapterContext
  /** By how many shards Discord recommends. */
  readonly shards: (recommended: number) => Shards
  readonly signal: AbortSignal
}

export interface Line {
  /** @throws {MascotError} when refused; whatever the API throws when Discord is out of reach */
  open(): Promise<void>
  /** Undefined before Discord has said who the bot is. */
  live(): Hear | undefined
  /** After the signal: resolves when nothing more is heard, and how far it was read is kept. */
  end(): Promise<void>
}

export function createLine({ options, api, context, interactions, face, signal, ...deps }: LineDeps): Line {
  const { clock, log, among } = context
  let gateway: Gateway | undefined
  let live: Hear | undefined

  return {
    async open() {
      const ask = async () => gatewayInfo(await api('GET', '/gateway/bot'))
      const info = await ask()
      const shards = deps.shards(info.shards)
      const stored = await readProgress(context.cursor, shards)
      // A first start reads nothing of before.
      const start = stored?.heard ?? snowflakeAt(clock.now())
      const heard = await heardBefore(context, start)
      const earliest = notBefore(stored?.at ?? clock.now(), clock.now())
      const begin = (self: Self, sessions: readonly SessionInfo[]) =>
        createHear({
          ...{ api, context, interactions, face, self, heard, start, shards, sessions, signal },
          notBefore: earliest,
          isBack: stored !== undefined,
          ...(options.mostRead === undefined ? {} : { mostRead: options.mostRead }),
          ...staffOf(options),
        })
      const sessions = stored?.sessions ?? []
      if (stored?.self) live = begin(stored.self, sessions)
      const opened = createGateway({
        ...{ info, ask, shards, sessions, clock, log },
        ...(among ? { among } : {}),
        token: options.token,
        isToldOfMembers: await isToldOfMembers(api),
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
    },
    live: () => live,
    async end() {
      await gateway?.close()
      await live?.end()
    },
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
