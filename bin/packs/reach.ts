/** Which phrases of the packs their examples reach: a phrase that none reaches may say anything, and nobody would know. */
import { textSigns } from '../../src/hearing/text-signs.ts'
import { oneLine } from '../../src/words/letters/one-line.ts'
import { spelledOut } from '../../src/words/letters/spelled-out.ts'
import { isUnspacedPhrase, textPattern } from '../../src/words/phrases/patterns.ts'
import { phrasePattern } from '../../src/words/phrases/phrases.ts'
import { readText } from '../../src/words/read-text.ts'
import type { PackSign, PackSource } from './read-packs.ts'

/** Whether a message holds what a phrase says, filled in. @param name of the sign that the phrase belongs to */
function reaches(name: string, phrase: string): (message: string) => boolean {
  const pattern = textSigns.includes(name) ? textPattern(phrase) : phrasePattern(phrase)
  return (message) => textsOf(name, phrase, message).some((text) => text.search(pattern) >= 0)
}

function textsOf(name: string, phrase: string, message: string): readonly string[] {
  if (textSigns.includes(name)) return [oneLine(message), spelledOut(oneLine(message))]
  const { spaced, tight } = readText(message)
  return isUnspacedPhrase(phrase) ? [tight] : spaced
}

/** `en/threat says: watch your back` for every phrase, as it is written, that no example of its file reaches. */
export function unreachedOf(packs: readonly PackSource[]): readonly string[] {
  return packs.flatMap(({ lang, signs }) =>
    [...signs].flatMap(([name, sign]) => [
      ...unreached(name, sign, 'says', sign.written.yes ?? []).map((phrase) => `${lang}/${name} says: ${phrase}`),
      ...unreached(name, sign, 'butNot', sign.written.no ?? []).map((phrase) => `${lang}/${name} butNot: ${phrase}`),
    ]),
  )
}

function unreached(
  name: string,
  { written, filled }: PackSign,
  key: 'says' | 'butNot',
  examples: readonly string[],
): readonly string[] {
  return (written[key] ?? []).filter((_, at) => !examples.some(reaches(name, filled[key]?.[at] ?? '')))
}
