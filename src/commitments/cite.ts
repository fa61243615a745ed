/** Which approved answers a draft leans on, when nobody said so: shared facts first, then shared words. */
import type { Answer } from '../domain/answer.ts'
import { segment } from '../words/terms/segment.ts'
import { listedLanguages, stopWords } from '../words/terms/stop-words.ts'
import { figuresOf, findMentions } from './find.ts'

export interface Cited {
  readonly id: string
  /** 0–1: how much of what the draft says stands in the answer. */
  readonly strength: number
}

type Citable = Pick<Answer, 'id' | 'answer'>

interface Prepared {
  readonly id: string
  readonly variants: readonly Content[]
}
interface Content {
  readonly words: ReadonlySet<string>
  readonly facts: ReadonlySet<string>
}

/** Less than this is chance. */
const least = 0.25
const most = 5

const prepared = new WeakMap<
  readonly Citable[],
  { readonly answers: readonly Prepared[]; readonly weight: (word: string) => number }
>()
const grammar = new Set(listedLanguages.flatMap((lang) => [...stopWords(lang)]))
const hanGrammar = new Set([
  ...'的了吗呢吧啊是在有我你您们他她就都也还很这那和跟与不没一个几哪什么怎会能可以要到给把被让从对',
])

/** Best first, at most five. `answers` should be the persona's own array, which is read once. */
export function cite(text: string, answers: readonly Citable[]): readonly Cited[] {
  const { answers: known, weight } = prepare(answers)
  const said = contentOf(text)
  if (said.words.size === 0 && said.facts.size === 0) return []
  return known
    .map(({ id, variants }) => ({
      id,
      strength: Math.max(0, ...variants.map((variant) => overlap(said, variant, weight))),
    }))
    .filter(({ strength }) => strength >= least)
    .sort((a, b) => b.strength - a.strength || (a.id < b.id ? -1 : 1))
    .slice(0, most)
}

function prepare(answers: readonly Citable[]) {
  const known = prepared.get(answers)
  if (known) return known
  const ready = answers.map(({ id, answer }) => {
    const variants = Object.values(answer).flat().map(contentOf)
    // Facts are the same in every language; a variant may leave one out.
    const facts = new Set(variants.flatMap((variant) => [...variant.facts]))
    return { id, variants: variants.map(({ words }) => ({ words, facts })) }
  })
  const counts = new Map<string, number>()
  for (const { variants } of ready) {
    for (const word of new Set(variants.flatMap(({ words }) => [...words])))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const weight = (word: string): number => Math.log(1 + (ready.length + 1) / ((counts.get(word) ?? 0) + 1))
  const made = { answers: ready, weight }
  prepared.set(answers, made)
  return made
}

function contentOf(text: string): Content {
  const words = new Set(
    segment(text).filter((word) => !grammar.has(word) && !hanGrammar.has(word) && !/^\d+$/.test(word)),
  )
  const figures = figuresOf(text).map(({ kind, value }) => `${kind} ${value}`)
  const kinds = findMentions(text).flatMap(({ commitment, stance }) => (stance === 'asserted' ? [commitment.kind] : []))
  const phrases = kinds.filter((kind) => !['money', 'percentage', 'duration', 'date'].includes(kind))
  return { words, facts: new Set([...figures, ...phrases]) }
}

function overlap(said: Content, known: Content, weight: (word: string) => number): number {
  let shared = 0
  let all = 0
  for (const word of said.words) {
    const w = weight(word)
    all += w
    if (known.words.has(word)) shared += w
  }
  const ofWords = all === 0 ? 0 : shared / all
  if (said.facts.size === 0) return ofWords
  let held = 0
  for (const fact of said.facts) if (known.facts.has(fact)) held++
  return 0.5 * ofWords + 0.5 * (held / said.facts.size)
}
