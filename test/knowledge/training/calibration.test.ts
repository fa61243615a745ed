/** What is fitted to a brand's own phrasings stays within reason, however alike they are. */
import { expect, test } from 'vitest'
import { signNames } from '../../../src/knowledge/evidence.ts'
import { type Example, fitWeights, probabilities } from '../../../src/knowledge/training/calibration.ts'

/** One candidate that all signs speak for, and which is right, or is nothing at all. */
const example = (isRight: boolean, mass = 1): Example => ({
  evidence: {
    candidates: [{ answer: 0, signs: signNames.map(() => 1), phrasing: 0, covered: 1 }],
    ...{ unknown: 0, matter: 4, isBare: false },
  },
  answer: isRight ? 0 : undefined,
  mass,
})

test('phrasings of one form, all of which the general weights are sure of and wrong, move them as far as it helps', () => {
  const many = Array.from({ length: 2000 }, () => example(false))
  const weights = fitWeights(many, { answers: 100, phrasings: 20 })
  expect(Math.max(...weights.map(Math.abs))).toBeLessThan(20)
  expect(probabilities(example(false).evidence, weights)[0]).toBeLessThan(0.05)
})

test('as many for as against come out even', () => {
  const even = Array.from({ length: 2000 }, (_, at) => example(at % 2 === 0))
  const weights = fitWeights(even, { answers: 100, phrasings: 20 })
  expect(probabilities(example(true).evidence, weights)[0]).toBeCloseTo(0.5, 1)
})
