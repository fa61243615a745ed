/** What sets a fan apart, as far as it may be read in a place; and by it how they are spoken to, where the persona makes a difference. */
import type { AccountId } from '../../domain/ids.ts'
import { type Evidence, readableIn, type Standing, type Tone, toneOf } from '../../domain/standing.ts'
import type { Attended, Means } from '../stages.ts'

/** What a work weighs; one that was shown is known to be good. */
const works = { offered: 1, used: 2 }

type Turn = Pick<Attended, 'author' | 'conversation' | 'now'> & Pick<Means, 'standings' | 'worksMade' | 'links'>

/** All of it, also what is only for the fan's own eyes; undefined where nothing is kept. */
export async function standingOf({ standings, worksMade, links, author }: Turn): Promise<Standing | undefined> {
  if (!standings) return undefined
  const { accountId } = author
  const standing = await standings.of(accountId)
  if (standing.choices.offAt !== undefined || !worksMade) return standing
  const others = (await links?.joinedTo(accountId)) ?? []
  const accounts: readonly AccountId[] = [accountId, ...others.map((other) => other.accountId)]
  const made = (await worksMade.madeBy(accounts)).map(
    ({ what, at }): Evidence => ({ what, at, weight: works[what], isPublic: what === 'used' }),
  )
  return { ...standing, evidence: [...standing.evidence, ...made] }
}

/** Undefined where all are spoken to alike. */
export async function toneIn(turn: Turn & Pick<Means, 'persona'>): Promise<Tone | undefined> {
  if (turn.persona.community.tone === undefined || !turn.standings) return undefined
  const { evidence } = await turn.standings.of(turn.author.accountId)
  const { id, surface } = turn.conversation
  return toneOf(readableIn({ id, isGroup: surface === 'group' }, evidence), turn.now)
}
