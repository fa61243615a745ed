/**
 * How like a claim a sentence of a reply is: something that somebody could hold the house to, rather than talk that binds nobody.
 * Learnt from said.yaml of the packs. Pure.
 */
import type { Lang } from '../domain/message.ts'
import { createWeighing } from '../hearing/learned/weighed.ts'
import { type ClaimFeatures, claimFeatures, matterFeatures, type Said, silentBeside } from './claim-features.ts'
import { matterMeant, matterWorded, meant, worded } from './claims-learnt.ts'

const weigh = (words: typeof worded, meanings: typeof meant) => {
  const weighWords = createWeighing(words, silentBeside.words)
  const weighMeanings = createWeighing(meanings, silentBeside.meant)
  return ({ words, meant }: ClaimFeatures): number => {
    const sums = new Float64Array(1)
    weighWords(words, sums)
    weighMeanings(meant, sums)
    return sums[0] ?? 0
  }
}
const weighClaim = weigh(worded, meant)
const weighMatter = weigh(matterWorded, matterMeant)

/** Above 0 more like a claim than like free talk, as log odds. */
export const claimLikeness = (said: Said): number => weighClaim(claimFeatures(said))

/** Above 0 a fan's message is more like one that a claim would answer than like talk, as log odds. */
export const matterLikeness = (fan: string, lang: Lang): number => weighMatter(matterFeatures(fan, lang))
