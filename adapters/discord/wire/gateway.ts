/** The gateway: every shard of this process, each connected again and again until the adapter stops. */
import { Encoding, type IContextFetchingStrategy, type SessionInfo, WebSocketShardEvents } from '@discordjs/ws'
import { GatewayCloseCodes, GatewayIntentBits } from 'discord.js'
import {
  type AdapterLog,
  type AmongProcesses,
  type Backoff,
  backoffMs,
  type Clock,
  MINUTE_MS,
  SECOND_MS,
} from '#mascot'
import type { GatewayInfo } from './gateway-info.ts'
import { createIdentify, type Identify } from './identify.ts'
import { refusalOf } from './refusals.ts'
import { CLOSE_AND_RESUME, Shard, type ShardEnd } from './shard.ts'
import type { Shards } from './shards.ts'

const RETRY: Backoff = { firstMs: SECOND_MS, longestMs: MINUTE_MS }
/** After a refusal that only the operator can undo in the developer portal. */
const REFUSED_RETRY_MS = 5 * MINUTE_MS
/** The SDK waits for HELLO and READY, and for ever for the answer to RESUME. */
const RESUME_TIMEOUT_MS = 30 * SECOND_MS
/** A connection that ends sooner was of little use. */
const STEADY_MS = 30 * SECOND_MS
/** So many of those in a row are taken for chance; then they count as failures. */
const SHORT_LIVES = 3
/** After so many tries to reach the place where to resume, the gateway's own address is tried. */
const TRIES_ELSEWHERE = 2

/** The least that hears fans in servers and in private, and what they react. Only Message Content is privileged. */
export const intents =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.DirectMessages |
  GatewayIntentBits.DirectMessageReactions |
  GatewayIntentBits.MessageContent

/** Only where the operator has switched it on: Discord closes the door on who asks for it without. */
const tellsOfMembers = GatewayIntentBits.GuildMembers

export interface GatewayOptions {
  readonly info: GatewayInfo
  /** Asks where the gateway is once more. @throws when Discord cannot be asked */
  readonly ask: () => Promise<GatewayInfo>
  readonly token: string
  /** Discord tells who leaves a server. */
  readonly isToldOfMembers: boolean
  /** Those of this process. */
  readonly shards: Shards
  readonly clock: Clock
  readonly log: AdapterLog
  /** Other processes begin sessions of the bot, too. If absent, none does. */
  readonly among?: Pick<AmongProcesses, 'turn'>
  /** Of an earlier run, with the last event of each that was durable. */
  readonly sessions: readonly SessionInfo[]
  /** `session`: with the sequence number of this event. What it throws is logged and goes no further. */
  readonly onDispatch: (shard: number, event: string, data: unknown, session: SessionInfo | undefined) => void
  /** A ready shard lost its connection; a RESUMED or a READY follows. */
  readonly onDown: (shard: number) => void
}

export interface Gateway {
  /** Resolves when every shard is ready, or first could not connect and tries on. @throws {MascotError} `config-invalid` when Discord refuses the bot */
  open(): Promise<void>
  /** Resolves when no shard runs any more; its sessions stay for the next run. */
  close(): Promise<void>
}

export function createGateway(options: GatewayOptions): Gateway {
  const closing = new AbortController()
  const identify = createIdentify(options)
  let running: Promise<unknown> = Promise.resolve()
  return {
    async open() {
      const begun = options.shards.ids.map((id) => {
        const ready = Promise.withResolvers<void>()
        const done = runShard(id, options, identify, ready, closing.signal).catch(ready.reject)
        return { ready, done }
      })
      running = Promise.all(begun.map(({ done }) => done))
      await Promise.all(begun.map(({ ready }) => ready.promise))
    },
    async close() {
      closing.abort()
      await running
    },
  }
}

/** `ready` resolves with the first readiness, or rejects when Discord refuses the bot before it. */
async function runShard(
  id: number,
  options: GatewayOptions,
  identify: Identify,
  ready: PromiseWithResolvers<void>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log } = options
  let session = options.sessions.find(({ shardId }) => shardId === id)
  let failures = 0
  let shortLives = 0
  let isStarting = true
  let { isToldOfMembers } = options
  const begun = () => {
    isStarting = false
    ready.resolve()
  }
  while (!signal.aborted) {
    if (!session) await identify.whenAllowed(signal, begun)
    if (signal.aborted) break
    const since = clock.now()
    const ended = await runConnection({ ...options, isToldOfMembers, id, identify, session, begun, signal })
    if (isToldOfMembers && ended.code === GatewayCloseCodes.DisallowedIntents) {
      // Switched off since it was asked for: all else is still heard.
      isToldOfMembers = false
      continue
    }
    const isForgotten = session !== undefined && ended.session === undefined
    session = ended.session
    if (signal.aborted) break
    if (ended.wasReady) options.onDown(id)
    const refusal = refusalOf(ended.code)
    if (refusal && isStarting) {
      ready.reject(refusal)
      return
    }
    if (refusal) log.error({ shard: id, code: ended.code }, `${refusal.message} Trying again in five minutes.`)
    else log.info({ shard: id, code: ended.code }, 'connection ended, connecting again')
    // Where the session of the run before is not known any more, the start waits for the new one.
    if (!isForgotten) begun()
    shortLives = ended.wasReady && clock.now() - since < STEADY_MS ? shortLives + 1 : 0
    failures = ended.wasReady && shortLives <= SHORT_LIVES ? 0 : failures + 1
    if (session && failures >= TRIES_ELSEWHERE) session = { ...session, resumeURL: options.info.url }
    await clock.sleep(refusal ? REFUSED_RETRY_MS : waitBefore(failures), signal)
  }
  ready.resolve()
}

interface ConnectionDeps extends GatewayOptions {
  readonly id: number
  readonly identify: Identify
  readonly session: SessionInfo | undefined
  readonly begun: () => void
  readonly signal: AbortSignal
}

interface ConnectionEnd extends ShardEnd {
  readonly wasReady: boolean
  /** Absent: the next connection identifies afresh. */
  readonly session?: SessionInfo
}

/** Resolves when the connection has ended, or the signal ended it. */
async function runConnection(deps: ConnectionDeps): Promise<ConnectionEnd> {
  const { id, clock, log, begun, signal } = deps
  const life = new AbortController()
  // The SDK keeps the session here, as it was heard; what is durable of it is another number, and the store's.
  let session = deps.session
  let isReady = false
  const warn = (error: unknown) => {
    // The event's own words stay out of the log.
    const why = error instanceof Error ? error.name : 'unknown'
    log.warn({ shard: id, why }, 'a gateway event could not be read and was passed over')
  }
  const context = contextOf(deps, {
    read: () => session,
    write: (next) => {
      session = next
    },
  })
  const shard = new Shard({ context, id, onUnreadable: warn })
  shard.on(WebSocketShardEvents.Dispatch, ({ data: { t: event, d, s } }) => {
    // By now the next run hears it.
    if (signal.aborted) return
    const isUp = event === 'READY' || event === 'RESUMED'
    if (isUp) isReady = true
    if (isUp) log.info({ shard: id }, event === 'READY' ? 'connected' : 'connected again, nothing missed')
    try {
      deps.onDispatch(id, event, d, session && { ...session, sequence: typeof s === 'number' ? s : session.sequence })
    } catch (error) {
      warn(error)
    }
    if (isUp) begun()
  })
  const leave = () => void shard.destroy({ code: CLOSE_AND_RESUME })
  signal.addEventListener('abort', leave, { once: true })
  if (session) void giveUpResume()
  async function giveUpResume(): Promise<void> {
    const heard = session?.sequence
    await clock.sleep(RESUME_TIMEOUT_MS, life.signal)
    // What was missed is then read over REST.
    if (!life.signal.aborted && !isReady && session?.sequence === heard) await shard.destroy({ code: CLOSE_AND_RESUME })
  }
  const end = await shard.run()
  life.abort()
  signal.removeEventListener('abort', leave)
  return { ...end, wasReady: isReady, ...(session && (end.keepsSession || signal.aborted) ? { session } : {}) }
}

function contextOf(
  { info, token, isToldOfMembers, shards: { count: shardCount }, identify }: ConnectionDeps,
  session: { read(): SessionInfo | undefined; write(next: SessionInfo): void },
): IContextFetchingStrategy {
  return {
    options: {
      token,
      intents: isToldOfMembers ? intents | tellsOfMembers : intents,
      shardCount,
      gatewayInformation: { url: info.url, shards: shardCount, session_start_limit: noLimit },
      version: '10',
      encoding: Encoding.JSON,
      compression: null,
      identifyProperties: { os: process.platform, browser: 'mascot', device: 'mascot' },
      initialPresence: null,
      largeThreshold: null,
      // A handshake has ended before HELLO is given up: the SDK drops a socket that is still connecting without closing it.
      handshakeTimeout: 15 * SECOND_MS,
      helloTimeout: 20 * SECOND_MS,
      readyTimeout: 30 * SECOND_MS,
    },
    retrieveSessionInfo: () => session.read() ?? null,
    // Told to forget it with every connection that ends; whether it is, is decided by how it ended.
    updateSessionInfo: (_, next) => void (next && session.write(next)),
    waitForIdentify: (shard, aborted) => identify.turn(shard, aborted),
  }
}

/** Kept to by `identify.ts`. */
const noLimit = { total: 1, remaining: 1, reset_after: 0, max_concurrency: 1 }

/** At once after a connection that had worked; then longer and longer, with a jitter so that shards do not return as one. */
function waitBefore(failures: number): number {
  return failures === 0 ? 0 : backoffMs(failures, RETRY, Math.random())
}
