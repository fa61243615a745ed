/** The store as the path uses it, with every message counted and timed on its way. The path itself knows nothing of it. */
import { SECOND_MS } from '../domain/durations.ts'
import type { Effects } from '../domain/effects.ts'
import { platformOf } from '../domain/ids.ts'
import type { InboundMessage, Journey, OutboundMessage } from '../domain/message.ts'
import { untimed } from '../domain/timed.ts'
import type { Turn } from '../domain/turn.ts'
import type { Clock } from '../ports/clock.ts'
import type { Decide } from '../ports/decide.ts'
import type { Claim, Inbox, SentOn } from '../ports/inbox.ts'
import type { Outbox, Parcel } from '../ports/outbox.ts'
import type { Span, Tracer } from '../ports/tracer.ts'
import type { Metrics } from './metrics.ts'

export interface WatchedBy {
  readonly metrics: Metrics
  readonly clock: Clock
  /** If absent, no spans are taken. */
  readonly tracer?: Tracer | undefined
  /** A thread as the operator may read it. */
  readonly nameOf: (id: string) => string
}

/** A turn under way. */
interface UnderWay {
  readonly span: Span | undefined
  readonly startedAt: number
}

/** Parcels whose end nobody told, at most: another process took them over. */
const MOST_FORGOTTEN = 10_000

export function watchedPath(inbox: Inbox, outbox: Outbox, by: WatchedBy) {
  const underWay = new WeakMap<Effects, UnderWay>()
  const sending = new Map<string, Span>()
  return {
    inbox: watchedInbox(inbox, underWay, sending, by),
    outbox: watchedOutbox(outbox, sending, by),
    decide: (decide: Decide): Decide => watchedDecide(decide, underWay, by),
  }
}

function watchedInbox(
  inbox: Inbox,
  underWay: WeakMap<Effects, UnderWay>,
  sending: Map<string, Span>,
  by: WatchedBy,
): Inbox {
  const { metrics, clock, tracer } = by
  const begun = (sendOn: SentOn): SentOn => ({
    ...sendOn,
    taken(parcel) {
      if (tracer) begin(parcel, tracer, sending)
      sendOn.taken(parcel)
    },
  })
  return {
    ...inbox,
    async accept(messages, options) {
      const spans = messages.map((message) => by.tracer?.start('accept', placeOf(message, by)))
      const begun = messages.map((message, nth) => ({ ...message, journey: journeyOf(spans[nth], options.now) }))
      try {
        const fresh = await inbox.accept(begun, options)
        const [first] = messages
        if (first && fresh > 0) metrics.received.inc({ platform: platformOf(first.threadId) }, fresh)
        for (const span of spans) span?.end()
        return fresh
      } catch (error) {
        for (const span of spans) span?.end(error)
        throw error
      }
    },
    async settle(claim, turn, effects, now, sendOn) {
      const { span, startedAt } = underWay.get(effects) ?? { span: undefined, startedAt: undefined }
      const settling = span?.child('settle')
      try {
        const isSettled = await inbox.settle(
          claim,
          turn,
          withJourneys(effects, claim, span),
          now,
          sendOn && begun(sendOn),
        )
        settling?.end()
        span?.end(isSettled ? undefined : new Error('settled too late'))
        if (!isSettled) return false
        const { kind, reason } = effects.decision
        metrics.decisions.inc({ kind, reason })
        if (startedAt !== undefined) metrics.turnSeconds.observe((clock.now() - startedAt) / SECOND_MS)
        return true
      } catch (error) {
        settling?.end(error)
        span?.end(error)
        throw error
      }
    },
    async release(...given) {
      metrics.turnRetries.inc()
      await inbox.release(...given)
    },
    async setAside(...given) {
      const isAside = await inbox.setAside(...given)
      if (isAside) metrics.turnsSetAside.inc()
      return isAside
    },
  }
}

function watchedDecide(decide: Decide, underWay: WeakMap<Effects, UnderWay>, by: WatchedBy): Decide {
  return async (turn, options) => {
    const startedAt = by.clock.now()
    const span = turnSpan(turn, by)
    try {
      const decided = await decide(turn, { ...options, timed: span ? timedBy(span) : untimed })
      const { kind, reason } = decided.effects.decision
      span?.set({ 'mascot.decision': kind, 'mascot.reason': reason })
      underWay.set(decided.effects, { span, startedAt })
      return decided
    } catch (error) {
      span?.end(error)
      throw error
    }
  }
}

function watchedOutbox(outbox: Outbox, spans: Map<string, Span>, { metrics, clock, tracer }: WatchedBy): Outbox {
  const end = ({ message }: Parcel, error?: unknown) => {
    spans.get(message.id)?.end(error)
    spans.delete(message.id)
  }
  return {
    ...outbox,
    async due(options) {
      const parcels = await outbox.due(options)
      if (tracer) for (const parcel of parcels) begin(parcel, tracer, spans)
      return parcels
    },
    async sent(parcel, messageId, now, more) {
      await outbox.sent(parcel, messageId, now, more)
      end(parcel)
      const platform = platformOf(parcel.message.threadId)
      metrics.sent.inc({ platform })
      const since = parcel.message.journey?.since
      if (since !== undefined) metrics.replySeconds.observe({ platform }, Math.max(0, clock.now() - since) / SECOND_MS)
    },
    async retry(parcel, dueAt, reason) {
      metrics.sendRetries.inc({ platform: platformOf(parcel.message.threadId) })
      end(parcel, new Error('tried again later'))
      await outbox.retry(parcel, dueAt, reason)
    },
    async deadLetter(parcel, reason, now, closes) {
      metrics.sendsGivenUp.inc({ platform: platformOf(parcel.message.threadId) })
      end(parcel, new Error('given up'))
      await outbox.deadLetter(parcel, reason, now, closes)
    },
  }
}

function begin({ message, attempts }: Parcel, tracer: Tracer, spans: Map<string, Span>): void {
  if (spans.has(message.id)) return
  const [oldest] = spans.keys()
  if (spans.size >= MOST_FORGOTTEN && oldest !== undefined) spans.delete(oldest)
  const attributes = { 'mascot.platform': platformOf(message.threadId), 'mascot.attempt': attempts + 1 }
  spans.set(message.id, tracer.start('deliver', attributes, message.journey?.trace))
}

function turnSpan(turn: Turn, by: WatchedBy): Span | undefined {
  const parent = turn.messages.find(({ journey }) => journey?.trace !== undefined)?.journey?.trace
  const attributes = { ...placeOf(turn.messages[0], by), 'mascot.messages': turn.messages.length }
  return by.tracer?.start('turn', attributes, parent)
}

function placeOf({ threadId, surface }: Pick<InboundMessage, 'threadId' | 'surface'>, { nameOf }: WatchedBy) {
  return { 'mascot.platform': platformOf(threadId), 'mascot.thread': nameOf(threadId), 'mascot.surface': surface }
}

function timedBy(span: Span): typeof untimed {
  return (station, work) => {
    const inside = span.child(station)
    try {
      const done = work()
      if (!(done instanceof Promise)) inside.end()
      else
        done.then(
          () => inside.end(),
          (error: unknown) => inside.end(error),
        )
      return done
    } catch (error) {
      inside.end(error)
      throw error
    }
  }
}

function journeyOf(span: Span | undefined, since: number): Journey {
  return { since, ...(span ? { trace: span.traceparent } : {}) }
}

/** What is answered carries on the trace; its first words also since when its fan waits. Staff's words to a fan answer nobody. */
function withJourneys(effects: Effects, claim: Claim, span: Span | undefined): Effects {
  const [first] = claim.unread
  const since = first.isStaffThread ? undefined : first.journey?.since
  if (effects.outbox.length === 0 || (since === undefined && !span)) return effects
  const trace = span ? { trace: span.traceparent } : {}
  const outbox = effects.outbox.map((one, nth): OutboundMessage | typeof one => {
    const journey = { ...(nth === 0 && since !== undefined ? { since } : {}), ...trace }
    return Object.keys(journey).length > 0 ? { ...one, journey } : one
  })
  return { ...effects, outbox }
}
