/** How much a feature tells, and texts as vectors of such weights: rare features weigh more, every text weighs one. */
import type { Counts, Document } from './corpus.ts'

/** Feature ids and weights; the features nobody knows count for the length alone. */
export interface Vector {
  readonly ids: Int32Array
  readonly weights: Float32Array
}

/** Document frequencies over some of the brand's phrasings. */
export interface Frequencies {
  readonly documents: number
  readonly of: Int32Array
}

/** The share of words (and pairs) in the likeness of two texts; the rest is character n-grams. */
const wordShare = 0.5

export function countFrequencies(documents: readonly Document[], features: number): Frequencies {
  const of = new Int32Array(features)
  for (const { phrases, grams, stems, subjects } of documents) {
    for (const { ids } of [phrases, grams, stems, subjects]) for (const id of ids) of[id] = (of[id] ?? 0) + 1
  }
  return { documents: documents.length, of }
}

/** Inverse document frequency, smoothed, at least 1. */
function rarity({ documents }: Frequencies, frequency: number): number {
  return Math.log((documents + 1) / (frequency + 1)) + 1
}

/** Robertson's inverse document frequency, kept positive, as BM25 uses it. */
export function information({ documents }: Frequencies, frequency: number): number {
  return Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5))
}

/** TF-IDF of unit length, times the root of `share`. */
function weigh({ ids, counts, unseen }: Counts, frequencies: Frequencies, share: number): Vector {
  const weights = new Float32Array(ids.length)
  let square = 0
  for (let at = 0; at < ids.length; at++) {
    const weight = (1 + Math.log(counts[at] ?? 1)) * rarity(frequencies, frequencies.of[ids[at] ?? 0] ?? 0)
    weights[at] = weight
    square += weight * weight
  }
  for (const times of unseen) square += ((1 + Math.log(times)) * rarity(frequencies, 0)) ** 2
  const scale = square > 0 ? Math.sqrt(share / square) : 0
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) * scale
  return { ids, weights }
}

/** Words and n-grams in one vector: its dot product with another text's is their likeness, 0–1. */
export function toVector(document: Document, frequencies: Frequencies): Vector {
  const words = weigh(document.phrases, frequencies, wordShare)
  const grams = weigh(document.grams, frequencies, 1 - wordShare)
  const ids = new Int32Array(words.ids.length + grams.ids.length)
  const weights = new Float32Array(ids.length)
  ids.set(words.ids)
  ids.set(grams.ids, words.ids.length)
  weights.set(words.weights)
  weights.set(grams.weights, words.ids.length)
  return { ids, weights }
}
