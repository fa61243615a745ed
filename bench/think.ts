/**
 * What thinking costs by itself: the turns of the load's talk, decided in this process with its replies as a model's drafts, without a
 * database, a platform or a model. `node bench/think.ts [--turns 400]`; processor time a turn of the first, and of the last, quarter.
 */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { systemClock } from '../src/clock.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import type { Model } from '../src/ports/model.ts'
import { createBrain } from '../src/program/brain.ts'
import { createAsk } from '../src/verbs/ask-lines.ts'
import { numberIn, questionOf, replyTo } from './talk.ts'

const { values } = parseArgs({ options: { turns: { type: 'string', default: '400' } } })
const turns = Number(values.turns)
const persona = await loadPersona(fileURLToPath(new URL('../personas/coffee', import.meta.url)))
const brain = await createBrain(persona, { today: new Date().toISOString().slice(0, 10) })
let number = 0
const model: Model = {
  reply: async () => ({
    ...{ action: { kind: 'reply' }, bubbles: [replyTo(number)] },
    ...{ used: [], remember: [], model: '', flags: [] },
  }),
  write: async () => replyTo(number),
}
const ask = createAsk({ ...brain, model }, systemClock)
const { signal } = new AbortController()
const costs: number[] = []
let otherwise = 0
for (; number < turns; number++) {
  const before = process.cpuUsage()
  const { text = '' } = await ask({ text: questionOf(number) }, signal)
  const { user, system } = process.cpuUsage(before)
  costs.push((user + system) / 1000)
  if (numberIn(text) !== number) otherwise += 1
}
const mean = (some: readonly number[]) => (some.reduce((sum, ms) => sum + ms, 0) / some.length).toFixed(2)
const quarter = Math.ceil(turns / 4)
console.log(
  `cpu ms a turn: first quarter ${mean(costs.slice(0, quarter))}, last quarter ${mean(costs.slice(-quarter))}`,
)
console.log(`not answered with the model's words: ${otherwise} of ${turns}`)
