/** What is learnt of claims: each sentence that a pack's said.yaml has, beside the message it answers. */
import { type ClaimFeatures, claimFeatures, matterFeatures } from '../../../src/commitments/claim-features.ts'
import type { Exchanges } from '../pack-schema.ts'
import type { PackSource } from '../read-packs.ts'

export interface SaidLesson {
  readonly lang: string
  readonly sentence: string
  readonly isClaim: boolean
  /** Sentences of one exchange are learnt from together, or kept apart together. */
  readonly exchange: number
  readonly features: ClaimFeatures
}

/** In a fixed order. */
export function saidLessons(packs: readonly PackSource[]): readonly SaidLesson[] {
  let exchange = 0
  return packs.flatMap(({ lang, data }) =>
    exchangesOf(data).flatMap(({ fan, says }) => {
      exchange += 1
      return says.map((one, at): SaidLesson => {
        const isClaim = 'claim' in one
        const sentence = isClaim ? one.claim : one.free
        const said = { sentence, lang, at, isOnly: says.length === 1, fan, fanLang: lang }
        return { lang, sentence, isClaim, exchange, features: claimFeatures(said) }
      })
    }),
  )
}

/** Each message of a fan's once: a matter of the house if a claim answers it in any exchange, else talk. */
export function matterLessons(packs: readonly PackSource[]): readonly SaidLesson[] {
  const messages = packs.flatMap(({ lang, data }) => {
    const byFan = Map.groupBy(exchangesOf(data), ({ fan }) => fan)
    return [...byFan].map(([fan, some]) => ({
      ...{ lang, sentence: fan },
      isClaim: some.some(({ says }) => says.some((one) => 'claim' in one)),
    }))
  })
  return messages.map((one, exchange) => ({ ...one, exchange, features: matterFeatures(one.sentence, one.lang) }))
}

const exchangesOf = (data: PackSource['data']): Exchanges => (data.get('said') ?? []) as Exchanges
