/** Takes due conversations, has each turn decided, and settles it in one transaction. Conversations in parallel, each in strict order. */
import { randomUUID } from 'node:crypto'
import type { ConversationId, TurnId } from '../domain/ids.ts'
import type { Turn } from '../domain/turn.ts'
import type { Log } from '../log.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Clock, Wake } from '../ports/clock.ts'
import type { Decide, DecideOptions } from '../ports/decide.ts'
import type { Claim, Inbox } from '../ports/store.ts'
import { type StormSigns, turnOf } from './turn-of.ts'

/** How long a conversation stays held by a process that was killed. */
const LEASE_MS = 5_000
/** Conversations thought about at the same time. */
const PARALLEL = 32
const RETRY_MS = [500, 2_000, 10_000, 60_000] as const
/** Failures in a row after which the fan gets the persona's honest line and the message counts as read. */
const GIVE_UP_AFTER = 4
/** Longest rest without looking: a wake from another process may be missed. */
const IDLE_MS = 5_000

export interface DrainDeps {
  readonly inbox: Inbox
  readonly decide: Decide
  /** What is decided for a turn that keeps failing: the persona's honest line, if it can be said. */
  readonly giveUp: Decide
  readonly burst: () => 'together' | 'each'
  readonly storm: StormSigns
  /** In ms; renewed at a third of it while a turn is thought about. */
  readonly leaseMs?: number
  readonly adapterOf: (platform: string) => Adapter | undefined
  readonly wake: Wake
  readonly clock: Clock
  readonly log: Log
}

export interface Drain {
  /** Runs until the signal aborts; resolves when the turns in hand are settled. */
  run(signal: AbortSignal): Promise<void>
}

export function createDrain(deps: DrainDeps): Drain {
  const { inbox, wake, clock, log, leaseMs = LEASE_MS } = deps
  const inHand = new Set<Promise<void>>()
  /** The newest work on each conversation in hand. */
  const newest = new Map<ConversationId, Promise<void>>()

  async function take(signal: AbortSignal): Promise<number> {
    const limit = PARALLEL - inHand.size
    if (limit <= 0) return 0
    const claims = await inbox.claim({ now: clock.now(), leaseMs, limit })
    for (const claim of claims) {
      const { id } = claim.conversation
      const work = handleAfter(newest.get(id), claim, signal).finally(() => {
        inHand.delete(work)
        if (newest.get(id) === work) newest.delete(id)
        wake.wake()
      })
      inHand.add(work)
      newest.set(id, work)
    }
    return claims.length
  }

  /** A turn that settled may still be writing its short-term state, which the next one of its conversation reads. */
  async function handleAfter(before: Promise<void> | undefined, claim: Claim, signal: AbortSignal): Promise<void> {
    await before
    await handle(claim, signal)
  }

  /** Never throws: whatever fails gives the claim back. */
  async function handle(claim: Claim, signal: AbortSignal): Promise<void> {
    const key = claim.conversation.id
    const failed = claim.failures
    await using lease = holdLease(claim, deps, signal)
    try {
      await settleTurn(claim, failed >= GIVE_UP_AFTER ? deps.giveUp : deps.decide, lease.signal, deps)
    } catch (error) {
      if (lease.isLost) return log.warn({ conversation: key }, 'lease lost, turn left to its new holder')
      const isStopping = signal.aborted
      if (!isStopping) {
        log.error({ conversation: key, err: error, failures: failed + 1 }, 'turn failed, will be tried again')
      }
      const waitMs = isStopping ? 0 : (RETRY_MS[Math.min(failed, RETRY_MS.length - 1)] ?? 0)
      await inbox
        .release(claim, clock.now() + waitMs)
        .catch((err: unknown) => log.error({ conversation: key, err }, 'claim not given back, it runs out by itself'))
    }
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        const taken = await take(signal).catch((err: unknown) => {
          log.error({ err }, 'inbox cannot be read, trying again')
          return -1
        })
        if (taken > 0) continue
        const due = taken < 0 || inHand.size >= PARALLEL ? undefined : await inbox.nextDueAt().catch(() => undefined)
        await wake.rest(due === undefined ? IDLE_MS : Math.min(IDLE_MS, due - clock.now()), signal)
      }
      await Promise.all(inHand)
    },
  }
}

async function settleTurn(claim: Claim, decide: Decide, signal: AbortSignal, deps: DrainDeps): Promise<void> {
  const { inbox, clock, log } = deps
  const startedAt = clock.now()
  const id = randomUUID() as TurnId
  const turn = turnOf(claim.conversation, claim.unread, { burst: deps.burst(), storm: deps.storm, id, now: startedAt })
  const decided = await decide(turn, optionsOf(turn, signal, deps))
  signal.throwIfAborted()
  const rows = turn.messages.map((message) => message.row)
  const isSettled = await inbox.settle(claim, { id, rows }, decided.effects, clock.now())
  if (!isSettled) return log.warn({ conversation: claim.conversation.id }, 'settled too late, nothing written')
  logDecision(turn, decided.effects, clock.now() - startedAt, log)
  await decided.afterSettle().catch((err: unknown) => log.warn({ err }, 'short-term state not written'))
}

function optionsOf(turn: Turn, signal: AbortSignal, { adapterOf, log }: DrainDeps): DecideOptions {
  const { threadId } = turn.conversation
  const adapter = adapterOf(threadId.slice(0, threadId.indexOf(':')))
  if (!adapter) return { signal }
  return {
    signal,
    abilities: adapter.abilities,
    privateLink: (payload) => adapter.privateLink?.(payload),
    onSpeaking() {
      adapter.showTyping?.(threadId).catch((err: unknown) => log.debug({ err }, 'typing not shown'))
    },
  }
}

/** One line per decision; what was said only at debug. */
function logDecision(
  turn: Turn,
  { decision, outbox }: Awaited<ReturnType<Decide>>['effects'],
  ms: number,
  log: Log,
): void {
  const { kind, reason, flags } = decision
  log.info(
    { thread: turn.conversation.threadId, decision: kind, reason, flags, messages: turn.messages.length, ms },
    'decided',
  )
  log.debug(
    {
      thread: turn.conversation.threadId,
      heard: turn.messages.map((message) => message.text),
      said: outbox.map((out) => (out.kind === 'text' ? out.text : out.emoji)),
    },
    'words',
  )
}

/** Renews the lease at a third of its length while the turn is thought about; aborts the work when it is lost. */
function holdLease(claim: Claim, { inbox, clock, log, leaseMs = LEASE_MS }: DrainDeps, outer: AbortSignal) {
  const done = new AbortController()
  const lost = new AbortController()
  const renewing = (async () => {
    for (;;) {
      await clock.sleep(leaseMs / 3, done.signal)
      if (done.signal.aborted) return
      const isHeld = await inbox.renew(claim, { now: clock.now(), leaseMs }).catch((err: unknown) => {
        log.warn({ err }, 'lease not renewed')
        return true
      })
      if (!isHeld) return lost.abort(new Error('lease lost'))
    }
  })()
  return {
    signal: AbortSignal.any([outer, lost.signal]),
    get isLost() {
      return lost.signal.aborted
    },
    async [Symbol.asyncDispose]() {
      done.abort()
      await renewing
    },
  }
}
