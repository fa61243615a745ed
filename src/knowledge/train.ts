/** Learns a brand: the classifier over all its phrasings, and from its own cross-validation how far to trust a match. */
import { assignFolds, folds } from './assign-folds.ts'
import { type Example, fitWeights, type Weights } from './calibration.ts'
import { type Supports, supportsOf, trainClassifier } from './classifier.ts'
import type { Corpus } from './corpus.ts'
import { createEvidenceIndex, type Evidence, type Prepared, prepare } from './evidence.ts'

export interface Trained {
  readonly supports: Supports
  readonly weights: Weights
}

/** Examples of each kind looked at in one fold. */
const sampleOfFold = 80
/**
 * The odds that no approved answer fits a message, as assumed of a brand: 42 % of messages were measured for one with 21
 * answers (G. Arora et al., "HINT3", 2020). Beyond that size they fall as answers are added; below it they are capped.
 */
const assumedMissing = 0.4
const assumedWith = 20
/** Examples beyond this number only say the same again, and what holds of brands in general keeps its say. */
const mostWorth = 200

export function train(corpus: Corpus): Trained {
  const prepared = prepare(
    corpus,
    corpus.phrasings.map((_, row) => row),
  )
  const supports = trainClassifier({ ...prepared, answers: corpus.answers, features: corpus.features })
  return { supports, weights: fitWeights(crossValidate(corpus, prepared, supports)) }
}

/**
 * Each fold hides a fifth of the answers whole, whose phrasings then play messages that no answer fits, and a fifth of
 * the phrasings of the others, which play messages that one does fit.
 */
function crossValidate(corpus: Corpus, prepared: Prepared, supports: Supports): Example[] {
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
    const ask = createTrial(corpus, known, supports)
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
    ...fitting.map(({ evidence, answer }) => ({ evidence, answer, mass: ((1 - share) * worth) / fitting.length })),
    ...missing.map(({ evidence }) => ({ evidence, answer: undefined, mass: (share * worth) / missing.length })),
  ]
}

interface Trial {
  readonly evidence: Evidence
  readonly answer: number
  /** Some phrasing of the answer is known. */
  readonly isLeft: boolean
}

/** Puts phrasings to an index that knows only the rows `known`. */
function createTrial(corpus: Corpus, known: readonly number[], supports: Supports): (row: number) => Trial[] {
  const prepared = prepare(corpus, known)
  const again = trainClassifier(
    { ...prepared, answers: corpus.answers, features: corpus.features },
    supportsOf(supports, known, corpus.answers),
  )
  const index = createEvidenceIndex(corpus, known, { ...prepared, supports: again })
  const left = new Set(prepared.labels)
  return (row) => {
    const phrasing = corpus.phrasings[row]
    if (!phrasing) return []
    const { answer, document } = phrasing
    return [{ evidence: index.weigh(document), answer, isLeft: left.has(answer) }]
  }
}

function missingShare(answers: number): number {
  const odds = assumedMissing / (1 - assumedMissing) / Math.max(1, answers / assumedWith)
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
