/** Folded word → stem, for the languages we can stem; the others are left to character n-grams. */
import type { Lang } from '../domain/message.ts'
import { stemEnglish } from './stem-english.ts'

type Stemmer = (word: string) => string

/** No stem is cut to fewer letters. */
const shortest = 3

/**
 * Light stemmers: inflection only, so that different words rarely meet.
 * Source: J. Savoy, "Light stemming approaches for the French, Portuguese, German and Hungarian languages", SAC 2006.
 */
function cutting(...endings: readonly (readonly [RegExp, string])[]): Stemmer {
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
  ['de', cutting([/^ge(?=\p{L}{3,}t$)/u, ''], [/(ern|em|er|en|est|es|e|st|n|s|t)$/, ''], [/(er|en|st)$/, ''])],
  [
    'fr',
    cutting(
      [/eaux$/, 'eau'],
      [/aux$/, 'al'],
      [
        /(issements?|ements?|ations?|ables?|ions)$|(eraient|erais|erait|eront|erai|eras|era|erez|aient|ais|ait|ant|ees|ee|es|er|ez|e|s|x)$/,
        '',
      ],
      [/[ei]$/, ''],
    ),
  ],
  [
    'es',
    cutting(
      [/ces$/, 'z'],
      [
        /(aciones|acion|amientos?|imientos?|mente)$|(ando|iendo|aron|ieron|[ai]d[oa]s?|aba|[aei]mos|[aei]r|[eoa]s)$/,
        '',
      ],
      [/[oaen]$/, ''],
    ),
  ],
  ['it', cutting([/(azion[ei]|[ai]ment[oi]|mente)$|(ando|endo|[aui]t[oaie]|[aei]re)$/, ''], [/[oaie]$/, ''])],
  ['pt', cutting([/(acoes|acao|mente|amentos?)$|([aei]ndo|[ai]d[oa]s?|[aei]r|[eoa]s|s)$/, ''], [/[oae]$/, ''])],
  ['nl', cutting([/^ge(?=\p{L}{3,}[td]$)/u, ''], [/(en|es|e|s|t|d)$/, ''], [/(.)\1$/, '$1'])],
])

/** The stemmer of a language; words of any other language stay as they are. */
export function stemmerFor(lang: Lang | undefined): Stemmer {
  return stemmers.get(lang ?? '') ?? ((word) => word)
}
