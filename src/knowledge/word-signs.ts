/** Signs that go by words alone: BM25 over an answer's phrasings, by stems or by subjects, and the words of the answer itself. */
import type { Corpus, Counts } from './corpus.ts'
import { createPostings, spread } from './postings.ts'
import { type Frequencies, information } from './term-weights.ts'

/** BM25's saturation and length normalisation; an answer with all its phrasings is one document. */
const saturation = 1.2
const lengthShare = 0.75

/** BM25 over answers as a share of the text's information; returns the share of information in what nobody knows. */
export function createBm25(
  corpus: Corpus,
  rows: readonly number[],
  frequencies: Frequencies,
  field: 'stems' | 'subjects' = 'stems',
) {
  const tallies = Array.from({ length: corpus.answers }, () => new Map<number, number>())
  const lengths = new Float64Array(corpus.answers)
  for (const { answer, document } of rows.flatMap((row) => corpus.phrasings[row] ?? [])) {
    const tally = tallies[answer]
    document[field].ids.forEach((id, at) => {
      const times = document[field].counts[at] ?? 0
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
    spread(postings, { ids, weights: weights.map((weight) => weight / whole) }, into)
    return unknown / whole
  }
}

/** The share of a text's information that stands in the answer's own title and words. */
export function createOwnWords(corpus: Corpus, isOpen: Uint8Array) {
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
    if (whole > 0) spread(postings, { ids, weights: weights.map((weight) => weight / whole) }, into)
  }
}

/** The share of a text's information in words that stand in the answer's phrasings. */
export function createCover(corpus: Corpus, rows: readonly number[], frequencies: Frequencies) {
  const known = Array.from({ length: corpus.answers }, () => new Set<number>())
  for (const { answer, document } of rows.flatMap((row) => corpus.phrasings[row] ?? [])) {
    for (const id of document.stems.ids) known[answer]?.add(id)
  }
  return ({ ids, unseen }: Counts, answer: number): number => {
    let whole = unseen.length * information(frequencies, 0)
    let covered = 0
    for (const id of ids) {
      const weight = information(frequencies, frequencies.of[id] ?? 0)
      whole += weight
      if (known[answer]?.has(id)) covered += weight
    }
    return whole > 0 ? covered / whole : 0
  }
}
