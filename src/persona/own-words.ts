/** The words by which a brand calls itself and its things, each in small letters: no name of a fan hides them. Pure. */
import type { Persona } from './persona.ts'

const known = new WeakMap<object, ReadonlySet<string>>()

/** A name of several words also as a whole. */
export function ownWordsOf({
  name,
  nicknames,
  brand,
}: Pick<Persona, 'name' | 'nicknames' | 'brand'>): ReadonlySet<string> {
  const found = known.get(brand)
  if (found) return found
  const names = [name, ...nicknames, brand.name, ...brand.products.flatMap((one) => Object.values(one.name))]
  const low = names.map((one) => one.trim().toLowerCase())
  const words = new Set([...low, ...low.flatMap((one) => one.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])])
  known.set(brand, words)
  return words
}
