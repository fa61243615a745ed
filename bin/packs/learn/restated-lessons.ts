/** What is learnt of restating: each sentence that a pack's restated.yaml has, beside the text it keeps to, or says more than. */

import { foldFigures } from '../../../src/commitments/fold-figures.ts'
import { approvedTexts } from '../../../src/commitments/kept.ts'
import { findNumbers } from '../../../src/commitments/numbers.ts'
import { mattersOf, passagesOf } from '../../../src/commitments/passages.ts'
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
}

/** In a fixed order. */
export function restatedLessons(packs: readonly PackSource[]): readonly RestatedLesson[] {
  let number = 0
  return packs.flatMap(({ lang, data }) =>
    ((data.get('restated') ?? []) as Restatements).flatMap(({ approved: text, fan, same, more }) => {
      number += 1
      const [approved] = approvedTexts([{ lang, text, of: String(number) }], lang)
      if (!approved) return []
      const own = { words: mattersOf(fan, lang), numbers: findNumbers(foldFigures(fan)).map(({ value }) => value) }
      const lesson = (sentence: string, isSame: boolean): RestatedLesson => {
        const said = passagesOf(sentence, lang)
        const around = { said, at: 0, own, lang, claim: claimOf(said, 0, fan, lang) }
        return { lang, sentence, isSame, text: number, signs: restatingSigns(around, approved) }
      }
      return [...same.map((one) => lesson(one, true)), ...more.map((one) => lesson(one, false))]
    }),
  )
}
