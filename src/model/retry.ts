/** Tries one model again: backoff with jitter, Retry-After, a time limit for each attempt and one for all of them. */
import { type Backoff, backoffMs } from '../domain/backoff.ts'
import { ModelError } from '../errors.ts'
import type { Clock } from '../ports/clock.ts'

export interface RetryOptions {
  readonly clock: Clock
  /** 0–1, for the jitter. */
  readonly random: () => number
  readonly signal: AbortSignal
  /** Longest that one attempt may last, in ms. */
  readonly timeoutMs: number
  /** Epoch ms by which the last attempt has ended. */
  readonly untilMs: number
  /** Longest wait between attempts, in ms; beyond it, another model is the better choice. */
  readonly patienceMs: number
  /** If absent, whatever is worth trying again is. */
  readonly mayRetry?: (error: ModelError) => boolean
  /** Told before each wait. */
  onRetry(error: ModelError, waitMs: number): void
}

const maxAttempts = 3
const backoff: Backoff = { firstMs: 500, longestMs: 1_000 }
/** An attempt gets at least this share of its time limit, or is not made. */
const leastShare = 0.25

/**
 * The result of the first attempt that works.
 * @throws {ModelError} the last failure, once trying again is pointless or there is no time left; or the signal's reason
 */
export async function withRetry<T>(run: (signal: AbortSignal) => Promise<T>, options: RetryOptions): Promise<T> {
  const { clock, signal, untilMs, timeoutMs } = options
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted()
    try {
      return await withTimeLimit(run, Math.min(timeoutMs, untilMs - clock.now()), options)
    } catch (error) {
      if (!(error instanceof ModelError) || !error.isRetryable || attempt === maxAttempts) throw error
      if (!(options.mayRetry?.(error) ?? true)) throw error
      const waitMs = Math.round(error.retryAfterMs ?? backoffMs(attempt, backoff, options.random()))
      const startsAt = clock.now() + waitMs
      if (waitMs > options.patienceMs || untilMs - startsAt < timeoutMs * leastShare) throw error
      options.onRetry(error, waitMs)
      await clock.sleep(waitMs, signal)
    }
  }
}

async function withTimeLimit<T>(
  run: (signal: AbortSignal) => Promise<T>,
  limitMs: number,
  { clock, signal }: Pick<RetryOptions, 'clock' | 'signal'>,
): Promise<T> {
  const limit = new AbortController()
  const abort = () => limit.abort(signal.reason)
  if (signal.aborted) abort()
  signal.addEventListener('abort', abort, { once: true })
  void clock.sleep(limitMs, limit.signal).then(() => {
    if (limit.signal.aborted) return
    const seconds = Math.round(limitMs / 100) / 10
    limit.abort(new ModelError('model-timeout', `no answer within ${seconds} s`, { isRetryable: true }))
  })
  try {
    return await run(limit.signal)
  } finally {
    signal.removeEventListener('abort', abort)
    // Ends the wait; nobody else listens any more.
    limit.abort('done')
  }
}
