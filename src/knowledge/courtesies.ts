/** What stands around a question and asks nothing: greetings, thanks, "quick question". Folded. */
import type { Courtesies } from '../hearing/packs/pack.ts'
import { packs } from '../hearing/packs/packs.ts'
import { rememberFew } from '../words/remember-last.ts'
import { foldedStart } from '../words/segment.ts'

interface Ends {
  readonly atStart: RegExp
  readonly atEnd: RegExp
}
let built: Ends | undefined

/** A clause, folded, its words one space apart, without the courtesies at its ends; `hi there, thanks` → ``. */
export const withoutCourtesies: (clause: string) => string = rememberFew((clause) => {
  built ??= build()
  let left = foldedStart(clause)
    .replace(/n't\b/g, 'nt')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  for (;;) {
    const next = left.replace(built.atStart, '').replace(built.atEnd, '').trim()
    if (next === left) return left
    left = next
  }
})

/** The phrases of all languages, longer before shorter, whichever language they are from. */
function build(): Ends {
  const all = (where: keyof Courtesies) =>
    Object.values(packs)
      .flatMap(({ words }) => words?.courtesies?.[where] ?? [])
      .sort((a, b) => b.length - a.length)
      .join('|')
  return {
    atStart: new RegExp(`^(?:(?:${all('around')})(?= |$)|${all('before')})`),
    atEnd: new RegExp(`(?:(?:^| )(?:${all('around')})|${all('after')})$`),
  }
}
