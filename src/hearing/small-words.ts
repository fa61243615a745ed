/** The few words that buttons and yes/no questions need: those of the language, else the English. */
import type { Lang } from '../domain/message.ts'
import { english } from './packs/english.ts'
import { packs } from './packs/packs.ts'

export function label(what: 'yes' | 'no' | 'person' | 'private', lang: Lang): string {
  return (packs[lang]?.texts?.labels ?? english.texts.labels)[what]
}

function normal(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s!.,。！，、~～…?？]+$/u, '')
    .trim()
}

/** Whether the whole text is a yes or a no, in the turn's language or in English. */
export function yesOrNo(text: string, lang: Lang): 'yes' | 'no' | undefined {
  const said = normal(text)
  for (const words of [packs[lang]?.words, english.words]) {
    if (words?.agrees?.includes(said)) return 'yes'
    if (words?.declines?.includes(said)) return 'no'
  }
  return undefined
}
