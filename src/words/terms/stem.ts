/** Folded word → stem, for the languages we can stem; the others are left to character n-grams. */

import type { Lang } from '../../domain/message.ts'
import { eitherOf } from '../phrases/either.ts'
import { rememberWords } from '../remember-last.ts'
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

/** One ending, which may leave a single letter: a Korean syllable says much. */
function cuttingOnce([ending, put]: readonly [RegExp, string]): Stemmer {
  return (word) => {
    const cut = word.replace(ending, put)
    return cut.length >= (word.length > 2 ? 1 : 2) ? cut : word
  }
}

/** Of the endings that fit, the longest is found. */
function endingIn(endings: string): RegExp {
  return new RegExp(`(${eitherOf(endings)})$`)
}

function beginning(letters: number): Stemmer {
  return (word) => word.slice(0, letters)
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
  // Folded, so й stands as и and ё as е.
  [
    'ru',
    cutting(
      [/(ся|сь)$/, ''],
      [
        endingIn(`
          иями ями ами иях ях ах иям ям ам ием ем ом ов ев еи ого его ому ему ыми ими ых их ую юю ая яя
          ое ее ые ие ыи ии ои ою ею ешь ишь ете ите ут ют ат ят ет ит ал ала али ило ил ила или ыть ать
          ять еть ить ти нно но на ны а я о е и ы у ю ь
        `),
        '',
      ],
      [/(ост|ств|енн|нн|ов|ев|ива|ыва|ва|ив|н)$/, ''],
    ),
  ],
  [
    'pl',
    cutting(
      [
        endingIn(`
          owania owanie owac ujecie ujemy acie ecie icie ania anie enia enie ami ach ego emu ymi imi ych
          ich owi iem em om ow ej ac ec ic yc esz isz uje am im ym ia ie iu a e i o u y
        `),
        '',
      ],
      [/(ow|n|k)$/, ''],
    ),
  ],
  // Particles and the endings of polite questions; the noun before them is what is asked about.
  [
    'ko',
    cuttingOnce([
      endingIn(`
        으로부터 에서는 에서도 이라도 입니까 습니까 습니다 입니다 인가요 하나요 되나요 할까요 될까요 을까요
        해주세요 하고싶어요 에서 에게 으로 까지 부터 이나 라도 처럼 보다 하고 하려고요 하려고 해서 하는 하면
        해요 돼요 되요 한가요 은 는 이 가 을 를 에 의 도 로 와 과 만 요
      `),
      '',
    ]),
  ],
  ['sv', cutting([/(arna|erna|orna|ande|ende|aren|heten|ar|er|or|en|et|na|ade|at|ad|as|es|a|e|t|s|n)$/, ''])],
  ['da', cutting([/(erne|ende|ede|ene|er|en|et|es|e|t|s)$/, ''])],
  ['no', cutting([/(ene|ende|ede|er|en|et|es|a|e|t|s)$/, ''])],
  ['cs', cutting([/(ovani|ami|emi|imi|ech|ich|ych|eho|emu|ovi|ova|ove|em|ou|am|um|im|ym|a|e|i|o|u|y)$/, ''])],
  [
    'uk',
    cutting(
      [/(ся|сь)$/, ''],
      [/(ами|ями|ого|ому|ими|их|ах|ях|ою|ею|ти|ут|ють|ать|ає|ів|ій|ом|ем|ам|ям|а|я|о|е|є|и|і|у|ю|ь)$/, ''],
    ),
  ],
  // Long endings in a row: the first letters are the stem (F. Can et al., "Information retrieval on Turkish texts", 2008).
  ['tr', beginning(5)],
  ['fi', beginning(6)],
  ['hu', beginning(5)],
  ['nl', cutting([/^ge(?=\p{L}{3,}[td]$)/u, ''], [/(en|es|e|s|t|d)$/, ''], [/(.)\1$/, '$1'])],
])

const remembering = new Map([...stemmers].map(([lang, stem]) => [lang, rememberWords(stem)] as const))
const asItIs: Stemmer = (word) => word

/** The stemmer of a language; words of any other language stay as they are. */
export function stemmerFor(lang: Lang | undefined): Stemmer {
  return remembering.get(lang ?? '') ?? asItIs
}
