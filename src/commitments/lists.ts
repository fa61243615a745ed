/** The lists of a language's `commitments.yaml`, by section, and the patterns they are made into. */
import { listOf } from '../hearing/packs/book.ts'
import { anyOf, choiceOf, isUnspacedPhrase } from '../words/patterns.ts'
import { once } from '../words/sieve.ts'
import { commitmentKinds } from './commitment.ts'
import { foldUnits } from './reading.ts'

const sorts = [
  'action/call-person',
  'action/cancel',
  'action/change',
  'action/check',
  'action/contact',
  'action/done',
  'action/feedback',
  'action/hold',
  'action/refund',
  'discount/50',
  'free/delivery',
  'free/return',
  'health/allergy',
  'health/pregnancy',
  'warranty/lifetime',
] as const
const kinds = [...commitmentKinds, ...sorts] as const

export const commitmentSections = {
  /** What commits, by kind and sort. */
  frames: kinds,
  /** Words by which an approved text is seen to speak of it at all. */
  subjects: kinds,
  /** How a place is meant: denied, asked, or told of as somebody else's word. */
  stance: [
    'breaks',
    'idioms',
    'denies',
    'denies-after',
    'denies-late',
    'denies-late-with',
    'told',
    'before-question',
    'asks',
    'asks-last',
    'tag',
    'goes-on',
    'joins',
    'subject',
  ],
  /** Where a figure binds; `-before` and `-after` stand beside the figure. */
  binding: [
    'business',
    'past',
    'bound-before',
    'bound-after',
    'fragment',
    'term-after',
    'gone',
    'within',
    'some-day',
    'no-term-after',
    'moment-before',
    'moment-article',
    'moment-after',
    'greets-before',
    'greets-after',
    'began',
    'clock',
    'promises-soon',
    'through',
    'through-before',
    'idle-before',
    'idle-after',
    'owned-before',
    'agrees-after',
  ],
} as const

type Sections = typeof commitmentSections
export type Section = keyof Sections
export type ListName<In extends Section> = Sections[In][number]
/** Of the list only what is written with spaces or without, or what is of one language. */
type Only = 'spaced' | 'unspaced' | { readonly lang: string }

export function commitmentList<In extends Section>(section: In, name: ListName<In>, only?: Only): readonly string[] {
  const list = listOf('commitments', section, name, typeof only === 'object' ? only.lang : undefined)
  return typeof only === 'string' ? list.filter((phrase) => isUnspacedPhrase(phrase) === (only === 'unspaced')) : list
}

/** A pattern for any phrase of a list, made when it is first needed. */
export function anyOfList<In extends Section>(section: In, name: ListName<In>, only?: Only): () => RegExp {
  return once(() => anyOf(commitmentList(section, name, only), foldUnits))
}

/** The phrases of a list as a group of a larger pattern, without edges. */
export function choiceOfList<In extends Section>(section: In, name: ListName<In>, only?: Only): string {
  return choiceOf(commitmentList(section, name, only), foldUnits)
}
