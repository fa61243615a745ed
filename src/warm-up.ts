/** Thinks some turns through before anybody is heard, so that the first fans need not wait while patterns are compiled and lists are read. */
import { setImmediate } from 'node:timers/promises'
import { createAsk } from './ask.ts'
import type { Brain } from './engine/stages.ts'
import type { Clock } from './ports/clock.ts'
import type { Model } from './ports/model.ts'

/** Enough for most of the code to have run a few times. */
const TURNS = 60
/** Longest that the start is held up. */
const MOST_MS = 1_500

/** The persona's own phrasings are asked, and its own approved words stand for a model's reply; nothing is sent or kept. */
export async function warmUp(brain: Brain, clock: Clock, signal: AbortSignal): Promise<void> {
  const { meaningOf: _, ...ownWords } = brain
  const { answers } = brain.persona
  const asks = answers.flatMap((answer) => answer.asks)
  const words = answers.flatMap(({ answer }) => Object.values(answer).flat())
  const stride = Math.max(1, Math.floor(asks.length / TURNS))
  const until = clock.now() + MOST_MS
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
  for (; turns < TURNS && !signal.aborted && clock.now() < until; turns++) {
    const at = turns * stride
    // Two at once, so that none is known word for word.
    const text = [asks[at % asks.length], asks[(at + 1) % asks.length]].join(' ').trim()
    await ask({ text: text || brain.persona.name }, signal)
    // Whoever waits for something else in this process gets a turn too.
    await setImmediate()
  }
}
