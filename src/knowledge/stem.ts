/** Folded word → stem, for the languages we can stem; the others are left to character n-grams. */
import type { Lang } from '../domain/message.ts'
import { stemEnglish } from './stem-english.ts'

type Stemmer = (word: string) => string

/**
 * Light stemmers: inflection only, so that different words rarely meet.
 * Source: J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", SAC 2006.
 */
function cutting(shortest: number, ...endings: readonly (readonly [RegExp, string])[]): Stemmer {
  return (word) => {
    let stem = word
    for (const [ending, put] of endings) {
      const cut = stem.replace(ending, put)
      if (cut.length >= shortest) stem = cut
    }
    return stem
  }
}

const stemmers = new Map<Lang, Stemmer>([
  ['en', stemEnglish],
  ['de', cutting(3, [/^ge(?=\p{L}{3,}t$)/u, ''], [/(ern|em|er|en|est|es|e|st|n|s|t)$/, ''], [/(er|en|st)$/, ''])],
  [
    'fr',
    cutting(
      3,
      [/(aux)$/, 'al'],
      [/(issement|ement|ations?|ables?|ions)$/, ''],
      [/(eraient|erais|erait|eront|erai|eras|era|erez|aient|ais|ait|ant|ees|ee|es|er|ez|e|s|x)$/, ''],
      [/(e|i|r)$/, ''],
    ),
  ],
  [
    'es',
    cutting(
      3,
      [/(ces)$/, 'z'],
      [/(aciones|acion|amientos?|imientos?|mente)$/, ''],
      [/(ando|iendo|aron|ieron|ados?|adas?|idos?|idas?|aba|amos|emos|imos|ar|er|ir|es|os|as)$/, ''],
      [/(o|a|e|s|n)$/, ''],
    ),
  ],
  [
    'it',
    cutting(
      3,
      [/(azioni|azione|amento|imento|mente)$/, ''],
      [/(ando|endo|at[oaie]|ut[oaie]|it[oaie]|are|ere|ire)$/, ''],
      [/[oaie]$/, ''],
    ),
  ],
  [
    'pt',
    cutting(
      3,
      [/(coes|cao|mente|amento)$/, ''],
      [/(ando|endo|indo|ad[oa]s?|id[oa]s?|ar|er|ir|es|os|as|s)$/, ''],
      [/[oae]$/, ''],
    ),
  ],
  ['nl', cutting(3, [/^ge(?=\p{L}{3,}[td]$)/u, ''], [/(en|es|e|s|t|d)$/, ''], [/(.)\1$/, '$1'])],
])

/** The stemmer of a language; words of any other language stay as they are. */
export function stemmerFor(lang: Lang | undefined): Stemmer {
  return stemmers.get(lang ?? '') ?? ((word) => word)
}
