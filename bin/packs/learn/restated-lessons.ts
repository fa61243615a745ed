/** What is learnt of restating: each sentence that a pack's restated.yaml has, beside the text it keeps to, or says more than. */

import { approvedTexts, ownOf } from '../../../src/commitments/kept.ts'
import { passagesOf } from '../../../src/commitments/passages.ts'
import { claimOf, restatingSigns } from '../../../src/commitments/restating.ts'
import type { Restatements } from '../pack-schema.ts'
import type { PackSource } from '../read-packs.ts'

export interface RestatedLesson {
  readonly lang: string
  readonly sentence: string
  readonly isSame: boolean
  /** Sentences about one text are learnt from together, or kept apart together. */
  readonly text: number
  readonly signs: readonly number[]
  /** It is of another text. */
  readonly isOther?: true
}

/** In a fixed order. A text is also held against what is said of the next one, which says more than it in every way. */
export function restatedLessons(packs: readonly PackSource[]): readonly RestatedLesson[] {
  let number = 0
  return packs.flatMap(({ lang, data }) => {
    const all = (data.get('restated') ?? []) as Restatements
    return all.flatMap(({ approved: text, fan, same, more }, at) => {
      number += 1
      const [approved] = approvedTexts([{ lang, text, of: String(number) }], lang)
      const next = all[(at + 1) % all.length]
      if (!approved || !next) return []
      const own = ownOf(fan, lang)
      const lesson = (sentence: string, isSame: boolean): RestatedLesson => {
        const said = passagesOf(sentence, lang)
        const around = { said, at: 0, own, lang, claim: claimOf(said, 0, fan, lang) }
        return { lang, sentence, isSame, text: number, signs: restatingSigns(around, approved) }
      }
      const others = [...next.same, ...next.more].filter((_, at) => at % OTHERS === 0)
      return [
        ...same.map((one) => lesson(one, true)),
        ...more.map((one) => lesson(one, false)),
        ...others.map((one) => ({ ...lesson(one, false), isOther: true as const })),
      ]
    })
  })
}
/** One in so many of the next text's sentences. */
const OTHERS = 2
