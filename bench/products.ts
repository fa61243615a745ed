/**
 * What a shop of 50,000 products costs a turn: the same messages to the same persona without them and with them, one after the other, so that a busy
 * machine is busy for both. `node bench/products.ts [--rounds 40]`; processor time a turn, the median over all turns of a kind.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { systemClock } from '../src/clock.ts'
import { prepareProducts } from '../src/knowledge/products/index-products.ts'
import { productsOf } from '../src/persona/catalogue/read-catalogue.ts'
import { loadPersona } from '../src/persona/load/load.ts'
import type { Persona } from '../src/persona/persona.ts'
import { createBrain } from '../src/program/brain.ts'
import { createAsk } from '../src/verbs/ask-lines.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '40' } } })
const PRODUCTS = 50_000
const kinds = ['kettle', 'grinder', 'filter', 'scale', 'server', 'dripper', 'cup', 'tamper']
const rows = Array.from({ length: PRODUCTS }, (_, nth) => ({
  id: `p${nth}`,
  name: `Model ${nth.toString(36)} ${kinds[nth % kinds.length]}`,
  about: `A ${kinds[nth % kinds.length]} for the kitchen, number ${nth}.`,
  category: kinds[nth % kinds.length] ?? '',
  price: { amount: 5 + (nth % 200), currency: 'GBP' },
}))
const messages = {
  'with an approved answer': ['when do you open?', 'how long do I have to send it back?', 'do you ship to Ireland?'],
  'small talk': ['hi there', 'thanks!', 'how are you?'],
  'without an answer': ['do you know a good dentist in Leeds?', 'what is the mast on your roof made of?'],
  'for a product': ['do you have Model ff2 kettle?', 'a grinder for the kitchen under £20'],
}

const small = await loadPersona(fileURLToPath(new URL('../personas/coffee', import.meta.url)))
const today = new Date().toISOString().slice(0, 10)
/** Longest that nothing else is done, in ms: a timer of a millisecond is late by it. */
async function longestStall(work: () => Promise<unknown>): Promise<{ readonly took: number; readonly stall: number }> {
  const late = monitorEventLoopDelay({ resolution: 1 })
  late.enable()
  const begun = performance.now()
  await work()
  late.disable()
  return { took: performance.now() - begun, stall: late.max / 1e6 }
}

const asking = async (persona: Persona) => createAsk(await createBrain(persona, { today }), systemClock)
const without = await asking({ ...small, catalogue: [] })
const big = { ...small, catalogue: productsOf(rows, 'en') }
const indexed = await longestStall(() => prepareProducts(big))
console.log(`the index: ${Math.round(indexed.took)} ms, in slices of at most ${Math.round(indexed.stall)} ms`)
const having = await asking(big)
const { signal } = new AbortController()
const spent = async (ask: typeof having, text: string) => {
  const before = process.cpuUsage()
  await ask({ text }, signal)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
const median = (some: readonly number[]) => some.toSorted((a, b) => a - b)[Math.floor(some.length / 2)] ?? 0
for (const texts of Object.values(messages)) for (const text of texts) await spent(without, text)
for (const [kind, texts] of Object.entries(messages)) {
  const costs: { readonly without: number[]; readonly having: number[] } = { without: [], having: [] }
  for (let round = 0; round < Number(values.rounds); round++)
    for (const text of texts) {
      // Who comes second finds the words read already: each is second as often.
      const isFirst = round % 2 === 0
      if (isFirst) costs.without.push(await spent(without, text))
      costs.having.push(await spent(having, text))
      if (!isFirst) costs.without.push(await spent(without, text))
    }
  const [base, more] = [median(costs.without), median(costs.having)]
  console.log(`${kind}: ${base.toFixed(2)} ms without, ${more.toFixed(2)} ms with ${PRODUCTS} products`)
}
