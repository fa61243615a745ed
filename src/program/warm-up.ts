/** Thinks some turns through before anybody is heard, so that the first fans need not wait while patterns are compiled and lists are read. */
import { setImmediate } from 'node:timers/promises'
import type { Brain } from '../engine/stages.ts'
import type { Clock } from '../ports/clock.ts'
import type { Model } from '../ports/model.ts'
import { createAsk } from '../verbs/ask-lines.ts'

export interface Warmth {
  readonly turns: number
  /** Longest that it goes on, in ms. */
  readonly mostMs: number
}

/** Enough for what is read and made once: what a start may be held up for. The first turn takes some twenty times as long as the next one. */
export const first: Warmth = { turns: 2, mostMs: 1_500 }
/** Enough for most of the code to have run a few times. */
export const little: Warmth = { turns: 60, mostMs: 1_500 }
/** Enough for the engine to have translated it well: a turn takes half as long then. Done after the start, until the first fan is heard. */
export const much: Warmth = { turns: 400, mostMs: 6_000 }

/** The persona's own phrasings are asked, and its own approved words stand for a model's reply; nothing is sent or kept. */
export async function warmUp(
  brain: Brain,
  clock: Clock,
  signal: AbortSignal,
  { turns: most, mostMs }: Warmth,
): Promise<void> {
  const { meaningOf: _, ...ownWords } = brain
  const { answers } = brain.persona
  const asks = answers.flatMap((answer) => answer.asks)
  const words = answers.flatMap(({ answer }) => Object.values(answer).flat())
  const stride = Math.max(1, Math.floor(asks.length / most))
  const until = clock.now() + mostMs
  let turns = 0
  const model: Model = {
    reply: async () => ({
      action: { kind: 'reply' },
      bubbles: [words[turns % words.length] ?? ''],
      used: [],
      remember: [],
      model: '',
      flags: [],
    }),
    write: async () => words[turns % words.length] ?? '',
  }
  const ask = createAsk(brain.model ? { ...ownWords, model } : ownWords, clock)
  for (; turns < most && !signal.aborted && clock.now() < until; turns++) {
    const at = turns * stride
    // Two at once, so that none is known word for word.
    const text = [asks[at % asks.length], asks[(at + 1) % asks.length]].join(' ').trim()
    await ask({ text: text || brain.persona.name }, signal)
    // Whoever waits for something else in this process gets a turn too.
    await setImmediate()
  }
}
