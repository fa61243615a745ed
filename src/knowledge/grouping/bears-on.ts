/**
 * Whether a message is about the same matter as a phrasing: by what both tell of, not by how angry somebody is, nor by one word or one turn of
 * phrase in common. Pure.
 */

import type { Lang } from '../../domain/message.ts'
import { overlooking } from '../../hearing/sign-of.ts'
import { readText } from '../../words/read-text.ts'
import { segment } from '../../words/terms/segment.ts'
import { featuresOf } from '../features.ts'
import { isMood } from './without-mood.ts'

/** What a text tells of. */
export interface Matter {
  readonly lang: Lang | undefined
  /** Stems in their order. */
  readonly stems: readonly string[]
  /** Named alike in all languages. */
  readonly subjects: readonly string[]
}

const withoutFury = overlooking('fury')
/** So many things in common are no chance. */
const enough = 2

export function plainMatterOf(text: string, lang?: Lang): Matter {
  const [spaced = ''] = withoutFury(readText(text)).spaced
  const words = segment(spaced.replaceAll('#', ' '), lang).filter((word) => !isMood(word))
  const { stems, isBare, subjects } = featuresOf(words, lang)
  return { lang, stems: isBare ? [] : [...new Set(stems)], subjects }
}

/** `isCommon`: a stem that many messages about other things hold, and that says nothing alone. */
export function bearsOn(said: Matter, phrasing: Matter, isCommon: (stem: string) => boolean = () => false): boolean {
  if (said.lang !== phrasing.lang && sharedIn(said.subjects, phrasing.subjects).length >= enough) return true
  const shared = sharedStems(said, phrasing)
  if (shared.every(isCommon)) return false
  const least = Math.min(said.stems.length, phrasing.stems.length)
  if (shared.length === least && shared.length === phrasing.stems.length) return true
  if (shared.length < enough) return false
  // One turn of phrase, as "run out", is one thing in common, unless there is hardly more to either.
  return !isOneStretch(said, phrasing) || 2 * shared.length > Math.max(said.stems.length, phrasing.stems.length)
}

interface Said {
  readonly text: string
  readonly lang?: Lang | undefined
}

/** Nothing that it tells of is what the phrasings are about: it bears on none of them, and has no word that all of them have. */
export function isPlainlyBeside({ text, lang }: Said, phrasings: readonly Said[]): boolean {
  const said = plainMatterOf(text, lang)
  const all = phrasings.map((one) => plainMatterOf(one.text, one.lang))
  if (all.some((one) => bearsOn(said, one))) return false
  const mine = all.filter((one) => one.lang === lang)
  if (mine.length === 0) return false
  return mine.length < enough || !said.stems.some((stem) => mine.every(({ stems }) => stems.includes(stem)))
}

/** The same so plainly that nothing else has to speak for it: most of what the phrasing tells of. */
export function saysTheSame(
  said: Matter,
  phrasing: Matter,
  isCommon: (stem: string) => boolean = () => false,
): boolean {
  const shared = sharedStems(said, phrasing)
  return 2 * shared.length > phrasing.stems.length && bearsOn(said, phrasing, isCommon)
}

function sharedIn(one: readonly string[], other: readonly string[]): readonly string[] {
  return one.filter((each) => other.includes(each))
}

export function sharedStems(said: Matter, phrasing: Matter): readonly string[] {
  return sharedIn(said.stems, phrasing.stems)
}

/** What both tell of stands side by side in each of them. */
export function isOneStretch(said: Matter, phrasing: Matter): boolean {
  const shared = sharedStems(said, phrasing)
  return isStretch(shared, said.stems) && isStretch(shared, phrasing.stems)
}

function isStretch(some: readonly string[], all: readonly string[]): boolean {
  const places = some.map((each) => all.indexOf(each))
  return Math.max(...places) - Math.min(...places) === some.length - 1
}
