/** What speaks for each answer, for one text: a handful of numbers per candidate, from one pass over inverted lists. */

import type { Corpus, Document } from './corpus.ts'
import type { Meanings } from './meanings.ts'
import { createPostings, spread } from './postings.ts'
import { countFrequencies, type Frequencies, toVector, type Vector } from './term-weights.ts'
import type { Supports } from './training/classifier.ts'
import { createBm25, createCover, createOwnWords } from './word-signs.ts'

/** The signs, in this order, that `Candidate.signs` holds. */
export const signNames = ['classifier', 'closest', 'closestThree', 'bm25', 'ownWords', 'subjects'] as const

export interface Candidate {
  readonly answer: number
  /** The classifier's value, then five likenesses, 0–1. */
  readonly signs: readonly number[]
  /** With vectors: likeness in meaning of the closest phrasing, and the mean of the closest three. */
  readonly meaning?: readonly [number, number]
  /** Position of the closest phrasing in the corpus. */
  readonly phrasing: number
  /** Share of the text's information in words of the answer's phrasings, 0–1. */
  readonly covered: number
}

export interface Evidence {
  /** Likeliest first, at most eight. */
  readonly candidates: readonly Candidate[]
  /** Share of the text's information in words that no phrasing has, 0–1. */
  readonly unknown: number
  /** Words of the text that carry matter. */
  readonly matter: number
  /** No word carries matter: `who are you`. */
  readonly isBare: boolean
}

export interface EvidenceIndex {
  /** `vector`: what the text means, of the dimension that `meanings` has. */
  weigh(document: Document, vector?: Float32Array): Evidence
}

const candidatesKept = 8
/** A rough order, only to choose the candidates. */
const roughly = { classifier: 1, closest: 0.5, closestThree: 0.5, bm25: 1, ownWords: 0.3, subjects: 0.5 } as const

/** For each answer its closest phrasing, and the mean of its closest three. */
interface Closest {
  readonly closest: Float32Array
  /** The likeness of its second and third closest. */
  readonly second: Float32Array
  readonly third: Float32Array
  readonly closestThree: Float32Array
  /** The row of the closest phrasing, or -1. */
  readonly bestRow: Int32Array
}

/** One number for each answer. */
interface Signs extends Closest {
  readonly classifier: Float32Array
  readonly bm25: Float32Array
  readonly ownWords: Float32Array
  readonly subjects: Float32Array
}

/** `rows`: the phrasings that count, as positions in the corpus; `vectors` and `supports` follow their order. */
export function createEvidenceIndex(
  corpus: Corpus,
  rows: readonly number[],
  { frequencies, vectors, labels, supports }: Prepared & { readonly supports: Supports },
  meanings?: Meanings,
): EvidenceIndex {
  const { answers } = corpus
  const isOpen = new Uint8Array(answers)
  for (const label of labels) isOpen[label] = 1
  const postings = createPostings(vectors, corpus.features)
  const weighBm25 = createBm25(corpus, rows, frequencies)
  const weighSubjects = createBm25(corpus, rows, frequencies, 'subjects')
  const cover = createCover(corpus, rows, frequencies)
  const weighOwnWords = createOwnWords(corpus, isOpen)
  const likeness = new Float32Array(rows.length)
  const signs: Signs = {
    ...noCloseness(answers),
    classifier: new Float32Array(answers),
    bm25: new Float32Array(answers),
    ownWords: new Float32Array(answers),
    subjects: new Float32Array(answers),
  }

  return {
    weigh(document, vector) {
      likeness.fill(0)
      spread(postings, toVector(document, frequencies), likeness)
      classify(likeness, supports, signs.classifier)
      findClosest(likeness, labels, signs)
      // With one answer alone there is nothing for a classifier to tell it from.
      if (answers === 1) signs.classifier[0] = 2 * (signs.closest[0] ?? 0) - 1
      const unknown = weighBm25(document.stems, signs.bm25)
      weighSubjects(document.subjects, signs.subjects)
      weighOwnWords(document.stems, signs.ownWords)
      const matter = document.stems.ids.length + document.stems.unseen.length
      const candidates = choose(signs, vector && meant(vector), isOpen, rows).map((candidate) => ({
        ...candidate,
        covered: cover(document.stems, candidate.answer),
      }))
      return { candidates, unknown, matter, isBare: document.isBare }
    },
  }

  function meant(vector: Float32Array): Closest | undefined {
    if (!meanings) return undefined
    const closeness = noCloseness(answers)
    findClosest(meanings.likeness(vector, rows), labels, closeness)
    return closeness
  }
}

function noCloseness(answers: number): Closest {
  return {
    closest: new Float32Array(answers),
    second: new Float32Array(answers),
    third: new Float32Array(answers),
    closestThree: new Float32Array(answers),
    bestRow: new Int32Array(answers),
  }
}

/** The classifier's value for each answer: its supports' likenesses, weighted. */
export function classify(
  likeness: Float32Array,
  { starts, answers, weights, bias }: Supports,
  into: Float32Array,
): void {
  into.set(bias)
  for (let row = 0; row < likeness.length; row++) {
    const like = likeness[row] ?? 0
    if (like === 0) continue
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at++) {
      const answer = answers[at] ?? 0
      into[answer] = (into[answer] ?? 0) + like * (weights[at] ?? 0)
    }
  }
}

function findClosest(likeness: Float32Array, labels: Int32Array, into: Closest): void {
  const { closest, second, third, closestThree, bestRow } = into
  closest.fill(0)
  second.fill(0)
  third.fill(0)
  bestRow.fill(-1)
  for (let row = 0; row < likeness.length; row++) {
    const like = likeness[row] ?? 0
    const answer = labels[row] ?? 0
    if (like <= (third[answer] ?? 0)) continue
    const isFirst = like > (closest[answer] ?? 0)
    const isSecond = like > (second[answer] ?? 0)
    third[answer] = isSecond ? (second[answer] ?? 0) : like
    if (isSecond) second[answer] = isFirst ? (closest[answer] ?? 0) : like
    if (!isFirst) continue
    closest[answer] = like
    bestRow[answer] = row
  }
  for (let answer = 0; answer < closest.length; answer++) {
    closestThree[answer] = ((closest[answer] ?? 0) + (second[answer] ?? 0) + (third[answer] ?? 0)) / 3
  }
}

type Chosen = Omit<Candidate, 'covered'>

/** The likeliest few answers for which anything speaks. */
function choose(signs: Signs, meant: Closest | undefined, isOpen: Uint8Array, rows: readonly number[]): Chosen[] {
  const { classifier, closest, closestThree, bm25, ownWords, subjects } = signs
  const found: { readonly answer: number; readonly rough: number }[] = []
  for (let answer = 0; answer < isOpen.length; answer++) {
    const row = rowOf(answer)
    const isTouched = row >= 0 || (ownWords[answer] ?? 0) > 0 || (subjects[answer] ?? 0) > 0
    if (isOpen[answer] === 0 || !isTouched) continue
    let rough =
      roughly.classifier * (classifier[answer] ?? 0) +
      roughly.closest * (closest[answer] ?? 0) +
      roughly.closestThree * (closestThree[answer] ?? 0) +
      roughly.bm25 * (bm25[answer] ?? 0) +
      roughly.ownWords * (ownWords[answer] ?? 0) +
      roughly.subjects * (subjects[answer] ?? 0)
    if (meant) rough += (meant.closest[answer] ?? 0) + (meant.closestThree[answer] ?? 0)
    if (found.length === candidatesKept && rough <= (found.at(-1)?.rough ?? 0)) continue
    if (found.length === candidatesKept) found.pop()
    let place = found.length
    while (place > 0 && (found[place - 1]?.rough ?? 0) < rough) place--
    found.splice(place, 0, { answer, rough })
  }
  return found.map(({ answer }) => ({
    answer,
    signs: signNames.map((name) => signs[name][answer] ?? 0),
    ...(meant ? { meaning: [meant.closest[answer] ?? 0, meant.closestThree[answer] ?? 0] as const } : {}),
    phrasing: rows[rowOf(answer)] ?? -1,
  }))

  /** The closest phrasing by words, or, where no word is shared, by meaning. */
  function rowOf(answer: number): number {
    const row = signs.bestRow[answer] ?? -1
    return row >= 0 ? row : (meant?.bestRow[answer] ?? -1)
  }
}

/** Some of the phrasings as both the classifier and the index need them. */
export interface Prepared {
  readonly frequencies: Frequencies
  readonly vectors: readonly Vector[]
  /** Position of each one's answer. */
  readonly labels: Int32Array
}

/** All of them; made once for a corpus. */
export function prepareWhole(corpus: Corpus): Prepared {
  const known = wholes.get(corpus)
  if (known) return known
  const prepared = prepare(
    corpus,
    corpus.phrasings.map((_, row) => row),
  )
  wholes.set(corpus, prepared)
  return prepared
}
const wholes = new WeakMap<Corpus, Prepared>()

export function prepare(corpus: Corpus, rows: readonly number[]): Prepared {
  const kept = rows.flatMap((row) => corpus.phrasings[row] ?? [])
  const documents = kept.map((phrasing) => phrasing.document)
  const frequencies = countFrequencies(documents, corpus.features)
  return {
    frequencies,
    vectors: documents.map((document) => toVector(document, frequencies)),
    labels: Int32Array.from(kept, (phrasing) => phrasing.answer),
  }
}
