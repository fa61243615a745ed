/** The heartbeat of one connection: Discord ends one that is silent, and one that Discord does not answer is dead. */
import type { Clock } from '#mascot'

export interface HeartbeatDeps {
  readonly clock: Clock
  /** Aborts with the connection. */
  readonly signal: AbortSignal
  readonly send: () => void
  /** The last beat was not answered before the next was due. */
  readonly onDead: () => void
}

export interface Heartbeat {
  /** The first beat comes after a random part of the interval, so that a thousand bots do not beat as one. */
  begin(intervalMs: number): void
  beat(): void
  acknowledge(): void
}

export function createHeartbeat({ clock, signal, send, onDead }: HeartbeatDeps): Heartbeat {
  let isAcknowledged = true
  function beat(): void {
    isAcknowledged = false
    send()
  }
  async function keepBeating(intervalMs: number): Promise<void> {
    await clock.sleep(intervalMs * Math.random(), signal)
    while (!signal.aborted) {
      if (isAcknowledged) beat()
      else onDead()
      await clock.sleep(intervalMs, signal)
    }
  }
  return {
    begin: (intervalMs) => void keepBeating(intervalMs),
    beat,
    acknowledge() {
      isAcknowledged = true
    },
  }
}
