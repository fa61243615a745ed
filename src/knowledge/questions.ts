/** A fan's message → the questions it puts, where it puts more than one: "how much is postage? and do you sell tea?". */

import type { Lang } from '../domain/message.ts'
import { asksSomething } from '../hearing/asks-something.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { once } from '../words/once.ts'
import { inAllLanguages } from '../words/terms/in-all-languages.ts'
import { readLimit } from '../words/terms/segment.ts'
import { withoutCourtesies } from './courtesies.ts'
import type { Findings, Hit, Question } from './findings.ts'

/** A part of a message is answered for itself from this probability on. */
const sure = 0.6
const mostQuestions = 4
/** What is shorter says too little to be asked alone, but where hardly anything else can be meant: "wifi and parking?". */
const shortest = { words: 2, characters: 3 } as const
const certain = 0.9

const afterSentence = /(?<=[.!?](?=\s|$|\p{Lo})|[…。！？；;\n])/u
/** Words that may join two questions; whether they do is told by what each side finds. */
const joints = once(() => {
  const between = inAllLanguages(({ joins }) => joins?.between).join('|')
  const touching = inAllLanguages(({ joins }) => joins?.touching).join('|')
  return new RegExp(String.raw`\s*[,;]?\s+(?:${between})\s+|\s+[&+]\s+|[，,、]?\s*(?:${touching})[，,、]?\s*`, 'iu')
})

/** Between clauses that each ask something: "how much is it, when do you open". */
const commas = /[,，、]\s*(?=\p{L})/u

interface Search {
  readonly lang?: Lang | undefined
  rank(text: string): readonly Hit[]
  /** The answers of which the text is a phrasing, word for word. */
  findExact(text: string): readonly Hit[]
  /** Whether the first hit may be sent at all, by the brand's caution. */
  decide(hits: readonly Hit[]): Findings
}

/** In their order, with what each finds for itself; fewer than two: undefined. */
export function questionsIn(text: string, { lang, rank, findExact, decide }: Search): readonly Question[] | undefined {
  const read = (part: string, isAmongShort = false): Question | undefined => {
    const bare = withoutCourtesies(part)
    if (bare === '') return undefined
    const exact = findExact(bare)
    const hits = exact.length > 0 ? exact : rank(bare)
    if (!isLongEnough(bare) && !(isAmongShort && (hits[0]?.score ?? 0) >= certain)) return undefined
    const isSure = exact.length > 0 || ((hits[0]?.score ?? 0) >= sure && decide(hits).outcome === 'answer')
    return { text: part.trim(), isSure, hits }
  }
  const found = text
    .slice(0, readLimit)
    .split(afterSentence)
    .flatMap((sentence) => {
      const parts = sentence.split(joints(), mostQuestions)
      const areShort =
        parts.length > 1 && parts.every((part) => withoutCourtesies(part).split(' ').length <= shortest.words)
      const halves = parts.flatMap((part) => read(part, areShort) ?? [])
      if (areSeparate(halves, lang)) return halves
      const clauses = sentence.split(commas, mostQuestions).flatMap((clause) => read(clause) ?? [])
      const areAsked = clauses.every(({ text }) => asksSomething(text, lang)) && areSeparate(clauses, lang)
      return areAsked ? clauses : (read(sentence) ?? [])
    })
  return found.length > 1 ? found.slice(0, mostQuestions) : undefined
}

/** Each is sure or puts a question of its own, and no two bring the same answer. */
function areSeparate(halves: readonly Question[], lang?: Lang): boolean {
  const sure = halves.filter(({ isSure }) => isSure)
  if (halves.length < 2 || sure.length === 0 || new Set(sure.map(firstAnswer)).size < sure.length) return false
  return sure.length === halves.length || halves.every(({ isSure, text }) => isSure || asksSomething(text, lang))
}

function firstAnswer({ hits }: Question) {
  return hits[0]?.answer
}

/** The surely answered ones, each answer once. */
export function answeredOf(questions: readonly Question[]): readonly Hit[] {
  const hits = questions.flatMap(({ isSure, hits: [first] }) => (isSure && first ? [first] : []))
  return hits.filter((hit, at) => hits.findIndex(({ answer }) => answer === hit.answer) === at)
}

function isLongEnough(part: string): boolean {
  return isUnspaced(part) ? part.length >= shortest.characters : part.split(' ').length >= shortest.words
}
