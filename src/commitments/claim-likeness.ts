/**
 * How like a claim a sentence of a reply is: something that somebody could hold the house to, rather than talk that binds nobody.
 * Learnt from said.yaml of the packs. Pure.
 */
import { createWeighing } from '../hearing/learned/weighed.ts'
import { claimFeatures, type Said, silentBeside } from './claim-features.ts'
import { meant, worded } from './claims-learnt.ts'

const weighWords = createWeighing(worded, silentBeside.words)
const weighMeanings = createWeighing(meant, silentBeside.meant)

/** Above 0 more like a claim than like free talk, as log odds. */
export function claimLikeness(said: Said): number {
  const { words, meant } = claimFeatures(said)
  const sums = new Float64Array(1)
  weighWords(words, sums)
  weighMeanings(meant, sums)
  return sums[0] ?? 0
}
