/** What the classifier learns from: every example of the packs, with the signs it shows and the signs it does not, and samples of every phrase. */
import { featuresOf } from '../../../src/hearing/learned/features.ts'
import { dangerSigns, type LearnedSign, learnedSigns } from '../../../src/hearing/learned/learned-signs.ts'
import { type Lexicon, lexiconFrom } from '../../../src/hearing/learned/lexicon.ts'
import { meaningFeatures } from '../../../src/hearing/learned/meaning-features.ts'
import { readMeanings } from '../../../src/hearing/learned/read-meanings.ts'
import { type SoftKind, softKinds } from '../../../src/hearing/soft-kinds.ts'
import { readText } from '../../../src/words/read-text.ts'
import type { PackSource } from '../read-packs.ts'
import { dictionaryText } from './dictionary-text.ts'
import { samplesOf } from './sample-phrase.ts'

export interface Lesson {
  readonly lang: string
  readonly text: string
  readonly words: Int32Array
  readonly meanings: Int32Array
  /** The signs it shows. */
  readonly shows: ReadonlySet<LearnedSign>
  /** The signs of which nobody knows whether it shows them. */
  readonly open: ReadonlySet<LearnedSign>
  readonly kind?: SoftKind
  /** Drawn from a phrase: nobody wrote it, and nothing is measured by it. */
  readonly isDrawn: boolean
}

interface Told {
  readonly lang: string
  readonly text: string
  readonly shows?: string
  readonly not?: string
  readonly kind?: SoftKind
  readonly isDrawn?: true
}

const DRAWN = 2

/** In a fixed order, each text once a language. */
export function lessonsFrom(packs: readonly PackSource[]): readonly Lesson[] {
  const lexicon = lexiconFrom(dictionaryText(packs))
  const byText = new Map<string, Told[]>()
  for (const told of packs.flatMap((pack) => [...toldBy(pack), ...drawnFrom(pack)])) {
    const key = `${told.lang}\n${readText(told.text).spaced[0]}`
    byText.set(key, [...(byText.get(key) ?? []), told])
  }
  return [...byText.values()].flatMap((told) => lesson(told, lexicon))
}

const talk: ReadonlySet<string> = new Set(['joke', 'farewell'])

const isLearned = (sign: string) => learnedSigns.some((one) => one === sign)

/** Told by phrases alone: its words are those of any question, and would only blur the others. */
const untaught: ReadonlySet<string> = new Set(['asks-about-itself'])

function toldBy({ lang, signs, data }: PackSource): Told[] {
  const taught = [...signs].filter(([sign]) => !untaught.has(sign))
  const bySign = taught.flatMap(([sign, { written }]) => [
    ...[...(written.yes ?? []), ...(written.like ?? [])].map((text) => ({ lang, text, shows: sign })),
    ...(written.no ?? []).map((text) => ({ lang, text, not: sign })),
  ])
  const kinds = Object.entries((data.get('kinds') ?? {}) as Partial<Record<SoftKind, string[]>>)
  const byKind = softKinds.flatMap((kind) =>
    kinds.filter(([name]) => name === kind).flatMap(([, texts = []]) => texts.map((text) => ({ lang, text, kind }))),
  )
  const ordinary = (data.get('ordinary') ?? []) as readonly string[]
  // "Tell me a joke" has a complaint's words in it, "good night" those of a question, and both ask for nothing but talk.
  const smallTalk = Object.entries((data.get('small-talk') ?? {}) as Record<string, string[]>).flatMap(
    ([occasion, texts]) => texts.map((text): Told => ({ lang, text, ...(talk.has(occasion) ? { kind: 'chat' } : {}) })),
  )
  return [...bySign, ...byKind, ...smallTalk, ...ordinary.map((text) => ({ lang, text }))]
}

function drawnFrom({ lang, signs }: PackSource): Told[] {
  const isDrawn = true as const
  return [...signs]
    .filter(([sign]) => isLearned(sign))
    .flatMap(([sign, { filled }]) => [
      ...filled.says
        .flatMap((phrase) => samplesOf(phrase, DRAWN))
        .map((text) => ({ lang, text, shows: sign, isDrawn })),
      ...(filled.butNot ?? [])
        .flatMap((phrase) => samplesOf(phrase, DRAWN))
        .map((text) => ({ lang, text, not: sign, isDrawn })),
    ])
}

function lesson(told: readonly Told[], lexicon: Lexicon): Lesson[] {
  const [first] = told
  if (!first) return []
  const { lang, text } = first
  const reading = readText(text)
  const words = featuresOf(reading)
  if (words.length === 0) return []
  const meanings = meaningFeatures(readMeanings(reading, lexicon))
  const signsShown = new Set(told.map(({ shows }) => shows))
  const shows = new Set(learnedSigns.filter((sign) => shown(sign, signsShown)))
  const denied = new Set(told.map(({ not }) => not))
  const isDrawn = told.every((one) => one.isDrawn)
  const kind = told.find((one) => one.kind)?.kind ?? (isDrawn ? undefined : kindOf(signsShown))
  // What shows one sign may show its kin as well: nobody wrote that down.
  const isOpen = (sign: LearnedSign) =>
    !shows.has(sign) && !denied.has(sign) && kinOf(sign).some((one) => signsShown.has(one))
  return [
    {
      lang,
      text,
      words,
      meanings,
      shows,
      open: new Set(learnedSigns.filter(isOpen)),
      isDrawn,
      ...(kind ? { kind } : {}),
    },
  ]
}

/** What shows temper or pleasure is of that kind, though it stands in no list of kinds. */
const kindBySign: Readonly<Record<string, SoftKind>> = {
  ...{ fury: 'complaint', displeasure: 'complaint', complaint: 'complaint', sarcasm: 'complaint' },
  ...{ pleasure: 'praise', joy: 'chat', sorrow: 'chat', grief: 'chat' },
}

function kindOf(signs: ReadonlySet<string | undefined>): SoftKind | undefined {
  return [...signs].flatMap((sign) => kindBySign[sign ?? ''] ?? [])[0]
}

function shown(sign: LearnedSign, signs: ReadonlySet<string | undefined>): boolean {
  return sign === 'danger' ? dangerSigns.some((one) => signs.has(one)) : signs.has(sign)
}

const kin: readonly (readonly string[])[] = [
  ['danger', 'overheating', 'sorrow', 'grief', 'harassment', 'insult', 'legal'],
  ['health', 'safety', 'overheating', 'violence-now'],
  ['violence-now', 'threat', 'harassment'],
  ['self-harm', 'sorrow', 'grief'],
  ['fury', 'complaint', 'displeasure', 'sarcasm', 'insult', 'foul-words', 'hard-words', 'legal', 'payment-trouble'],
  ['awaits-answer', 'asks-for-person', 'asks-whether-bot', 'fury', 'displeasure'],
]

function kinOf(sign: string): readonly string[] {
  return kin.filter((group) => group.includes(sign)).flat()
}
