/**
 * Personal data in free text: found, and masked. Used wherever a fan's words go where they need not be known in full: logs,
 * the model, what is learnt, and, for cards and secrets, the database. Pure, never throws, linear in the text's length.
 */
import { type PersonalDataKind, personalDataKinds } from '../../domain/personal-data-kind.ts'
import { createFold } from '../letters/fold.ts'
import { findAddresses } from './addresses.ts'
import { findCards } from './cards.ts'
import { findEmails } from './e-mails.ts'
import { findIbans } from './ibans.ts'
import { findIdNumbers } from './id-numbers.ts'
import { findPhones } from './phones.ts'
import { repeatsOf } from './repeats.ts'
import { findSecrets } from './secrets.ts'
import type { Span } from './span.ts'

/** Where two overlap, the first of this list names both. */

/** Never needed for an answer: masked whatever the persona says. */
export const neverShown: readonly PersonalDataKind[] = ['secret', 'card', 'id-number', 'iban']
/** Never even stored. */
export const neverStored: readonly PersonalDataKind[] = ['secret', 'card']

export interface PersonalData extends Span {
  readonly kind: PersonalDataKind
  /** The text from `start` to `end`, in UTF-16 units of the text searched. */
  readonly value: string
}

export interface SearchOptions {
  /** Countries whose identity numbers are looked for, by ISO code (`fr`); all that are known if absent. */
  readonly countries?: readonly string[]
  /** Only these; all if absent. */
  readonly kinds?: readonly PersonalDataKind[]
}

const finders: Readonly<Record<PersonalDataKind, (text: string, countries?: readonly string[]) => Span[]>> = {
  secret: findSecrets,
  card: findCards,
  'id-number': findIdNumbers,
  iban: findIbans,
  'e-mail': findEmails,
  phone: findPhones,
  address: findAddresses,
}

/** What a reader sees, for machines to search: full-width and foreign digits as ASCII, nothing hidden, no accents. */
const asSeen = createFold({ keepsCase: true, dropsMarks: true, plainFigures: true, longest: 4 })

/** In the order of the text, without overlaps; a value that was found once is found wherever it stands again. */
export function findPersonalData(text: string, options: SearchOptions = {}): readonly PersonalData[] {
  const { kinds = personalDataKinds, countries } = options
  const folded = asSeen.withMap(text)
  const found = kinds.flatMap((kind) =>
    finders[kind](folded.text, countries).map(({ start, end }) => ({ kind, ...folded.span(start, end) })),
  )
  if (found.length === 0) return []
  const merged = merge(found)
  return merge([...merged, ...repeatsOf(text, merged)]).map((one) => ({
    ...one,
    value: text.slice(one.start, one.end),
  }))
}

/** Each finding becomes its kind in brackets: `[card]`. `found`: the kinds, each once, in the order of the text. */
export function maskPersonalData(
  text: string,
  options: SearchOptions = {},
): { readonly text: string; readonly found: readonly PersonalDataKind[] } {
  const all = findPersonalData(text, options)
  if (all.length === 0) return { text, found: [] }
  const pieces: string[] = []
  let from = 0
  for (const { kind, start, end } of all) {
    pieces.push(text.slice(from, start), `[${kind}]`)
    from = end
  }
  pieces.push(text.slice(from))
  return { text: pieces.join(''), found: [...new Set(all.map(({ kind }) => kind))] }
}

/** Stands for something of that kind. */
export function hasPlaceholder(text: string): boolean {
  return personalDataKinds.some((kind) => text.includes(`[${kind}]`))
}

type Found = Span & { readonly kind: PersonalDataKind }

function merge(all: readonly Found[]): Found[] {
  const merged: Found[] = []
  for (const next of all.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1)
    if (!last || next.start >= last.end) merged.push(next)
    else
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, next.end), kind: stronger(last.kind, next.kind) }
  }
  return merged
}

function stronger(a: PersonalDataKind, b: PersonalDataKind): PersonalDataKind {
  return personalDataKinds.indexOf(a) <= personalDataKinds.indexOf(b) ? a : b
}
