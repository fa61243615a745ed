/** Durable out: due messages, in order per conversation, to their adapter. Retries, waits out what a platform asks, dead-letters. */
import { type Backoff, backoffMs } from '../domain/backoff.ts'
import { MINUTE_MS, SECOND_MS } from '../domain/durations.ts'
import { usefulUntil } from '../domain/held-words.ts'
import { platformOf, type ThreadId } from '../domain/ids.ts'
import type { Lang, OutboundMessage, ReviewedText } from '../domain/message.ts'
import { SendError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Adapter, Sent } from '../ports/adapter.ts'
import type { Clock, Wake } from '../ports/clock.ts'
import type { SentOn } from '../ports/inbox.ts'
import type { KeyValues } from '../ports/key-values.ts'
import type { Outbox, Parcel, Placed } from '../ports/outbox.ts'
import { fitButtons } from './fit-buttons.ts'
import { apologising, inWindow, messagesLeft, type Ready } from './in-window.ts'
import { knock } from './knock.ts'
import { createPools } from './pools.ts'

/** How long a message stays held by a process that was killed while sending it. */
const LEASE_MS = 5_000
/** Sends under way on one platform at the most. */
const PARALLEL = 50
const IDLE_MS = 5_000
/** The same while a platform is full, and its backlog hides when others have something due. */
const BESIDE_FULL_MS = 250
const LONGEST_RETRY_MS = 5 * MINUTE_MS
const RETRY: Backoff = { firstMs: SECOND_MS, longestMs: LONGEST_RETRY_MS }
/** About an hour and a half of trying, with the waits above. */
const MAX_ATTEMPTS = 24
/** Looked at behind a message to see what has to leave with it. */
const BEHIND = 20
const UNTIL_THEY_WRITE = 'the platform lets us write again once they write'

export interface DeliverDeps {
  readonly outbox: Outbox
  readonly adapterOf: (platform: string) => Adapter | undefined
  /** Those connected: each has a pool of sends of its own. */
  readonly platforms: readonly string[]
  /** Sends under way on each of them at the most. If absent, 50. */
  readonly parallel?: number
  /** In ms; renewed at a third of it while a message is sent. */
  readonly leaseMs?: number
  /** What is said before words that had to wait until the fan wrote again. If absent, nothing. */
  readonly apology?: (lang: Lang | undefined) => ReviewedText | undefined
  /** Where it is kept that a fan was asked to write again. If absent, nobody is asked. */
  readonly asked?: Pick<KeyValues, 'add'>
  readonly wake: Wake
  /** Told after every attempt to send. */
  readonly onDone?: () => void
  readonly clock: Clock
  readonly log: Log
}

export interface Deliver {
  /**
   * Runs until the signal aborts, then sends what is still due at once, but begins nothing after `last` aborts; resolves when
   * nothing is on its way any more.
   */
  run(signal: AbortSignal, last?: AbortSignal): Promise<void>
  /**
   * A place for a reply that is about to be settled, which then leaves under the lease that its settle took; undefined where others
   * wait before it, or nothing is sent. `leave` is to be called in the end, whether a reply took the place or not.
   */
  place(thread: ThreadId): (SentOn & { leave(): void }) | undefined
}

export function createDeliver(deps: DeliverDeps): Deliver {
  const { outbox, wake, clock, log, leaseMs = LEASE_MS } = deps
  const inHand = new Set<Promise<void>>()
  const pools = createPools(deps.platforms, deps.parallel ?? PARALLEL)
  /** On their way, by our id, each with its newest lease. */
  const sending = new Map<string, Parcel>()
  /** Sent, but not written down yet: our id → the platform's. */
  const unrecorded = new Map<string, Sent & Placed>()

  const evenly = () => clock.monotonic?.() ?? clock.now()
  let keeping = false
  let isRunning = false
  /** What was due lately was more than there were places: it leaves before what is settled now. */
  let isBehind = false
  /** It is being asked what is due, for every place that is free. */
  let isAsking = false
  let ended: AbortController | undefined

  /** One timer for all that are on their way, for as long as any is. */
  async function keepLeases(): Promise<void> {
    if (keeping) return
    keeping = true
    while (sending.size > 0) {
      const isDone = new AbortController()
      ended = isDone
      await clock.sleep(leaseMs / 3, isDone.signal)
      if (sending.size === 0) break
      await outbox
        .renew([...sending.values()], { now: clock.now(), leaseMs })
        .catch((err: unknown) => log.warn({ err }, 'send lease not renewed'))
    }
    keeping = false
  }

  async function take(): Promise<number> {
    const now = clock.now()
    const askedAt = evenly()
    const open = pools.toTake()
    const room = open.reduce((sum, { limit }) => sum + limit, 0)
    const asked = open.map(({ platform, limit }) => outbox.due({ now, leaseMs, limit, ...(platform && { platform }) }))
    isAsking = true
    const parcels = (
      await Promise.all(asked).finally(() => {
        isAsking = false
      })
    ).flat()
    isBehind = parcels.length >= room
    // So long on the way that others may have them by now: whoever takes them next sends them.
    if (evenly() - askedAt >= leaseMs / 2) return parcels.length
    for (const parcel of parcels) {
      const { id } = parcel.message
      const isOnItsWay = sending.has(id)
      sending.set(id, parcel)
      // A send that outlasts its lease is offered again: it is not sent twice, but ends under the lease it has now.
      if (isOnItsWay) continue
      pools.begin(parcel.message.threadId)
      begin(parcel)
    }
    return parcels.length
  }

  /** Its place is taken already. */
  function begin(parcel: Parcel): void {
    const { id, threadId } = parcel.message
    // Of the platform alone: a database that is slow to write it down must not bring more on their way, which a kill says twice.
    let tookMs: number | undefined
    const timed: Timed = async (send) => {
      const askedAt = evenly()
      return await send().finally(() => {
        tookMs = evenly() - askedAt
      })
    }
    const work = sendOne(() => sending.get(id) ?? parcel, { ...deps, timed }, unrecorded)
      .catch((err: unknown) => log.error({ message: id, err }, 'send not recorded'))
      .finally(() => {
        const wasFull = pools.end(threadId, tookMs)
        sending.delete(id)
        inHand.delete(work)
        if (sending.size === 0) ended?.abort('nothing on its way')
        if (wasFull) wake.wake()
        deps.onDone?.()
      })
    inHand.add(work)
    void keepLeases()
  }

  return {
    place(thread) {
      // What a window still lets us say is looked up with what is due.
      const hasWindows = deps.adapterOf(platformOf(thread))?.replyWindow !== undefined
      if (!isRunning || isBehind || isAsking || hasWindows || pools.isFull(thread)) return undefined
      pools.begin(thread)
      const askedAt = evenly()
      let isTaken = false
      return {
        leaseMs,
        taken(parcel) {
          // So long on the way that others may have it by now: whoever takes it next sends it.
          if (evenly() - askedAt >= leaseMs / 2) return
          isTaken = true
          sending.set(parcel.message.id, parcel)
          begin(parcel)
        },
        leave() {
          if (!isTaken && pools.leave(thread)) wake.wake()
        },
      }
    },
    async run(signal, last) {
      isRunning = !signal.aborted
      signal.addEventListener(
        'abort',
        () => {
          isRunning = false
        },
        { once: true },
      )
      while (!signal.aborted) {
        const taken = await take().catch((err: unknown) => {
          log.error({ err }, 'outbox cannot be read, trying again')
          return -1
        })
        const due = taken < 0 || pools.isAnyFull ? undefined : await outbox.nextDueAt().catch(() => undefined)
        const longest = pools.isAnyFull ? BESIDE_FULL_MS : IDLE_MS
        await wake.rest(due === undefined ? longest : Math.min(longest, due - clock.now()), signal)
      }
      do await Promise.all(inHand)
      while (!last?.aborted && (await take().catch(() => 0)) > 0)
    },
  }
}

/** Sends, and sees how long it takes. */
type Timed = (send: () => Promise<Sent>) => Promise<Sent>
type SendDeps = DeliverDeps & { readonly timed: Timed }

/**
 * Sends, then records. Between the two lies the only possible double: a kill after the platform accepted and before the
 * row was written. Where a platform dedupes by nonce, the adapter passes `message.id`. A failing database alone makes no
 * double: what was sent is remembered here until it can be recorded.
 */
async function sendOne(held: () => Parcel, deps: SendDeps, unrecorded: Map<string, Sent & Placed>): Promise<void> {
  const { outbox, clock } = deps
  const { id } = held().message
  const sent = unrecorded.get(id) ?? (await attempt(held, deps))
  if (sent === undefined) return
  unrecorded.set(id, sent)
  const { messageId, ...more } = sent
  // Said once more if the lease was renewed meanwhile, so that the conversation's next message need not wait for its end.
  let parcel: Parcel
  do {
    parcel = held()
    await outbox.sent(parcel, messageId, clock.now(), more)
  } while (held() !== parcel)
  unrecorded.delete(id)
}

/** What was sent, or undefined when it was put off or given up. */
async function attempt(held: () => Parcel, deps: SendDeps): Promise<(Sent & Placed) | undefined> {
  const { outbox, adapterOf, clock } = deps
  const adapter = adapterOf(platformOf(held().message.threadId))
  if (!adapter) {
    await outbox.retry(held(), clock.now() + LONGEST_RETRY_MS, 'its platform is not configured')
    return undefined
  }
  const ready = await readyOf(held(), adapter, deps)
  if (ready === undefined) {
    await hold(held(), deps, UNTIL_THEY_WRITE)
    return undefined
  }
  const { message, ...placed } = ready
  try {
    return { ...(await deps.timed(() => adapter.send(message))), ...placed }
  } catch (error) {
    await failed(held, error, placed, deps)
    return undefined
  }
}

/** As it leaves; undefined when it cannot before the fan writes again. */
async function readyOf(parcel: Parcel, adapter: Adapter, deps: DeliverDeps): Promise<Ready | undefined> {
  const { outbox, clock, apology } = deps
  const { abilities } = adapter
  const rule = adapter.replyWindow?.(parcel.message.surface)
  if (rule === undefined) return { message: fitButtons(parcel.message, abilities) }
  const now = clock.now()
  const isCounted = parcel.message.kind === 'text' && messagesLeft(parcel, now) !== undefined
  const behind = isCounted ? await outbox.behind(parcel, BEHIND) : []
  const ready = inWindow(parcel, { rule, abilities, now, behind })
  if (ready === undefined) return undefined
  const sorry = parcel.isLate && ready.message.kind === 'text' ? apology?.(ready.message.lang) : undefined
  const message: OutboundMessage = sorry ? apologising(ready.message, sorry, abilities) : ready.message
  return { ...ready, message: fitButtons(message, abilities) }
}

/** What shows no words is of no use later. */
async function hold(parcel: Parcel, deps: DeliverDeps, reason: string): Promise<void> {
  const { outbox, clock, log, platforms, adapterOf } = deps
  const { message } = parcel
  const now = clock.now()
  log.info({ thread: message.threadId, message: message.id }, 'held until the fan writes again')
  const elsewhere = platforms.filter((platform) => adapterOf(platform)?.replyWindow?.('direct') === undefined)
  if (message.kind !== 'text') {
    await outbox.deadLetter(parcel, reason, now)
    return
  }
  await outbox.hold(parcel, reason, now, { usefulUntil: usefulUntil(message, now), elsewhere })
  const adapter = adapterOf(platformOf(message.threadId))
  if (!adapter) return
  try {
    if (await knock(parcel, adapter, deps)) log.info({ thread: message.threadId }, 'the fan is asked to write again')
  } catch (err) {
    log.warn({ thread: message.threadId, err }, 'the fan could not be asked to write again')
  }
}

async function failed(held: () => Parcel, error: unknown, { window }: Placed, deps: DeliverDeps): Promise<void> {
  const { outbox, clock, log } = deps
  const { message } = held()
  const reason = error instanceof Error ? error.message : 'unknown'
  if (error instanceof SendError && error.isWindowClosed) {
    if (window === undefined) await hold(held(), deps, reason)
    else await outbox.shut(held(), window, reason, clock.now())
    return
  }
  const attempts = held().attempts + 1
  const isPermanent = error instanceof SendError && error.isPermanent
  if (isPermanent || attempts >= MAX_ATTEMPTS) {
    log.warn({ thread: message.threadId, message: message.id, reason }, 'dead-lettered')
    const isGone = error instanceof SendError && error.isThreadGone
    await outbox.deadLetter(held(), reason, clock.now(), isGone ? { reason } : undefined)
    return
  }
  const asked = error instanceof SendError ? error.retryAfterMs : undefined
  const waitMs = asked ?? backoffMs(attempts, RETRY)
  log.warn({ thread: message.threadId, message: message.id, reason, waitMs }, 'send failed, will be tried again')
  await outbox.retry(held(), clock.now() + waitMs, reason)
}
