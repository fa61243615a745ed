/** The bot once Discord has said who it is: each gateway event on its way to what is heard. */
import type { SessionInfo } from '@discordjs/ws'
import { type AdapterContext, type Face, type InboundMessage, parseThreadId, type ThreadEvent } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import type { InteractionTokens } from '../wire/interaction-tokens.ts'
import { isMessage, isRecord, records } from '../wire/payload.ts'
import { createPlaces } from '../wire/places.ts'
import type { Shards } from '../wire/shards.ts'
import { threadOf } from '../wire/thread.ts'
import { createAbsence } from './absence.ts'
import { createCatchUp, heardIn, pagesAfter } from './catch-up.ts'
import { createChannelQueues } from './channel-queues.ts'
import { type EventDeps, threadEvents } from './events.ts'
import { hearMessage } from './hear-message.ts'
import { createInSight } from './in-sight.ts'
import type { Reader } from './inbound.ts'
import { hearInteraction } from './interactions.ts'
import { type Awaited, createProgress, type Self } from './progress.ts'
import { createReactionSets } from './reaction-sets.ts'

export interface HearDeps {
  readonly api: Api
  readonly interactions: InteractionTokens
  readonly context: AdapterContext
  readonly self: Self
  /** The persona's now. */
  readonly face: () => Pick<Face, 'name' | 'commands'>
  readonly staffChannel?: string
  /** The last message heard in each channel that has a conversation. */
  readonly heard: Map<string, string>
  /** Where reading begins in the others. */
  readonly start: string
  /** Where it begins at the earliest in any. */
  readonly notBefore: string
  /** An earlier run has left how far it had read. */
  readonly isBack: boolean
  /** Channels that are read at once after an absence. If absent, 2,000. */
  readonly mostRead?: number
  /** Those of this process. */
  readonly shards: Shards
  /** Of an earlier run, to be resumed. */
  readonly sessions: readonly SessionInfo[]
  readonly signal: AbortSignal
}

export interface Hear {
  readonly botId: string
  /** @throws for an event that cannot be read; the gateway contains it */
  hear(shard: number, event: string, data: unknown, session: SessionInfo | undefined): void
  /** A shard lost its connection. */
  down(shard: number): void
  /** A send found the place gone. */
  gone(channelId: string, reason: string): void
  /** What was said after a message, oldest first. @throws what the API throws */
  since(channelId: string, messageId: string): Promise<readonly InboundMessage[]>
  /** After the signal: resolves when everything heard is durable or given up, and how far it was read is kept. */
  end(): Promise<void>
}

export function createHear(deps: HearDeps): Hear {
  const { api, context, self, heard, signal } = deps
  const { botId } = self
  const { clock, log } = context
  const places = createPlaces(api, botId)
  const progress = createProgress(deps.start, self, deps.shards, () => clock.now())
  const queues = createChannelQueues({ ...context, progress, signal })
  const reader = readerOf(deps, places)
  const inSight = createInSight()
  const catchUp = createCatchUp({ ...deps, api, queues, places, inSight, reader, heard, clock, log, signal })
  for (const session of deps.sessions) progress.began(session)
  const absence = createAbsence({ ...deps, botId, progress, places, catchUp, clock })
  const events: EventDeps = { reader, places, reactions: createReactionSets(), isKnown: (id) => heard.has(id) }
  const interacting = new Set<Promise<void>>()

  function tell(happened: readonly ThreadEvent[]): Promise<unknown> {
    const kept = happened.map((event) => {
      const [channelId = ''] = parseThreadId(event.threadId).parts
      return queues.queue(channelId, () => queues.keep({ messages: [], events: [event] }))
    })
    return Promise.all(kept)
  }

  function interact(data: unknown): Promise<unknown> {
    const work = hearInteraction(data, { ...deps, ...self, queues, places, reader, clock, log })
      .catch((error: unknown) => log.warn({ reason: failureOf(error).reason }, 'an interaction was lost'))
      .then(() => void interacting.delete(work))
    interacting.add(work)
    return work
  }

  /** Resolves when it is durable, or means nothing to us. @throws for an event that cannot be read */
  function take(shard: number, event: string, data: unknown, awaited?: Awaited): Promise<unknown> | undefined {
    switch (event) {
      case 'READY':
        absence.ready(shard, data)
        return undefined
      case 'RESUMED':
        absence.resumed(shard)
        return undefined
      case 'GUILD_CREATE':
        return tell(absence.server(shard, data))
      case 'GUILD_DELETE':
        absence.serverLeft(shard, isRecord(data) ? data.id : undefined)
        return tell(threadEvents(event, data, clock.now(), events))
      case 'GUILD_UPDATE':
        places.learnServer(data)
        return undefined
      case 'GUILD_ROLE_CREATE':
      case 'GUILD_ROLE_UPDATE':
        if (isRecord(data)) places.learnRole(data.guild_id, data.role)
        return undefined
      case 'THREAD_LIST_SYNC':
        for (const thread of isRecord(data) ? records(data.threads) : []) places.learn(thread)
        return undefined
      case 'MESSAGE_CREATE':
        if (!isMessage(data)) throw new TypeError('no message')
        return hearMessage(data, awaited, {
          ...deps,
          progress,
          queues,
          places,
          catchUp,
          absence,
          inSight,
          reader,
          clock,
          log,
        })
      case 'INTERACTION_CREATE':
        return interact(data)
      default:
        return tell(threadEvents(event, data, clock.now(), events))
    }
  }

  /** Shards that are not connected: their servers cannot be heard. */
  const away = new Set<number>()
  function isConnected(shard: number, isUp: boolean): void {
    if (isUp) away.delete(shard)
    else away.add(shard)
    context.connected?.(away.size === 0)
  }

  async function keepProgress(): Promise<void> {
    await context
      .receive({ messages: [], cursor: progress.cursor() })
      .catch((err: unknown) => log.warn({ err }, 'how far Discord was read could not be saved'))
  }

  return {
    botId,
    hear(shard, event, data, session) {
      if (event === 'READY' || event === 'RESUMED') isConnected(shard, true)
      if (event === 'READY' && session) {
        progress.began(session)
        void keepProgress()
      }
      const awaited = session && progress.event(session)
      let taken: Promise<unknown> | undefined
      try {
        taken = take(shard, event, data, awaited)
      } finally {
        // One that cannot be read is passed over for good.
        if (!taken) awaited?.done()
      }
      void taken?.then(() => {
        if (!signal.aborted) awaited?.done()
      })
    },
    down(shard) {
      isConnected(shard, false)
      absence.down(shard)
    },
    gone(channelId, reason) {
      inSight.lost(channelId)
      const event = { kind: 'closed', threadId: threadOf(channelId), reason, at: clock.now() } as const
      if (!signal.aborted) {
        void tell([event])
        return
      }
      // What is still sent after the adapter stopped listening has one try.
      context
        .receive({ messages: [], events: [event] })
        .catch((err: unknown) => log.warn({ err }, 'a closed place was not saved'))
    },
    async since(channelId, messageId) {
      const place = await places.find(channelId)
      const said: InboundMessage[] = []
      for await (const page of pagesAfter(api, channelId, messageId))
        said.push(...(await heardIn(page, place, { api, places, log, reader })))
      return said
    },
    async end() {
      await queues.idle()
      await Promise.all(interacting)
      await keepProgress()
    },
  }
}

function readerOf({ self: { botId }, face, staffChannel }: HearDeps, places: ReturnType<typeof createPlaces>): Reader {
  return {
    botId,
    get name() {
      return face().name
    },
    get commands() {
      return new Set(face().commands.map(({ name }) => name))
    },
    ...(staffChannel === undefined ? {} : { staffChannel }),
    placeOf: (id) => places.of(id),
    roleName: (guildId, roleId) => places.roleName(guildId, roleId),
    isOwnRole: (guildId, roleId) => places.isOwnRole(guildId, roleId),
  }
}
