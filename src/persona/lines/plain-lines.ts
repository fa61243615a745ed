/** What is said while somebody is in danger, or soon after: the built-in lines, which have no joke in them, and none of the occasions that cheer. */

import type { LocalLines, Persona } from '../persona.ts'
import type { Occasion } from '../schema/lines.ts'
import { defaultLines } from './default-lines.ts'
import type { LanguageLines } from './language-lines.ts'

/** Plain in every persona: what to do, as a person wrote it for this brand. */
const asWritten: ReadonlySet<Occasion> = new Set(['crisis', 'violence', 'dangerAgain', 'plainIntroduction'])

/** What stands in the place of cheer. */
const soberly: Readonly<Partial<Record<Occasion, Occasion>>> = {
  introduction: 'plainIntroduction',
  praise: 'remark',
  smallTalk: 'remark',
  laughter: 'remark',
  test: 'remark',
  noHarm: 'remark',
  joy: 'remark',
  joke: 'remark',
}

export function plainLines(occasion: Occasion, persona: Persona): LocalLines {
  const said = soberly[occasion] ?? occasion
  return asWritten.has(said) ? persona.lines[said] : plain(persona, persona.lines[said], (lines) => lines[said])
}

/** Those of the language's pack; a language without one keeps the persona's own. */
export function plain(
  { languages }: Pick<Persona, 'languages'>,
  own: LocalLines,
  pick: (lines: LanguageLines) => readonly string[],
): LocalLines {
  const packed = languages.flatMap((lang) => {
    const lines = defaultLines[lang]
    return lines ? [[lang, pick(lines)] as const] : []
  })
  return { ...own, ...Object.fromEntries(packed) }
}
