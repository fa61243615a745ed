/** What stands around a question and asks nothing: greetings, thanks, "quick question". Folded. */
import type { Courtesies } from '../hearing/packs/pack.ts'
import { once } from '../words/once.ts'
import { rememberFew } from '../words/remember-last.ts'
import { inAllLanguages } from '../words/terms/in-all-languages.ts'
import { foldedStart } from '../words/terms/segment.ts'

const ends = once(() => {
  const any = (where: keyof Courtesies) => inAllLanguages(({ courtesies }) => courtesies?.[where]).join('|')
  return {
    atStart: new RegExp(`^(?:(?:${any('around')})(?= |$)|${any('before')})`),
    atEnd: new RegExp(`(?:(?:^| )(?:${any('around')})|${any('after')})$`),
  }
})

/** A clause, folded, its words one space apart, without the courtesies at its ends; `hi there, thanks` → ``. */
export const withoutCourtesies: (clause: string) => string = rememberFew((clause) => {
  const { atStart, atEnd } = ends()
  let left = foldedStart(clause)
    .replace(/n't\b/g, 'nt')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  for (;;) {
    const next = left.replace(atStart, '').replace(atEnd, '').trim()
    if (next === left) return left
    left = next
  }
})
