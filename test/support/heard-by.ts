/** Waits until a program knows what was said, by the commits of its store: a gateway tells nobody when its events were taken. */
import type { ThreadId } from '../../src/domain/ids.ts'
import type { Mascot } from '../../src/program/mascot.ts'

export interface Hearing {
  /** Resolves when the last message known of each thread is the one named; undefined: none. */
  knows(last: ReadonlyMap<ThreadId, string | undefined>): Promise<void>
}

export function hearingOf(mascot: Mascot, platform: string): Hearing {
  let rung = Promise.withResolvers<void>()
  mascot.store.onNotice(() => {
    rung.resolve()
    rung = Promise.withResolvers()
  })
  return {
    async knows(last) {
      for (;;) {
        const next = rung.promise
        const known = new Map(
          (await mascot.store.records.threads(platform)).map(({ threadId, lastMessageId }) => [
            threadId,
            lastMessageId,
          ]),
        )
        if ([...last].every(([thread, id]) => known.get(thread) === id)) return
        await next
      }
    },
  }
}
