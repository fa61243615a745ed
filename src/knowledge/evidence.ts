/** What speaks for each answer, for one text: a handful of numbers per candidate, from one pass over inverted lists. */
import type { Supports } from './classifier.ts'
import type { Corpus, Counts, Document, Phrasing } from './corpus.ts'
import { countFrequencies, type Frequencies, information, toVector, type Vector } from './term-weights.ts'

/** The signs, in this order, that `Candidate.signs` holds. */
export const signNames = ['classifier', 'closest', 'closestThree', 'bm25', 'ownWords'] as const

export interface Candidate {
  readonly answer: number
  /** The classifier's value, then four likenesses, 0–1. */
  readonly signs: readonly number[]
  /** Position of the closest phrasing in the corpus. */
  readonly phrasing: number
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
  weigh(document: Document): Evidence
}

const candidatesKept = 8
/** A rough order, only to choose the candidates. */
const roughly = [1, 0.5, 0.5, 1, 0.3] as const

/** BM25's saturation and length normalisation; an answer with all its phrasings is one document. */
const saturation = 1.2
const lengthShare = 0.75

interface Postings {
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly weights: Float32Array
}

/** `rows`: the phrasings that count, as positions in the corpus; `vectors` and `supports` follow their order. */
export function createEvidenceIndex(
  corpus: Corpus,
  rows: readonly number[],
  prepared: Omit<Prepared, 'labels'> & { readonly supports: Supports },
): EvidenceIndex {
  const { frequencies, vectors, supports } = prepared
  const kept = rows.flatMap((row) => corpus.phrasings[row] ?? [])
  const labels = Int32Array.from(kept, (phrasing) => phrasing.answer)
  const isOpen = new Uint8Array(corpus.answers)
  for (const label of labels) isOpen[label] = 1
  const likeness = createPostings(vectors, corpus.features)
  const bm25 = createBm25(corpus, kept, frequencies)
  const ownWords = createOwnWords(corpus, isOpen)
  const similar = new Float32Array(rows.length)
  const signs = new Float32Array(corpus.answers * signNames.length)
  const best = new Int32Array(corpus.answers)

  return {
    weigh(document) {
      const { answers } = corpus
      similar.fill(0)
      best.fill(-1)
      spread(likeness, toVector(document, frequencies), similar)
      const value = signs.subarray(0, answers)
      const closest = signs.subarray(answers, answers * 2)
      const three = signs.subarray(answers * 2, answers * 3)
      value.set(supports.bias)
      closest.fill(0)
      three.fill(0)
      const second = new Float32Array(answers)
      const third = new Float32Array(answers)
      for (let row = 0; row < similar.length; row++) {
        const like = similar[row] ?? 0
        if (like === 0) continue
        for (let at = supports.starts[row] ?? 0; at < (supports.starts[row + 1] ?? 0); at++) {
          const answer = supports.answers[at] ?? 0
          value[answer] = (value[answer] ?? 0) + like * (supports.weights[at] ?? 0)
        }
        const answer = labels[row] ?? 0
        if (like > (closest[answer] ?? 0)) {
          third[answer] = second[answer] ?? 0
          second[answer] = closest[answer] ?? 0
          closest[answer] = like
          best[answer] = row
        } else if (like > (second[answer] ?? 0)) {
          third[answer] = second[answer] ?? 0
          second[answer] = like
        } else if (like > (third[answer] ?? 0)) third[answer] = like
      }
      for (let answer = 0; answer < answers; answer++) {
        three[answer] = ((closest[answer] ?? 0) + (second[answer] ?? 0) + (third[answer] ?? 0)) / 3
      }
      // With one answer alone there is nothing for a classifier to tell it from.
      if (answers === 1) value[0] = 2 * (closest[0] ?? 0) - 1
      const unknown = bm25(document.stems, signs.subarray(answers * 3, answers * 4))
      ownWords(document.stems, signs.subarray(answers * 4))
      const matter = document.stems.ids.length + document.stems.unseen.length
      return { candidates: choose(signs, isOpen, best, rows), unknown, matter, isBare: document.isBare }
    },
  }
}

/** The likeliest few answers for which anything speaks. */
function choose(signs: Float32Array, isOpen: Uint8Array, best: Int32Array, rows: readonly number[]): Candidate[] {
  const answers = isOpen.length
  const found: { answer: number; rough: number }[] = []
  let least = Number.NEGATIVE_INFINITY
  for (let answer = 0; answer < answers; answer++) {
    const isTouched = (best[answer] ?? -1) >= 0 || (signs[answers * 4 + answer] ?? 0) > 0
    if (isOpen[answer] === 0 || !isTouched) continue
    let rough = 0
    for (let sign = 0; sign < roughly.length; sign++)
      rough += (roughly[sign] ?? 0) * (signs[sign * answers + answer] ?? 0)
    if (found.length === candidatesKept && rough <= least) continue
    found.push({ answer, rough })
    found.sort((a, b) => b.rough - a.rough)
    if (found.length > candidatesKept) found.pop()
    least = found.at(-1)?.rough ?? least
  }
  return found.map(({ answer }) => ({
    answer,
    signs: signNames.map((_, sign) => signs[sign * answers + answer] ?? 0),
    phrasing: rows[best[answer] ?? -1] ?? -1,
  }))
}

/** Vectors by row → for each feature the rows that have it. */
function createPostings(vectors: readonly Vector[], features: number): Postings {
  const starts = new Int32Array(features + 1)
  for (const { ids } of vectors) for (const id of ids) starts[id + 1] = (starts[id + 1] ?? 0) + 1
  for (let id = 0; id < features; id++) starts[id + 1] = (starts[id + 1] ?? 0) + (starts[id] ?? 0)
  const next = starts.slice()
  const rows = new Int32Array(starts[features] ?? 0)
  const weights = new Float32Array(rows.length)
  vectors.forEach((vector, row) => {
    for (let i = 0; i < vector.ids.length; i++) {
      const id = vector.ids[i] ?? 0
      const at = next[id] ?? 0
      rows[at] = row
      weights[at] = vector.weights[i] ?? 0
      next[id] = at + 1
    }
  })
  return { starts, rows, weights }
}

/** Adds to each row its dot product with `vector`. */
function spread({ starts, rows, weights }: Postings, vector: Vector, into: Float32Array): void {
  for (let i = 0; i < vector.ids.length; i++) {
    const id = vector.ids[i] ?? 0
    const weight = vector.weights[i] ?? 0
    const end = starts[id + 1] ?? 0
    for (let at = starts[id] ?? 0; at < end; at++) {
      const row = rows[at] ?? 0
      into[row] = (into[row] ?? 0) + weight * (weights[at] ?? 0)
    }
  }
}

/** BM25 over answers as a share of the text's information; returns the share of information in words nobody knows. */
function createBm25(corpus: Corpus, kept: readonly Phrasing[], frequencies: Frequencies) {
  const tallies = Array.from({ length: corpus.answers }, () => new Map<number, number>())
  const lengths = new Float64Array(corpus.answers)
  for (const { answer, document } of kept) {
    const tally = tallies[answer]
    document.stems.ids.forEach((id, at) => {
      const times = document.stems.counts[at] ?? 0
      tally?.set(id, (tally.get(id) ?? 0) + times)
      lengths[answer] = (lengths[answer] ?? 0) + times
    })
  }
  const open = lengths.filter((length) => length > 0)
  const mean = open.reduce((sum, length) => sum + length, 0) / Math.max(1, open.length)
  const vectors = tallies.map((tally, answer) => {
    const norm = saturation * (1 - lengthShare + (lengthShare * (lengths[answer] ?? 0)) / Math.max(1, mean))
    return {
      ids: Int32Array.from(tally.keys()),
      weights: Float32Array.from(tally.values(), (times) => times / (times + norm)),
    }
  })
  const postings = createPostings(vectors, corpus.features)

  return ({ ids, unseen }: Counts, into: Float32Array): number => {
    into.fill(0)
    const most = information(frequencies, 0)
    let unknown = unseen.length * most
    let whole = unknown
    const weights = new Float32Array(ids.length)
    for (let i = 0; i < ids.length; i++) {
      const frequency = frequencies.of[ids[i] ?? 0] ?? 0
      const weight = information(frequencies, frequency)
      weights[i] = weight
      whole += weight
      if (frequency === 0) unknown += weight
    }
    if (whole === 0) return 1
    for (let i = 0; i < ids.length; i++) weights[i] = (weights[i] ?? 0) / whole
    spread(postings, { ids, weights }, into)
    return unknown / whole
  }
}

/** The share of a text's information that stands in the answer's own title and words. */
function createOwnWords(corpus: Corpus, isOpen: Uint8Array) {
  const vectors = corpus.texts.map(({ ids }, answer) => {
    const shown = isOpen[answer] === 1 ? ids : new Int32Array()
    return { ids: shown, weights: new Float32Array(shown.length).fill(1) }
  })
  const postings = createPostings(vectors, corpus.features)
  const documents = corpus.answers

  return ({ ids, unseen }: Counts, into: Float32Array): void => {
    into.fill(0)
    const most = Math.log(1 + documents * 2)
    let whole = unseen.length * most
    const weights = new Float32Array(ids.length)
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0
      const frequency = (postings.starts[id + 1] ?? 0) - (postings.starts[id] ?? 0)
      const weight = Math.log(1 + documents / (frequency + 0.5))
      weights[i] = weight
      whole += weight
    }
    if (whole === 0) return
    for (let i = 0; i < ids.length; i++) weights[i] = (weights[i] ?? 0) / whole
    spread(postings, { ids, weights }, into)
  }
}

/** Some of the phrasings as both the classifier and the index need them. */
export interface Prepared {
  readonly frequencies: Frequencies
  readonly vectors: readonly Vector[]
  /** Position of each one's answer. */
  readonly labels: Int32Array
}

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
