/** What of a turn the fan says themselves: words that are passed on are read and may be answered, and are no complaint, order or call of theirs. Pure. */
import type { Persona } from '../../persona/persona.ts'
import type { Attended } from '../stages.ts'
import { wordsOf } from './addressed.ts'

export function ownWords(
  { read, text }: Pick<Attended, 'read' | 'text'>,
  persona: Pick<Persona, 'name' | 'nicknames'>,
): string {
  const own = read.filter(({ forwarded }) => forwarded === undefined)
  return own.length === read.length ? text : wordsOf(own, persona)
}

/** Nothing in it is the fan's own. */
export function isPassedOn({ read }: Pick<Attended, 'read'>): boolean {
  return read.length > 0 && read.every(({ forwarded }) => forwarded !== undefined)
}
