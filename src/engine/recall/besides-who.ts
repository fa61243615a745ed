/** A message that asks whether a bot writes, and tells or asks something besides: what is left is the fan's matter. Pure. */
import type { Persona } from '../../persona/persona.ts'
import { asksWho } from '../attend/asks-who.ts'
import { dangerIn } from '../attend/heard-first.ts'

export interface BesidesWho {
  /** Without the clauses that ask who writes; the whole text, where nothing would be left or the words hang together. */
  readonly text: string
  /** It was asked who writes, in these words or in those taken out. */
  readonly asksWho: boolean
}

/** Behind the mark that ends a clause. A point or comma within a figure ends none. */
const afterClause = /(?<=[.!?,;](?=\s|$|\p{Lo}))|(?<=[…。！？；，、\n])/u

export function besidesWho(text: string, persona: Pick<Persona, 'name' | 'nicknames' | 'languages'>): BesidesWho {
  if (!asksWho(text, persona)) return { text, asksWho: false }
  const rest = text
    .split(afterClause)
    .filter((clause) => !asksWho(clause, persona))
    .join('')
    .replace(/[\s,;，、；]+$/u, '')
    .trim()
  const isTorn = !/\p{L}/u.test(rest) || asksWho(rest, persona) || dangerIn(text, persona) !== dangerIn(rest, persona)
  return { text: isTorn ? text : rest, asksWho: true }
}
