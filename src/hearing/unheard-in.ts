/** What fans may say in a language that is not understood there: read from the packs, told to the operator whose persona speaks it. */
import type { Lang } from '../domain/message.ts'
import { packs, type SignName } from './packs/packs.ts'

/** What a persona's language should know before fans write in it, in an operator's words. */
const needed: readonly (readonly [what: string, signs: readonly SignName[]])[] = [
  ['danger to life', ['self-harm']],
  ['anger', ['fury']],
  ['asking for a person', ['asks-for-person']],
]

/** The needed things that are not heard in a language, by its code with or without a region; empty where all are. */
export function unheardIn(lang: Lang): readonly string[] {
  const signs = packs[lang.split('-')[0] ?? lang]?.signs ?? {}
  return needed.filter(([, names]) => !names.some((name) => signs[name])).map(([what]) => what)
}
