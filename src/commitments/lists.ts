/** The lists of a language's `commitments.yaml`, by section, and the patterns they are made into. */
import { listOf } from '../hearing/packs/book.ts'
import { once } from '../words/once.ts'
import { anyOf, choiceOf, isUnspacedPhrase } from '../words/phrases/patterns.ts'
import { foldFigures } from './fold-figures.ts'
import type { commitmentSections } from './sections.ts'

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
  return once(() => anyOf(commitmentList(section, name, only), foldFigures))
}

/** The phrases of a list as a group of a larger pattern, without edges. */
export function choiceOfList<In extends Section>(section: In, name: ListName<In>, only?: Only): string {
  return choiceOf(commitmentList(section, name, only), foldFigures)
}
