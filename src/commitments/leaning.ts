/** How far a sentence keeps to the words of each approved answer: a figure that happens to stand in another answer supports nothing. */
import type { Answer } from '../domain/answer.ts'
import { segment } from '../words/terms/segment.ts'
import { stemEnglish } from '../words/terms/stem-english.ts'
import { listedLanguages, stopWords } from '../words/terms/stop-words.ts'
import type { Commitment } from './commitment.ts'
import { figuresOf, findMentions } from './find.ts'
import { findSubjects } from './speaks-of.ts'
import { readStated } from './stated.ts'

interface Prepared {
  readonly ids: readonly string[]
  /** By each word, which answers it stands in, as places in `ids`. */
  readonly holders: ReadonlyMap<string, readonly number[]>
  readonly weight: (word: string) => number
}

const grammar = new Set(listedLanguages.flatMap((lang) => [...stopWords(lang)]))
/** Chinese letters that carry grammar. */
export const hanGrammar: ReadonlySet<string> = new Set([
  ...'的了吗呢吧啊是在有我你您们他她就都也还很这那和跟与不没一个几哪什么怎会能可以要到给把被让从对',
])
const prepared = new WeakMap<readonly Answer[], Prepared>()

/**
 * Share, 0–1, of a text's content words that stand in each answer, its title or its phrasings, rare words counting more.
 * `answers` should be the persona's own array, which is read once. Words too few to judge by: undefined.
 */
export function leaning(text: string, answers: readonly Answer[]): ReadonlyMap<string, number> | undefined {
  const said = contentOf(text)
  if (said.size < 2) return undefined
  const { ids, holders, weight } = prepare(answers)
  const shared = new Float64Array(ids.length)
  let all = 0
  for (const word of said) {
    const worth = weight(word)
    all += worth
    for (const place of holders.get(word) ?? []) shared[place] = (shared[place] ?? 0) + worth
  }
  return new Map(ids.map((id, place) => [id, (shared[place] ?? 0) / all]))
}

/**
 * Whether approved texts speak of a commitment where they speak of what the sentence is about: "the tenth drink is free" says
 * nothing of the first order. What is free from an amount on is granted with that amount alone, named in `talk`.
 * `about`: the sentence without the words that commit.
 */
export function sharesPlace(
  about: string,
  { kind, value }: Commitment,
  texts: readonly string[],
  talk: string,
): boolean {
  const said = contentOf(about)
  const isFigure = value !== undefined && /\d/.test(value)
  const places = texts.flatMap(placesOf).filter((place) => (isFigure ? place.values.has(value) : place.kinds.has(kind)))
  if (places.length === 0) return true
  const near =
    said.size < 2
      ? places
      : places.filter(({ words, around }) => {
          const known = isFigure ? around : words
          return known.size < 2 || [...said].some((word) => known.has(word))
        })
  if (kind !== 'free') return near.length > 0
  const amounts = new Set(amountsOf(talk))
  return near.some((place) => place.amounts.length === 0 || place.amounts.some((amount) => amounts.has(amount)))
}

interface Place {
  readonly words: ReadonlySet<string>
  /** With those of the sentences before and after. */
  readonly around: ReadonlySet<string>
  readonly values: ReadonlySet<string>
  readonly kinds: ReadonlySet<string>
  readonly amounts: readonly string[]
}

const places = new Map<string, readonly Place[]>()
function placesOf(text: string): readonly Place[] {
  const known = places.get(text)
  if (known) return known
  const { folded, sentences, quote } = readStated(text)
  const made = sentences.map(({ start, end }, at): Place => {
    const part = quote({ start, end })
    return {
      words: contentOf(part),
      around: contentOf(quote({ start: sentences[at - 1]?.start ?? start, end: sentences[at + 1]?.end ?? end })),
      values: new Set(figuresOf(part).map(({ value }) => value)),
      kinds: new Set([
        ...findMentions(part).map(({ commitment }) => commitment.kind),
        ...findSubjects(folded.slice(start, end)).map(({ kind }) => kind),
      ]),
      amounts: amountsOf(part),
    }
  })
  // Approved texts are few and change with the persona alone.
  if (places.size > 2000) places.clear()
  places.set(text, made)
  return made
}

const amountsOf = (text: string): string[] =>
  figuresOf(text).flatMap(({ kind, value }) => (kind === 'money' ? [value] : []))

function prepare(answers: readonly Answer[]): Prepared {
  const known = prepared.get(answers)
  if (known) return known
  const holders = new Map<string, number[]>()
  for (const [place, { title, asks, answer }] of answers.entries()) {
    const texts = [...Object.values(answer).flat(), ...Object.values(title ?? {}), ...asks]
    for (const word of new Set(texts.flatMap((text) => [...contentOf(text)]))) {
      const places = holders.get(word)
      if (places) places.push(place)
      else holders.set(word, [place])
    }
  }
  const weight = (word: string): number => Math.log(1 + (answers.length + 1) / ((holders.get(word)?.length ?? 0) + 1))
  const made = { ids: answers.map(({ id }) => id), holders, weight }
  prepared.set(answers, made)
  return made
}

/** Content words, stemmed where they are Latin; figures are for the finders of facts. */
export function contentOf(text: string): Set<string> {
  const words = segment(text).filter(
    (word) => !grammar.has(word) && !hanGrammar.has(word) && !/^\p{N}/u.test(word) && !/^[a-z]$/.test(word),
  )
  return new Set(words.map((word) => (/^[a-z]+$/.test(word) ? stemEnglish(word) : word)))
}
