/** Takes due conversations, has each turn decided, and settles it in one transaction. Conversations in parallel, each in strict order. */

import { randomUUID } from 'node:crypto'
import { type Backoff, backoffMs } from '../domain/backoff.ts'
import { MINUTE_MS } from '../domain/durations.ts'
import type { AccountId, ConversationId, ThreadId, TurnId } from '../domain/ids.ts'
import { wordsOfOutgoing } from '../domain/message.ts'
import type { Turn } from '../domain/turn.ts'
import { MascotError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Adapter } from '../ports/adapter.ts'
import type { Clock, Wake } from '../ports/clock.ts'
import type { Decide, Decided, DecideOptions } from '../ports/decide.ts'
import type { Claim, HandedOver, Inbox, SentOn } from '../ports/inbox.ts'
import { createLeaseKeeper, type Lease, type LeaseKeeper } from './keep-leases.ts'
import { createModelLane, createThinkingLane } from './lanes.ts'
import { type IsOverheard, overheardIn } from './overheard.ts'
import { createPace } from './pace.ts'
import { type StormSigns, turnOf } from './turn-of.ts'
import { optionsOf, patienceOf, typingFor } from './turn-options.ts'

/** How long a conversation stays held by a process that was killed. */
const LEASE_MS = 5_000
/** Turns thought about at the same time, those not counted that wait for a model. */
const PARALLEL = 250
/** Claimed at once: what weighs more and comes meanwhile is among the next. */
const CLAIMED_AT_ONCE = 64
/** Besides, where more wait: those who have just written, who would else wait for all who came before. */
const NEWEST_AT_ONCE = 8
/** With fewer in hand, what is due is handed over by whoever heard it; with more, it is claimed in its order, many at once. */
const CALM = 8
/** How often it is looked whether all is heard that was offered. */
const BESIDE_INTAKE_MS = 25
const RETRY: Backoff = [500, 2_000, 10_000, MINUTE_MS]
/** Failures in a row after which the fan gets the persona's honest line and the message counts as read. */
const GIVE_UP_AFTER = 4
/** Failures in a row after which not even that could be written: the messages are put aside, and the conversation goes on. */
const SET_ASIDE_AFTER = 7
/** Of a database that cannot be used, before the turn is tried again: nobody's failure. */
const DATABASE_WAIT_MS = 2_000
/** Longest rest without looking: a wake from another process may be missed. */
const IDLE_MS = 5_000

export interface DrainDeps {
  readonly inbox: Inbox
  readonly decide: Decide
  /** What is decided for a turn that keeps failing: the persona's honest line, if it can be said. */
  readonly giveUp: Decide
  readonly burst: () => 'together' | 'each'
  readonly storm: StormSigns
  readonly isOverheard: IsOverheard
  /** More is to be heard than was handed over, and comes first. If absent, never. */
  readonly isIntakeFull?: () => boolean
  /** How many ask a model at once, and how many wait behind them. */
  readonly modelLane?: Parameters<typeof createModelLane>[0]
  /** In ms; renewed at a third of it while a turn is thought about. */
  readonly leaseMs?: number
  readonly adapterOf: (platform: string) => Adapter | undefined
  /** A place for a reply among those being sent, if there is one. If absent, replies wait to be found. */
  readonly placeToSend?: (thread: ThreadId) => PlaceToSend | undefined
  readonly wake: Wake
  /** Told after every turn. */
  readonly onDone?: () => void
  readonly clock: Clock
  /** The files of a fan, as what deletes them. If absent, there are none. */
  readonly filesOf?: (account: AccountId) => Promise<() => Promise<void>>
  readonly log: Log
}

/** Kept for a reply that is about to be settled. */
export interface PlaceToSend extends SentOn {
  /** Settled, or not: the place is another's, unless a reply took it. */
  leave(): void
}

/** A claim in hand, and the way out of the lane of those that think. */
interface Taken {
  readonly claim: Claim
  readonly lease: Lease
  readonly waiting: NonNullable<DecideOptions['waiting']>
}

export interface Drain {
  /** Runs until the signal aborts; resolves when the turns in hand are settled. */
  run(signal: AbortSignal): Promise<void>
  /** Takes over what whoever hears has made due. */
  readonly handOver: HandedOver
}

export function createDrain(deps: DrainDeps): Drain {
  const { inbox, wake, clock, log, leaseMs = LEASE_MS } = deps
  const inHand = new Set<Promise<void>>()
  /** What goes on beside the turns. */
  const aside = new Set<Promise<void>>()
  /** The newest work on each conversation in hand. */
  const newest = new Map<ConversationId, Promise<void>>()

  const thinking = createThinkingLane(PARALLEL, () => wake.wake())
  const models = createModelLane(deps.modelLane)
  const pace = createPace(clock)

  /** While it runs. */
  let running: { readonly leases: LeaseKeeper; readonly signal: AbortSignal } | undefined

  async function take(leases: LeaseKeeper, signal: AbortSignal): Promise<number> {
    const free = thinking.free()
    const newest = Math.min(NEWEST_AT_ONCE, Math.floor(free / 8))
    const limit = Math.min(free - newest, CLAIMED_AT_ONCE)
    // What is being heard belongs to the turns that are to be made: begun now, they would be more and smaller ones.
    if (limit <= 0 || deps.isIntakeFull?.()) return 0
    await leases.renewLate()
    const claims = await inbox.claim({ now: clock.now(), leaseMs, limit, newest })
    const held = claims.map((claim) => ({ claim, lease: leases.hold(claim) }))
    for (const { claim, lease } of held) {
      begin(claim, lease, signal)
      if (!signal.aborted) await pace.begun()
    }
    return claims.length
  }

  function begin(claim: Claim, lease: Lease, signal: AbortSignal): void {
    const { id } = claim.conversation
    const place = thinking.take()
    const waiting = async <T>(ask: () => Promise<T>, turn: AbortSignal): Promise<T> => {
      place.leave()
      return await models.run(ask, turn)
    }
    const work = handleAfter(newest.get(id), { claim, lease, waiting }, signal).finally(() => {
      place.leave()
      inHand.delete(work)
      if (newest.get(id) === work) newest.delete(id)
      deps.onDone?.()
    })
    inHand.add(work)
    newest.set(id, work)
  }

  /** A turn that settled may still be writing its short-term state, which the next one of its conversation reads. */
  async function handleAfter(before: Promise<void> | undefined, taken: Taken, signal: AbortSignal): Promise<void> {
    try {
      await before
      await handle(taken, signal)
    } finally {
      taken.lease.end()
    }
  }

  function setAside(work: NonNullable<Decided['aside']>, signal: AbortSignal): void {
    const going = work(signal)
      .catch((err: unknown) => signal.aborted || log.warn({ err }, 'work beside the turns failed'))
      .then(() => void aside.delete(going))
    aside.add(going)
  }

  /** Never throws: whatever fails gives the claim back. */
  async function handle({ claim, lease, waiting }: Taken, signal: AbortSignal): Promise<void> {
    const key = claim.conversation.id
    const failed = claim.failures
    try {
      if (failed >= SET_ASIDE_AFTER) return await putAside(claim, deps)
      const decide = failed >= GIVE_UP_AFTER ? deps.giveUp : deps.decide
      const decided = await settleTurn({ claim, waiting, signal: lease.signal }, decide, deps)
      if (decided?.aside) setAside(decided.aside, signal)
    } catch (error) {
      if (lease.isLost) return log.warn({ conversation: key }, 'lease lost, turn left to its new holder')
      const isStopping = signal.aborted
      const isNoFailure = isStopping || isOfDatabase(error)
      if (!isStopping) {
        log.error({ conversation: key, err: error, failures: failed + 1 }, 'turn failed, will be tried again')
      }
      const waitMs = isStopping ? 0 : isNoFailure ? DATABASE_WAIT_MS : backoffMs(failed + 1, RETRY)
      await inbox
        .release(claim, clock.now() + waitMs, { isNoFailure })
        .catch((err: unknown) => log.error({ conversation: key, err }, 'claim not given back, it runs out by itself'))
    }
  }

  return {
    handOver: {
      leaseMs,
      places: () => (running && !running.signal.aborted && !deps.isIntakeFull?.() ? CALM - inHand.size : 0),
      taken(claim) {
        if (running) return begin(claim, running.leases.hold(claim), running.signal)
        // It has ended meanwhile: another start has it at once.
        void inbox.release(claim, clock.now(), { isNoFailure: true }).catch((err: unknown) => {
          log.warn({ conversation: claim.conversation.id, err }, 'claim not given back, it runs out by itself')
        })
      },
    },
    async run(signal) {
      const leases = createLeaseKeeper({ inbox, clock, log, leaseMs }, signal)
      running = { leases, signal }
      while (!signal.aborted) {
        const taken = await take(leases, signal).catch((err: unknown) => {
          log.error({ err }, 'inbox cannot be read, trying again')
          return -1
        })
        const due = taken < 0 || thinking.free() <= 0 ? undefined : await inbox.nextDueAt().catch(() => undefined)
        if (deps.isIntakeFull?.()) await clock.sleep(BESIDE_INTAKE_MS, signal)
        else await wake.rest(due === undefined ? IDLE_MS : Math.min(IDLE_MS, due - clock.now()), signal)
      }
      running = undefined
      await Promise.all(inHand)
      await Promise.all(aside)
      await leases.stop()
    },
  }
}

/** Undefined where it was too late, and nothing was written. */
async function settleTurn(
  { claim, waiting, signal }: Pick<Taken, 'claim' | 'waiting'> & { readonly signal: AbortSignal },
  decide: Decide,
  deps: DrainDeps,
): Promise<Decided | undefined> {
  const { inbox, clock, log } = deps
  const startedAt = clock.now()
  const id = randomUUID() as TurnId
  const turn = await nextTurn(claim, { id, now: startedAt }, deps)
  const typing = typingFor(turn, deps)
  const decided = await decide(turn, {
    ...optionsOf(turn, signal, typing.begin, deps),
    waiting,
    patience: patienceOf(signal, clock),
  }).finally(typing.end)
  signal.throwIfAborted()
  const rows = turn.messages.map((message) => message.row)
  const forgetFiles = await filesToForget(decided, deps)
  const place = decided.effects.outbox.length > 0 ? deps.placeToSend?.(claim.conversation.threadId) : undefined
  const isSettled = await inbox
    .settle(claim, { id, rows }, decided.effects, clock.now(), place)
    .finally(() => place?.leave())
  if (!isSettled) {
    log.warn({ conversation: claim.conversation.id }, 'settled too late, nothing written')
    return undefined
  }
  logDecision(turn, decided, clock.now() - startedAt, log)
  await forgetFiles?.().catch((err: unknown) => log.error({ err }, 'the files of a forgotten fan were not deleted'))
  await decided.afterSettle().catch((err: unknown) => log.warn({ err }, 'short-term state not written'))
  return decided
}

/** The messages of a turn that always fails are kept with the reason; the operator hears of it. */
async function putAside(claim: Claim, deps: DrainDeps): Promise<void> {
  const { inbox, clock, log } = deps
  const { id, threadId } = claim.conversation
  const now = clock.now()
  const turn = await nextTurn(claim, { id: randomUUID() as TurnId, now }, deps).catch(() => undefined)
  const messages = turn?.messages ?? [claim.unread[0]]
  const reason = `its turn failed ${claim.failures} times in a row`
  const rows = messages.map(({ row }) => row)
  if (!(await inbox.setAside(claim, rows, { reason, now }))) return
  log.error(
    { conversation: id, thread: threadId, rows },
    'messages put aside, as their turn always fails: the fan was not answered',
  )
}

function isOfDatabase(error: unknown): boolean {
  return error instanceof MascotError && error.code.startsWith('database-')
}

async function nextTurn(claim: Claim, of: Pick<Turn, 'id' | 'now'>, deps: DrainDeps): Promise<Turn> {
  const { conversation, unread } = claim
  const burst = deps.burst()
  const heard = await overheardIn(claim, { burst, isOverheard: deps.isOverheard })
  if (heard) return { ...of, conversation, messages: heard, isOverheard: true }
  return turnOf(conversation, unread, { burst, storm: deps.storm, ...of })
}

/** Looked up before the fan's messages are gone. */
async function filesToForget({ effects }: Decided, { filesOf }: DrainDeps): Promise<(() => Promise<void>) | undefined> {
  return effects.forget === undefined ? undefined : await filesOf?.(effects.forget)
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
