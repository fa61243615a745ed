/** Learns a brand: the classifier over all its phrasings, and from its own cross-validation how far to trust a match. */

import type { Corpus } from '../corpus.ts'
import { createEvidenceIndex, type Evidence, type Prepared, prepare, prepareWhole } from '../evidence.ts'
import { createMeanings, type Meanings } from '../meanings.ts'
import { assignFolds, folds } from './assign-folds.ts'
import { type Example, fitWeights, generalWeightsWithMeaning, type Weights } from './calibration.ts'
import { type Supports, supportsOf, trainClassifier } from './classifier.ts'

export interface Trained {
  readonly supports: Supports
  readonly weights: Weights
  /** For a text whose meaning is known as a vector. */
  readonly weightsWithMeaning?: Weights
  /** Phrasings that came, went or changed since all of it was learnt whole; if absent, none. */
  readonly changed?: number
}

/** Examples of each kind looked at in one fold. */
const sampleOfFold = 80
/**
 * The odds that no approved answer fits a message, as assumed of a brand: 42 % of messages were measured for one with 21
 * answers (G. Arora et al., "HINT3", 2020). They hold up to a usual brand's number of answers; a far larger one is taken to
 * have an answer to nearly everything, so beyond it they fall quickly.
 */
const assumedMissing = 0.4
const assumedWith = 60
const fall = 2.2
/** Examples beyond this number only say the same again, and what holds of brands in general keeps its say. */
const mostWorth = 200

/** `vectors`: what each phrasing means, in the corpus's order. */
export function train(corpus: Corpus, vectors?: readonly Float32Array[]): Trained {
  const prepared = prepareWhole(corpus)
  const supports = trainClassifier({ ...prepared, answers: corpus.answers, features: corpus.features })
  const meant = vectors && meantBy(vectors, prepared.labels)
  const examples = crossValidate(corpus, prepared, supports, meant)
  const { answers } = corpus
  const size = { answers, phrasings: corpus.phrasings.length / Math.max(1, answers) }
  const weights = fitWeights(examples, size)
  if (!meant) return { supports, weights }
  const withMeaning = examples.map((example) => ({ ...example, evidence: example.evidenceWithMeaning }))
  return { supports, weights, weightsWithMeaning: fitWeights(withMeaning, size, generalWeightsWithMeaning) }
}

/** What the phrasings mean, and what compares it. */
interface Meant {
  readonly vectors: readonly Float32Array[]
  readonly meanings: Meanings
}

function meantBy(vectors: readonly Float32Array[], labels: Int32Array): Meant | undefined {
  const meanings = createMeanings(vectors, labels)
  return meanings && { vectors, meanings }
}

/**
 * Each fold hides a fifth of the answers whole, whose phrasings then play messages that no answer fits, and a fifth of
 * the phrasings of the others, which play messages that one does fit.
 */
function crossValidate(corpus: Corpus, prepared: Prepared, supports: Supports, meant?: Meant): MeantExample[] {
  const { hidden, asked } = assignFolds(corpus, prepared)
  const fitting: Trial[] = []
  const missing: Trial[] = []
  for (let fold = 0; fold < folds; fold++) {
    const known: number[] = []
    const askedHere: number[] = []
    const hiddenHere: number[] = []
    corpus.phrasings.forEach(({ answer }, row) => {
      if (hidden[answer] === fold) hiddenHere.push(row)
      else if (asked[row] === fold) askedHere.push(row)
      else known.push(row)
    })
    const ask = createTrial(corpus, known, supports, meant)
    fitting.push(
      ...sample(askedHere)
        .flatMap(ask)
        .filter(({ isLeft }) => isLeft),
    )
    missing.push(...sample(hiddenHere).flatMap(ask))
  }
  const share = missingShare(corpus.answers)
  const worth = Math.min(mostWorth, fitting.length + missing.length)
  return [
    ...fitting.map((trial) => ({ ...trial, mass: ((1 - share) * worth) / fitting.length })),
    ...missing.map((trial) => ({ ...trial, answer: undefined, mass: (share * worth) / missing.length })),
  ]
}

interface MeantExample extends Example {
  /** Equal to `evidence` where no vectors are known. */
  readonly evidenceWithMeaning: Evidence
}

interface Trial extends Omit<MeantExample, 'mass'> {
  readonly answer: number
  /** Some phrasing of the answer is known. */
  readonly isLeft: boolean
}

/** Puts phrasings to an index that knows only the rows `known`. */
function createTrial(
  corpus: Corpus,
  known: readonly number[],
  supports: Supports,
  meant?: Meant,
): (row: number) => Trial[] {
  const prepared = prepare(corpus, known)
  const again = trainClassifier(
    { ...prepared, answers: corpus.answers, features: corpus.features },
    supportsOf(supports, known, corpus.answers),
  )
  const index = createEvidenceIndex(corpus, known, { ...prepared, supports: again }, meant?.meanings)
  const left = new Set(prepared.labels)
  return (row) => {
    const phrasing = corpus.phrasings[row]
    if (!phrasing) return []
    const { answer, document } = phrasing
    const evidence = index.weigh(document)
    const evidenceWithMeaning = meant ? index.weigh(document, meant.vectors[row]) : evidence
    return [{ evidence, evidenceWithMeaning, answer, isLeft: left.has(answer) }]
  }
}

function missingShare(answers: number): number {
  const odds = assumedMissing / (1 - assumedMissing) / Math.max(1, answers / assumedWith) ** fall
  return odds / (1 + odds)
}

/** Evenly spread, the same every time. */
function sample(rows: readonly number[]): number[] {
  const stride = Math.max(1, rows.length / sampleOfFold)
  const found: number[] = []
  for (let at = 0; at < rows.length; at += stride) {
    const row = rows[Math.floor(at)]
    if (row !== undefined) found.push(row)
  }
  return found
}
