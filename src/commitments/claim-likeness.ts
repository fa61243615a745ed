/**
 * How like a claim a sentence of a reply is: something that somebody could hold the house to, rather than talk that binds nobody.
 * Learnt from said.yaml of the packs. Pure.
 */
import type { Lang } from '../domain/message.ts'
import { createWeighing } from '../hearing/learned/weighed.ts'
import { rememberFewMade } from '../words/remember-last.ts'
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

const claims = rememberFewMade<number>()
const matters = rememberFewMade<number>()

/** Above 0 more like a claim than like free talk, as log odds. Each check of a draft asks it of the same sentences. */
export function claimLikeness(said: Said): number {
  const { sentence, lang, at, isOnly, fan, fanLang } = said
  return claims(JSON.stringify([sentence, lang, at, isOnly, fan, fanLang]), () => weighClaim(claimFeatures(said)))
}

/** Above 0 a fan's message is more like one that a claim would answer than like talk, as log odds. */
export function matterLikeness(fan: string, lang: Lang): number {
  return matters(`${lang} ${fan}`, () => weighMatter(matterFeatures(fan, lang)))
}
