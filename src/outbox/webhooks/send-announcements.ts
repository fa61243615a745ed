/** Tells another program what happened, in order for each thing it is about; tried again for three days, then set aside and told to the operator. */
import { backoffMs } from '../../domain/backoff.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../domain/durations.ts'
import type { Log } from '../../log.ts'
import type { Announcements, DueAnnouncement } from '../../ports/announcements.ts'
import type { Clock } from '../../ports/clock.ts'
import { post } from './post.ts'
import { sign } from './sign.ts'

/** Standard Webhooks asks for 15 to 30 s. */
const LIMIT_MS = 15 * SECOND_MS
const LEASE_MS = 4 * LIMIT_MS
const IDLE_MS = 2 * SECOND_MS
const AT_ONCE = 8
/** The schedule that Standard Webhooks recommends, without its last day. */
const WAITS_MS = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
  24 * HOUR_MS,
] as const satisfies [number, ...number[]]
const LONGEST_ASKED_MS = DAY_MS
/** How long what was set aside is kept. */
const ASIDE_DAYS = 30
/** A target that is gone is told of once in so long. */
const TOLD_AGAIN_MS = 6 * HOUR_MS
/** The receiver wants no more of it, says Standard Webhooks. */
const GONE = 410

export interface WebhookDeps {
  readonly announcements: Announcements
  readonly url: string
  readonly secrets: readonly string[]
  readonly mayBePrivate: boolean
  /** For people who run it: what could not be told, and why. */
  readonly onSetAside: (says: string) => Promise<void>
  /** Longest for one request, in ms. If absent, 15 s. */
  readonly limitMs?: number
  readonly random?: () => number
  readonly clock: Clock
  readonly log: Log
}

export interface Webhooks {
  /** Until the signal aborts; what is under way then is given up, and sent again at the next start. */
  run(signal: AbortSignal): Promise<void>
  /** All that is due now. */
  round(signal: AbortSignal): Promise<number>
}

export function createWebhooks(deps: WebhookDeps): Webhooks {
  const { announcements, clock, log, limitMs = LIMIT_MS, random = Math.random } = deps
  const url = new URL(deps.url)
  let toldAt = Number.NEGATIVE_INFINITY

  /** Undefined: it arrived. */
  async function tell({ id, type, at, data }: DueAnnouncement, signal: AbortSignal) {
    const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data })
    const signed = sign(deps.secrets, { id, body }, clock.now())
    const headers = { ...signed, 'content-type': 'application/json', 'user-agent': 'mascot-webhooks/1' }
    try {
      const { mayBePrivate } = deps
      const { status, retryAfterMs } = await post({ url, headers, body, limitMs, mayBePrivate, clock, signal })
      if (status >= 200 && status < 300) return undefined
      return {
        why: status >= 300 && status < 400 ? `redirected (${status})` : `answered ${status}`,
        status,
        retryAfterMs,
      }
    } catch (error) {
      return { why: error instanceof Error ? error.message : String(error) }
    }
  }

  async function one(due: DueAnnouncement, signal: AbortSignal): Promise<void> {
    const failed = await tell(due, signal)
    if (signal.aborted && failed) return
    if (!failed) return await announcements.sent(due.row)
    const { why, status, retryAfterMs = 0 } = failed
    const failures = due.failures + 1
    if (status !== GONE && failures <= WAITS_MS.length) {
      const waitMs = Math.max(backoffMs(failures, WAITS_MS, random()), Math.min(retryAfterMs, LONGEST_ASKED_MS))
      log.warn({ webhook: due.type, id: due.id, why, failures, waitMs }, 'a webhook was not told, it is tried again')
      return await announcements.failed(due.row, clock.now() + waitMs)
    }
    const now = clock.now()
    log.error({ webhook: due.type, id: due.id, why, failures }, 'a webhook was not told, it is set aside')
    await announcements.setAside(due.row, now, now - ASIDE_DAYS * DAY_MS)
    if (now >= toldAt && now < toldAt + TOLD_AGAIN_MS) return
    toldAt = now
    await deps.onSetAside(
      `⚠️ WEBHOOKS_URL could not be told of ${due.type} (${due.id}): ${why}. It is set aside, as is what fails like it; the log names each.`,
    )
  }

  async function round(signal: AbortSignal): Promise<number> {
    const due = await announcements.take(clock.now(), LEASE_MS, AT_ONCE)
    await Promise.all(due.map((announcement) => one(announcement, signal)))
    return due.length
  }

  return {
    round,
    async run(signal) {
      while (!signal.aborted) {
        const taken = await round(signal).catch((err: unknown) => {
          if (!signal.aborted) log.error({ err }, 'webhooks could not be told, they are tried again')
          return 0
        })
        if (taken === 0) await clock.sleep(IDLE_MS, signal)
      }
    },
  }
}
