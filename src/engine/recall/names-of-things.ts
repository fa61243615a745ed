/** The names of a brand's products and of its competitors, read as names: "how do I brew Fogbell" asks how to brew. Pure. */
import type { Persona } from '../../persona/persona.ts'
import { fold } from '../../words/letters/fold.ts'
import { isAllUnspaced } from '../../words/letters/scripts.ts'

interface Names {
  readonly products: RegExp | undefined
  readonly competitors: RegExp | undefined
}

const known = new WeakMap<Persona, Names>()

/** The text without the names of competitors: none of their words is a word of the shop. */
export function withoutCompetitors(text: string, persona: Persona): string {
  return without(namesOf(persona).competitors, text)
}

/** The text without the names of products; undefined where it names none, or nothing else. */
export function withoutProducts(text: string, persona: Persona): string | undefined {
  const rest = without(namesOf(persona).products, text)
  return rest === text || !/\p{L}/u.test(rest) ? undefined : rest
}

function without(names: RegExp | undefined, text: string): string {
  if (!names) return text
  const folded = fold.withMap(text)
  let rest = ''
  let from = 0
  for (const { 0: found, index } of folded.text.matchAll(names)) {
    const { start, end } = folded.span(index, index + found.length)
    rest += `${text.slice(from, start)} `
    from = end
  }
  return from === 0 ? text : (rest + text.slice(from)).replace(/\s+/g, ' ').trim()
}

function namesOf(persona: Persona): Names {
  const found = known.get(persona)
  if (found) return found
  const { products, competitors } = persona.brand
  const made: Names = {
    products: patternOf(products.flatMap(({ name }) => Object.values(name))),
    competitors: patternOf(competitors),
  }
  known.set(persona, made)
  return made
}

function patternOf(names: readonly string[]): RegExp | undefined {
  const sources = [...new Set(names.map(fold))]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length)
    .map((name) =>
      isAllUnspaced(name) ? RegExp.escape(name) : `(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`,
    )
  return sources.length > 0 ? new RegExp(sources.join('|'), 'gu') : undefined
}
