/** Picks the words for a language: that language, else the persona's home language, else whatever there is. */
import type { Lang } from '../../domain/message.ts'
import type { LocalLines, LocalText, Persona } from '../persona.ts'

type Home = Pick<Persona, 'languages'>

function pick<T>(byLang: Readonly<Record<Lang, T>>, lang: Lang, persona: Home): T | undefined {
  return byLang[lang] ?? byLang[persona.languages[0]] ?? Object.values(byLang)[0]
}

/** The variants for `lang`; empty only when there are none in any language. */
export function linesIn(lines: LocalLines, lang: Lang, persona: Home): readonly string[] {
  return pick(lines, lang, persona) ?? []
}

/** The text for `lang`; empty only when there is none in any language. */
export function textIn(text: LocalText | undefined, lang: Lang, persona: Home): string {
  return (text && pick(text, lang, persona)) ?? ''
}
