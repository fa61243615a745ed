/**
 * Reply tokens: with one the next words in a talk cost nothing, once, within about a minute. A call whose answer was lost may have used it up,
 * so it is tried again, and a token that is then called invalid while it is young means that the words are there.
 */
import { type Clock, SECOND_MS, type ThreadId } from '#mascot'

const YOUNG_MS = 50 * SECOND_MS
const MOST = 2_000

interface Token {
  readonly value: string
  readonly at: number
  /** The message of ours that was tried with it. */
  triedFor?: string
}

export interface ReplyTokens {
  keep(thread: string, value: string): void
  /** For this message of ours; undefined where none is to be had. `wasTried`: it may have said it already. */
  take(thread: ThreadId, message: string): { readonly value: string; readonly wasTried: boolean } | undefined
  /** It is used up. */
  drop(thread: ThreadId): void
}

export function createReplyTokens(clock: Pick<Clock, 'now'>): ReplyTokens {
  const kept = new Map<string, Token>()
  return {
    keep(thread, value) {
      // One under which something may have been said already stays until that is known.
      const before = kept.get(thread)
      if (before?.triedFor !== undefined && clock.now() - before.at < YOUNG_MS) return
      kept.delete(thread)
      kept.set(thread, { value, at: clock.now() })
      for (const one of kept.keys()) if (kept.size > MOST) kept.delete(one)
    },
    take(thread, message) {
      const token = kept.get(thread)
      if (!token || clock.now() - token.at >= YOUNG_MS) return undefined
      if (token.triedFor !== undefined && token.triedFor !== message) return undefined
      const wasTried = token.triedFor === message
      token.triedFor = message
      return { value: token.value, wasTried }
    },
    drop: (thread) => void kept.delete(thread),
  }
}
