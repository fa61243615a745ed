/** The gateway: every shard of this bot in one process, each connected again and again until the adapter stops. */
import { GatewayCloseCodes, GatewayIntentBits } from 'discord.js'
import { type AdapterLog, type Backoff, backoffMs, type Clock, MascotError, MINUTE_MS, SECOND_MS } from '#mascot'
import { openSocket, type Session, type SocketDeps, type SocketEnd } from './gateway-socket.ts'

/** Discord allows one identify a bucket in 5 s; a bucket is the shard's id modulo `max_concurrency`. */
const IDENTIFY_EVERY_MS = 5_000
const RETRY: Backoff = { firstMs: SECOND_MS, longestMs: MINUTE_MS }
/** After a refusal that only the operator can undo in the developer portal. */
const REFUSED_RETRY_MS = 5 * MINUTE_MS

/** The least that hears fans in servers and in private, and what they react. Only Message Content is privileged. */
export const intents =
  GatewayIntentBits.Guilds |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions |
  GatewayIntentBits.DirectMessages |
  GatewayIntentBits.DirectMessageReactions |
  GatewayIntentBits.MessageContent

export interface GatewayOptions {
  readonly url: string
  readonly token: string
  readonly shardCount: number
  readonly maxConcurrency: number
  readonly clock: Clock
  readonly log: AdapterLog
  /** Of an earlier run, by shard. */
  readonly sessions: readonly Session[]
  /** `session`: with the sequence number of this event. */
  readonly onDispatch: (shard: number, event: string, data: unknown, session: Session | undefined) => void
  /** The shard's session of an earlier run was resumed: nothing was missed. */
  readonly onReplayed: (shard: number) => void
  /** A ready shard lost its connection; a RESUMED or a READY follows. */
  readonly onDown: (shard: number) => void
}

export interface Gateway {
  /** Resolves when every shard is ready, or first could not connect and tries on. @throws {MascotError} `config-invalid` when Discord refuses the bot */
  open(): Promise<void>
  /** Resolves when no shard runs any more. */
  close(): Promise<void>
}

export function createGateway(options: GatewayOptions): Gateway {
  const closing = new AbortController()
  const waitToIdentify = createIdentifyQueue(options)
  let running: Promise<unknown> = Promise.resolve()
  return {
    async open() {
      const shards = Array.from({ length: options.shardCount }, (_, id) => {
        const ready = Promise.withResolvers<void>()
        return { ready, done: runShard(id, options, waitToIdentify, ready, closing.signal) }
      })
      running = Promise.all(shards.map(({ done }) => done))
      await Promise.all(shards.map(({ ready }) => ready.promise))
    },
    async close() {
      closing.abort()
      await running
    },
  }
}

/** `ready` resolves with the first readiness, or rejects when Discord refuses the bot before it. Never rejects itself. */
async function runShard(
  id: number,
  options: GatewayOptions,
  waitToIdentify: (shard: number, signal: AbortSignal) => Promise<void>,
  ready: PromiseWithResolvers<void>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, log } = options
  const replaying = new AbortController()
  await replay(id, options, AbortSignal.any([signal, replaying.signal]))
  let session: Session | undefined
  let failures = 0
  let isStarting = true
  const onDispatch: SocketDeps['onDispatch'] = (event, data, now) => {
    const isUp = event === 'READY' || event === 'RESUMED'
    if (isUp) log.info({ shard: id }, event === 'READY' ? 'connected' : 'connected again, nothing missed')
    try {
      options.onDispatch(id, event, data, now)
    } finally {
      if (isUp) {
        isStarting = false
        replaying.abort()
        ready.resolve()
      }
    }
  }
  while (!signal.aborted) {
    if (!session) await waitToIdentify(id, signal)
    const ended = await openSocket(socketOf(id, options, session, onDispatch), signal)
    if (signal.aborted) break
    if (ended.wasReady) options.onDown(id)
    session = canResume(ended) ? ended.session : undefined
    const refusal = refusalOf(ended.code)
    if (refusal && isStarting) {
      replaying.abort()
      ready.reject(refusal)
      return
    }
    if (refusal) log.error({ shard: id, code: ended.code }, `${refusal.message} Trying again in five minutes.`)
    else log.info({ shard: id, code: ended.code }, 'connection ended, connecting again')
    isStarting = false
    ready.resolve()
    failures = ended.wasReady ? 0 : failures + 1
    await clock.sleep(refusal ? REFUSED_RETRY_MS : waitBefore(ended, failures), signal)
  }
  ready.resolve()
}

/**
 * Resumes the session of an earlier run, if there is one: Discord sends what it missed. Resolves when that was sent, or
 * Discord has forgotten the session; the connection goes on hearing until the signal aborts it, when a new session, which
 * lists servers and channels afresh, has taken over. What both hear is a duplicate and ends in the inbox.
 */
async function replay(id: number, options: GatewayOptions, signal: AbortSignal): Promise<void> {
  const stored = options.sessions[id]
  if (!stored) return
  const done = Promise.withResolvers<void>()
  const onDispatch: SocketDeps['onDispatch'] = (event, data, now) => {
    if (event === 'READY') return
    if (event !== 'RESUMED') return options.onDispatch(id, event, data, now)
    options.log.info({ shard: id }, 'the last session was resumed, and what it missed was heard')
    options.onReplayed(id)
    done.resolve()
  }
  void openSocket(socketOf(id, options, { ...stored }, onDispatch), signal).then(() => done.resolve())
  await done.promise
}

function socketOf(
  id: number,
  options: GatewayOptions,
  session: Session | undefined,
  onDispatch: SocketDeps['onDispatch'],
): SocketDeps {
  const url = session?.resumeUrl ?? options.url
  return { ...options, intents, url, shard: [id, options.shardCount], session, onDispatch }
}

/** At once after a connection that had worked; then longer and longer, with a jitter so that shards do not return as one. */
function waitBefore({ waitMs }: SocketEnd, failures: number): number {
  if (failures === 0) return waitMs ?? 0
  return Math.max(waitMs ?? 0, backoffMs(failures, RETRY, Math.random()))
}

function canResume({ code }: SocketEnd): boolean {
  return (
    !refusalOf(code) &&
    code !== 1000 &&
    code !== GatewayCloseCodes.InvalidSeq &&
    code !== GatewayCloseCodes.SessionTimedOut
  )
}

/** Close codes after which connecting again the same way is pointless: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export function refusalOf(code: number): MascotError | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return wrongToken()
    case GatewayCloseCodes.DisallowedIntents:
      return new MascotError(
        'config-invalid',
        'Discord does not let the bot read messages: switch on "Message Content Intent" in the developer portal, under Bot → Privileged Gateway Intents.',
      )
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return new MascotError(
        'config-invalid',
        'DISCORD_SHARDS is too small for the number of servers the bot is in: set it to auto.',
      )
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.InvalidAPIVersion:
      return new MascotError(
        'config-invalid',
        `Discord no longer takes what this version sends (close code ${code}): update Mascot.`,
      )
    default:
      return undefined
  }
}

export function wrongToken(): MascotError {
  return new MascotError(
    'config-invalid',
    'Discord refuses DISCORD_BOT_TOKEN: copy the token anew from the developer portal, under Bot → Reset Token.',
  )
}

/** One identify at a time in each bucket, 5 s apart. */
function createIdentifyQueue({ clock, maxConcurrency }: GatewayOptions) {
  const buckets = new Map<number, Promise<void>>()
  const freeAt = new Map<number, number>()
  return (shard: number, signal: AbortSignal): Promise<void> => {
    const bucket = shard % Math.max(1, maxConcurrency)
    const turn = (buckets.get(bucket) ?? Promise.resolve()).then(async () => {
      const waitMs = (freeAt.get(bucket) ?? 0) - clock.now()
      if (waitMs > 0) await clock.sleep(waitMs, signal)
      freeAt.set(bucket, clock.now() + IDENTIFY_EVERY_MS)
    })
    buckets.set(bucket, turn)
    return turn
  }
}
