/** Picks the words for a language: that language, else the persona's home language, else whatever there is. */
import type { Lang } from '../../domain/message.ts'
import type { LocalLines, LocalText, Persona } from '../persona.ts'

type Home = Pick<Persona, 'languages'>

/** In which language there is something: the one asked for, else the home language, else any. */
export function languageIn(byLang: Readonly<Record<Lang, unknown>>, lang: Lang, { languages }: Home): Lang {
  return [lang, languages[0]].find((one) => byLang[one] !== undefined) ?? Object.keys(byLang)[0] ?? lang
}

function pick<T>(byLang: Readonly<Record<Lang, T>>, lang: Lang, persona: Home): T | undefined {
  return byLang[languageIn(byLang, lang, persona)]
}

/** The variants for `lang`; empty only when there are none in any language. */
export function linesIn(lines: LocalLines, lang: Lang, persona: Home): readonly string[] {
  return pick(lines, lang, persona) ?? []
}

/** The text for `lang`; empty only when there is none in any language. */
export function textIn(text: LocalText | undefined, lang: Lang, persona: Home): string {
  return (text && pick(text, lang, persona)) ?? ''
}
