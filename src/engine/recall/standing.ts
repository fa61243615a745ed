/** How a fan is spoken to, by what may be read of them in a place, where the persona makes a difference. */
import { readableIn, type Tone, toneOf } from '../../domain/standing.ts'
import type { Attended, Means } from '../stages.ts'

type Turn = Pick<Attended, 'author' | 'conversation' | 'now'> & Pick<Means, 'standings' | 'persona'>

/** Undefined where all are spoken to alike. */
export async function toneIn({ author, conversation, now, standings, persona }: Turn): Promise<Tone | undefined> {
  if (persona.community.tone === undefined || !standings) return undefined
  const { evidence } = await standings.of(author.accountId)
  return toneOf(readableIn({ id: conversation.id, isGroup: conversation.surface === 'group' }, evidence), now)
}
