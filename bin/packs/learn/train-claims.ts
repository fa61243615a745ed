/** Logistic regression over the words of a sentence and over what it means beside the fan's message, by AdaGrad in a fixed order. */
import { CLAIM_PLACES, type ClaimFeatures, silentBeside } from '../../../src/commitments/claim-features.ts'
import { PLACES } from '../../../src/hearing/learned/features.ts'
import { shareOf } from '../../../src/hearing/learned/weighed.ts'
import type { SaidLesson } from './said-lessons.ts'
import { strideFor } from './stride.ts'

const ROUNDS = 10
const STEPS = { words: 0.5, meant: 0.3 } as const
/** What a feature has to show before its first steps are as long as they may be. */
const CALM = 1
/** Draws every weight to nothing, so that chance leaves no mark. */
const DECAY = 1e-4

export interface ClaimWeights {
  readonly words: Float32Array
  readonly meant: Float32Array
}

const views = ['words', 'meant'] as const
const nothing = (): ClaimWeights => ({ words: new Float32Array(PLACES), meant: new Float32Array(CLAIM_PLACES) })

export function trainClaims(lessons: readonly SaidLesson[]): ClaimWeights {
  const weights = nothing()
  const seen = nothing()
  const stride = strideFor(lessons.length)
  const claims = lessons.filter(({ isClaim }) => isClaim).length
  // Both sides count alike, however many were written of each.
  const worth = { claim: lessons.length / 2 / claims, free: lessons.length / 2 / (lessons.length - claims) }
  for (let round = 0; round < ROUNDS; round++)
    for (let at = 0; at < lessons.length; at++) {
      const lesson = lessons[(at * stride) % lessons.length]
      if (lesson) descend(lesson)
    }
  return weights

  function descend({ features, isClaim }: SaidLesson): void {
    const odds = 1 / (1 + Math.exp(-claimValue(features, weights)))
    const error = isClaim ? worth.claim * (1 - odds) : -worth.free * odds
    for (const view of views) {
      const share = shareOf(features[view], silentBeside[view])
      for (const place of features[view]) {
        const weight = weights[view][place] ?? 0
        const slope = error * share - DECAY * weight
        const total = (seen[view][place] ?? 0) + slope * slope
        seen[view][place] = total
        weights[view][place] = weight + (STEPS[view] * slope) / Math.sqrt(total + CALM)
      }
    }
  }
}

export function claimValue(features: ClaimFeatures, weights: ClaimWeights): number {
  return views
    .map((view) => {
      const sum = features[view].reduce((sum, place) => sum + (weights[view][place] ?? 0), 0)
      return sum * shareOf(features[view], silentBeside[view])
    })
    .reduce((sum, value) => sum + value, 0)
}
