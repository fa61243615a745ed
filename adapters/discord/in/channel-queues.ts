/** Durable in, in the order of each channel: what cannot be stored now is tried again, and what follows waits behind it. */
import type { AdapterLog, Clock, Heard, Receive } from '#mascot'
import type { Awaited, Hold, Progress } from './progress.ts'

const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 30_000

export interface ChannelQueuesDeps {
  readonly receive: Receive
  readonly progress: Progress
  readonly clock: Clock
  readonly log: AdapterLog
  /** Ends waits; what is not durable by then is left to the next catch-up. */
  readonly signal: AbortSignal
}

/** The newest message of what is heard, the hold that kept the progress before it, and the event it came with. */
export interface UpTo {
  readonly id: string
  readonly hold?: Hold
  readonly event?: Awaited
}

export interface ChannelQueues {
  /** Queues a task behind everything already queued for the channel; resolves when it is done. Never rejects. */
  queue(channelId: string, task: () => Promise<unknown>): Promise<void>
  /** Makes durable, trying again until it is. False when the adapter stopped before. */
  keep(heard: Heard, upTo?: UpTo): Promise<boolean>
  /** Whether something waits in the channel's queue. */
  isBusy(channelId: string): boolean
  /** Resolves when every queue is empty. */
  idle(): Promise<void>
}

export function createChannelQueues({ receive, progress, clock, log, signal }: ChannelQueuesDeps): ChannelQueues {
  const queues = new Map<string, Promise<void>>()
  return {
    queue(channelId, task) {
      const done = (queues.get(channelId) ?? Promise.resolve()).then(task).then(
        () => {},
        (error: unknown) => {
          const why = error instanceof Error ? error.name : 'unknown'
          log.warn({ why }, 'an event could not be read and was passed over')
        },
      )
      queues.set(channelId, done)
      void done.then(() => {
        if (queues.get(channelId) === done) queues.delete(channelId)
      })
      return done
    },
    async keep(heard, upTo) {
      for (let waitMs = FIRST_RETRY_MS; !signal.aborted; waitMs = Math.min(LONGEST_RETRY_MS, waitMs * 2)) {
        try {
          await receive(upTo ? { ...heard, cursor: progress.cursor(upTo.id, upTo) } : heard)
          if (upTo) progress.advance(upTo.id)
          return true
        } catch (err) {
          log.warn({ err, waitMs }, 'what was heard could not be stored, trying again')
          await clock.sleep(waitMs, signal)
        }
      }
      return false
    },
    isBusy: (channelId) => queues.has(channelId),
    async idle() {
      while (queues.size > 0) await Promise.all(queues.values())
    },
  }
}
