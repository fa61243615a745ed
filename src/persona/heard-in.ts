/** In which of the persona's languages a matter is known, by the phrasings and words that there are of it. Pure. */
import type { Lang } from '../domain/message.ts'
import { detectLanguage } from '../words/languages/detect-language.ts'
import type { Persona } from './persona.ts'

/** A text whose language nothing shows is of the first. */
export function languageIn(text: string, { languages }: Pick<Persona, 'languages'>): Lang {
  return detectLanguage(text, { among: languages }) ?? languages[0]
}

/** Those that none of the texts is in: what fans write of it there is not recognised by its words. */
export function unheardOf(texts: readonly string[], persona: Pick<Persona, 'languages'>): readonly Lang[] {
  const heard = new Set(texts.map((text) => languageIn(text, persona)))
  return persona.languages.filter((lang) => !heard.has(lang))
}
