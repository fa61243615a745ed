/** What the classifier learns from: every example of the packs, with the signs it shows and the signs it does not. */
import { featuresOf } from '../../../src/hearing/learned/features.ts'
import { type LearnedSign, learnedSigns } from '../../../src/hearing/learned/learned-signs.ts'
import { type SoftKind, softKinds } from '../../../src/hearing/soft-kinds.ts'
import { readText } from '../../../src/words/read-text.ts'
import type { PackSource } from '../read-packs.ts'

export interface Lesson {
  readonly lang: string
  readonly text: string
  readonly features: Int32Array
  /** The signs it shows. */
  readonly shows: ReadonlySet<LearnedSign>
  /** The signs of which nobody knows whether it shows them. */
  readonly open: ReadonlySet<LearnedSign>
  readonly kind?: SoftKind
}

interface Told {
  readonly lang: string
  readonly text: string
  readonly shows?: string
  readonly not?: string
  readonly kind?: SoftKind
}

/** In a fixed order, each text once a language. */
export function lessonsFrom(packs: readonly PackSource[]): readonly Lesson[] {
  const byText = new Map<string, Told[]>()
  for (const told of packs.flatMap(toldBy)) {
    const key = `${told.lang}\n${readText(told.text).spaced[0]}`
    byText.set(key, [...(byText.get(key) ?? []), told])
  }
  return [...byText.values()].flatMap(lesson)
}

function toldBy({ lang, signs, data }: PackSource): Told[] {
  const bySign = [...signs].flatMap(([sign, { written }]) => [
    ...(written.yes ?? []).map((text) => ({ lang, text, shows: sign })),
    ...(written.no ?? []).map((text) => ({ lang, text, not: sign })),
  ])
  const kinds = Object.entries((data.get('kinds') ?? {}) as Partial<Record<SoftKind, string[]>>)
  const byKind = softKinds.flatMap((kind) =>
    kinds.filter(([name]) => name === kind).flatMap(([, texts = []]) => texts.map((text) => ({ lang, text, kind }))),
  )
  const smallTalk = Object.values((data.get('small-talk') ?? {}) as Record<string, string[]>).flat()
  return [...bySign, ...byKind, ...smallTalk.map((text) => ({ lang, text }))]
}

function lesson(told: readonly Told[]): Lesson[] {
  const [first] = told
  if (!first) return []
  const { lang, text } = first
  const features = featuresOf(readText(text))
  if (features.length === 0) return []
  const shows = new Set(learnedSigns.filter((sign) => told.some((one) => one.shows === sign)))
  const denied = new Set(told.map(({ not }) => not))
  const kind = told.find((one) => one.kind)?.kind
  // What shows one sign may show its kin as well: nobody wrote that down.
  const shown = new Set(told.map((one) => one.shows))
  const open = new Set(
    learnedSigns.filter((sign) => !shows.has(sign) && !denied.has(sign) && kinOf(sign).some((one) => shown.has(one))),
  )
  return [{ lang, text, features, shows, open, ...(kind ? { kind } : {}) }]
}

const kin: readonly (readonly string[])[] = [
  ['health', 'safety', 'overheating', 'violence-now'],
  ['violence-now', 'threat', 'harassment'],
  ['self-harm', 'sorrow', 'grief'],
  ['fury', 'complaint', 'displeasure', 'sarcasm', 'insult', 'foul-words', 'hard-words', 'legal', 'payment-trouble'],
  ['awaits-answer', 'asks-for-person', 'asks-whether-bot', 'fury', 'displeasure'],
]

function kinOf(sign: string): readonly string[] {
  return kin.filter((group) => group.includes(sign)).flat()
}
