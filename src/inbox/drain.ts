/** Takes due conversations, has each turn decided, and settles it in one transaction. Conversations in parallel, each in strict order. */

import { randomUUID } from 'node:crypto'
import { type Backoff, backoffMs } from '../domain/backoff.ts'
import { MINUTE_MS } from '../domain/durations.ts'
import { type AccountId, type ConversationId, platformOf, type TurnId } from '../domain/ids.ts'
import { wordsOfOutgoing } from '../domain/message.ts'
import type { Turn } from '../domain/turn.ts'
import type { Log } from '../log.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Clock, Wake } from '../ports/clock.ts'
import type { Decide, Decided, DecideOptions } from '../ports/decide.ts'
import type { Claim, Inbox } from '../ports/inbox.ts'
import { createLeaseKeeper, type Lease, type LeaseKeeper } from './keep-leases.ts'
import { pictureOf } from './picture-of.ts'
import { type StormSigns, turnOf } from './turn-of.ts'

/** How long a conversation stays held by a process that was killed. */
const LEASE_MS = 5_000
/** Conversations thought about at the same time: nearly all of that time is spent waiting for a model. */
const PARALLEL = 250
/** Thinking that takes longer than this is shown; a quick answer needs no announcement. */
const TYPING_AFTER_MS = 1_000
/** Platforms let the sign fade after five seconds and more. */
const TYPING_EVERY_MS = 4_000
const RETRY: Backoff = [500, 2_000, 10_000, MINUTE_MS]
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
  /** Told after every turn. */
  readonly onDone?: () => void
  readonly clock: Clock
  /** The files of a fan, as what deletes them. If absent, there are none. */
  readonly filesOf?: (account: AccountId) => Promise<() => Promise<void>>
  readonly log: Log
}

export interface Drain {
  /** Runs until the signal aborts; resolves when the turns in hand are settled. */
  run(signal: AbortSignal): Promise<void>
}

export function createDrain(deps: DrainDeps): Drain {
  const { inbox, wake, clock, log, leaseMs = LEASE_MS } = deps
  const inHand = new Set<Promise<void>>()
  /** What goes on beside the turns. */
  const aside = new Set<Promise<void>>()
  /** The newest work on each conversation in hand. */
  const newest = new Map<ConversationId, Promise<void>>()

  async function take(leases: LeaseKeeper, signal: AbortSignal): Promise<number> {
    const limit = PARALLEL - inHand.size
    if (limit <= 0) return 0
    const claims = await inbox.claim({ now: clock.now(), leaseMs, limit })
    for (const claim of claims) {
      const { id } = claim.conversation
      const work = handleAfter(newest.get(id), claim, leases, signal).finally(() => {
        const wasFull = inHand.size >= PARALLEL
        inHand.delete(work)
        if (newest.get(id) === work) newest.delete(id)
        if (wasFull) wake.wake()
        deps.onDone?.()
      })
      inHand.add(work)
      newest.set(id, work)
    }
    return claims.length
  }

  /** A turn that settled may still be writing its short-term state, which the next one of its conversation reads. */
  async function handleAfter(
    before: Promise<void> | undefined,
    claim: Claim,
    leases: LeaseKeeper,
    signal: AbortSignal,
  ): Promise<void> {
    const lease = leases.hold(claim)
    try {
      await before
      await handle(claim, lease, signal)
    } finally {
      lease.end()
    }
  }

  function setAside(work: NonNullable<Decided['aside']>, signal: AbortSignal): void {
    const going = work(signal)
      .catch((err: unknown) => signal.aborted || log.warn({ err }, 'work beside the turns failed'))
      .then(() => void aside.delete(going))
    aside.add(going)
  }

  /** Never throws: whatever fails gives the claim back. */
  async function handle(claim: Claim, lease: Lease, signal: AbortSignal): Promise<void> {
    const key = claim.conversation.id
    const failed = claim.failures
    try {
      const decide = failed >= GIVE_UP_AFTER ? deps.giveUp : deps.decide
      const decided = await settleTurn(claim, decide, lease.signal, deps)
      if (decided?.aside) setAside(decided.aside, signal)
    } catch (error) {
      if (lease.isLost) return log.warn({ conversation: key }, 'lease lost, turn left to its new holder')
      const isStopping = signal.aborted
      if (!isStopping) {
        log.error({ conversation: key, err: error, failures: failed + 1 }, 'turn failed, will be tried again')
      }
      const waitMs = isStopping ? 0 : backoffMs(failed + 1, RETRY)
      await inbox
        .release(claim, clock.now() + waitMs)
        .catch((err: unknown) => log.error({ conversation: key, err }, 'claim not given back, it runs out by itself'))
    }
  }

  return {
    async run(signal) {
      const leases = createLeaseKeeper({ inbox, clock, log, leaseMs }, signal)
      while (!signal.aborted) {
        const taken = await take(leases, signal).catch((err: unknown) => {
          log.error({ err }, 'inbox cannot be read, trying again')
          return -1
        })
        const due = taken < 0 || inHand.size >= PARALLEL ? undefined : await inbox.nextDueAt().catch(() => undefined)
        await wake.rest(due === undefined ? IDLE_MS : Math.min(IDLE_MS, due - clock.now()), signal)
      }
      await Promise.all(inHand)
      await Promise.all(aside)
      await leases.stop()
    },
  }
}

/** Undefined where it was too late, and nothing was written. */
async function settleTurn(
  claim: Claim,
  decide: Decide,
  signal: AbortSignal,
  deps: DrainDeps,
): Promise<Decided | undefined> {
  const { inbox, clock, log } = deps
  const startedAt = clock.now()
  const id = randomUUID() as TurnId
  const turn = turnOf(claim.conversation, claim.unread, { burst: deps.burst(), storm: deps.storm, id, now: startedAt })
  const typing = typingFor(turn, deps)
  const decided = await decide(turn, optionsOf(turn, signal, typing.begin, deps)).finally(typing.end)
  signal.throwIfAborted()
  const rows = turn.messages.map((message) => message.row)
  const forgetFiles = await filesToForget(decided, deps)
  const isSettled = await inbox.settle(claim, { id, rows }, decided.effects, clock.now())
  if (!isSettled) {
    log.warn({ conversation: claim.conversation.id }, 'settled too late, nothing written')
    return undefined
  }
  logDecision(turn, decided, clock.now() - startedAt, log)
  await forgetFiles?.().catch((err: unknown) => log.error({ err }, 'the files of a forgotten fan were not deleted'))
  await decided.afterSettle().catch((err: unknown) => log.warn({ err }, 'short-term state not written'))
  return decided
}

/** Looked up before the fan's messages are gone. */
async function filesToForget({ effects }: Decided, { filesOf }: DrainDeps): Promise<(() => Promise<void>) | undefined> {
  return effects.forget === undefined ? undefined : await filesOf?.(effects.forget)
}

function optionsOf(turn: Turn, signal: AbortSignal, onSpeaking: () => void, deps: DrainDeps): DecideOptions {
  const adapter = adapterFor(turn, deps)
  if (!adapter) return { signal }
  return {
    signal,
    abilities: adapter.abilities,
    privateLink: (payload) => adapter.privateLink?.(payload),
    tellsAlone: (message) => adapter.tellsAlone?.(message) ?? false,
    pictureOf: (attachment) => pictureOf(attachment, adapter),
    onSpeaking,
  }
}

function adapterFor({ conversation: { threadId } }: Turn, { adapterOf }: DrainDeps): Adapter | undefined {
  return adapterOf(platformOf(threadId))
}

/** The sign of somebody typing, once the thinking takes long, and for as long as it does. */
function typingFor(turn: Turn, deps: DrainDeps) {
  const { clock, log } = deps
  const done = new AbortController()
  async function show(): Promise<void> {
    const adapter = adapterFor(turn, deps)
    if (!adapter?.showTyping) return
    for (let waitMs = TYPING_AFTER_MS; ; waitMs = TYPING_EVERY_MS) {
      await clock.sleep(waitMs, done.signal)
      if (done.signal.aborted) return
      await adapter
        .showTyping(turn.conversation.threadId)
        .catch((err: unknown) => log.debug({ err }, 'typing not shown'))
    }
  }
  return {
    begin: () => void show(),
    end: () => done.abort('done'),
  }
}

/** One line per decision; what was said only at debug. */
function logDecision(turn: Turn, { effects: { decision, outbox }, spent }: Decided, ms: number, log: Log): void {
  const { kind, reason, flags } = decision
  log.info(
    { thread: turn.conversation.threadId, decision: kind, reason, flags, messages: turn.messages.length, spent, ms },
    'decided',
  )
  if (!log.isLevelEnabled('debug')) return
  log.debug(
    {
      thread: turn.conversation.threadId,
      heard: turn.messages.map((message) => message.text),
      said: outbox.map(wordsOfOutgoing),
    },
    'words',
  )
}
