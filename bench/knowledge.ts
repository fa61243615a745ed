/** How long the answers index takes: to learn a brand, to find an answer. Run with `node bench/knowledge.ts`. */

import type { Answer } from '../src/domain/answer.ts'
import { createKnowledge, type TrainingCache } from '../src/knowledge/create-knowledge.ts'

const verbs = [
  'send',
  'return',
  'change',
  'cancel',
  'track',
  'repair',
  'clean',
  'order',
  'insure',
  'exchange',
  'wrap',
  'store',
]
const things = [
  'parcel',
  'jacket',
  'invoice',
  'voucher',
  'kettle',
  'lamp',
  'bicycle',
  'scarf',
  'account',
  'blanket',
  'helmet',
  'tent',
]
const frames = [
  (verb: string, thing: string) => `how do i ${verb} my ${thing}`,
  (verb: string, thing: string) => `${verb} ${thing}`,
  (verb: string, thing: string) => `can you ${verb} the ${thing} for me please`,
  (verb: string, thing: string) => `what does it cost to ${verb} a ${thing}`,
  (verb: string, thing: string) => `i want to ${verb} this ${thing} before`,
  (verb: string, thing: string) => `help me ${verb} two ${thing}s from`,
  (verb: string, thing: string) => `is it too late to ${verb} the ${thing} since`,
  (verb: string, thing: string) => `where can my sister ${verb} her old ${thing} on`,
]
const days = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'easter',
  'christmas',
  'holidays',
]

/** Answers that differ by verb and thing, each with `phrasings` phrasings. */
function invent(answers: number, phrasings: number): Answer[] {
  return Array.from({ length: answers }, (_, at) => {
    const verb = verbs[at % verbs.length] ?? ''
    const kind = Math.floor(at / (verbs.length * things.length))
    const thing = `${things[Math.floor(at / verbs.length) % things.length]}${kind || ''}`
    const asks = Array.from({ length: phrasings }, (_, place) => {
      const day = days[Math.floor(place / frames.length) % days.length]
      return `${frames[place % frames.length]?.(verb, thing)} ${place < frames.length ? '' : day}`.trim()
    })
    return { id: `${verb}-${thing}`, asks, answer: { en: [`About ${verb} and ${thing}.`] } }
  })
}

const questions = [
  'how can i snd back a jacket',
  'whats the price for insuring my bicycle on sunday',
  'tell me something nice',
  'kettle',
]
const kept = new Map<string, string>()
const cache: TrainingCache = { get: async (key) => kept.get(key), set: async (key, value) => kept.set(key, value) }

/** Times `search` over `rounds` questions: median and 99th percentile, ms. */
function timeSearch(search: (text: string) => unknown, rounds: number): [number, number] {
  const times = Array.from({ length: rounds }, (_, at) => {
    const began = performance.now()
    search(questions[at % questions.length] ?? '')
    return performance.now() - began
  }).sort((a, b) => a - b)
  return [times[Math.floor(rounds / 2)] ?? 0, times[Math.floor(rounds * 0.99)] ?? 0]
}

console.log('answers × phrasings   learned     from cache  answer p50  p99')
for (const [answers, phrasings] of [
  [5, 3],
  [20, 12],
  [25, 20],
  [100, 20],
  [150, 50],
  [500, 20],
] as const) {
  const brand = invent(answers, phrasings)
  const began = performance.now()
  const knowledge = await createKnowledge(brand, { cache })
  const learned = performance.now() - began
  const again = performance.now()
  await createKnowledge(brand, { cache })
  const cached = performance.now() - again
  const [p50, p99] = timeSearch((text) => knowledge.search({ text }), 400)
  const name = `${answers} × ${phrasings}`.padEnd(20)
  console.log(
    `${name} ${learned.toFixed(0).padStart(6)} ms ${cached.toFixed(0).padStart(10)} ms ${p50.toFixed(2).padStart(8)} ms ${p99.toFixed(2)} ms`,
  )
}
