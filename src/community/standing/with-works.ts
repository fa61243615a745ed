/** What sets a fan apart, with the works that they offered and that were shown. */
import type { AccountId } from '../../domain/ids.ts'
import type { Evidence, Standing } from '../../domain/standing.ts'
import type { Links } from '../../ports/links.ts'
import type { Standings } from '../../ports/standings.ts'
import type { WorksMade } from '../../ports/works-made.ts'

/** What a work weighs; one that was shown is known to be good. */
const weights = { offered: 1, used: 2 }

export interface StandingSources {
  readonly standings: Standings
  /** If absent, nobody offers works here. */
  readonly worksMade?: WorksMade
  /** If absent, no accounts are joined here. */
  readonly links?: Links
}

/** All of it, also what is only for the fan's own eyes. */
export async function wholeStanding(
  account: AccountId,
  { standings, worksMade, links }: StandingSources,
): Promise<Standing> {
  const standing = await standings.of(account)
  if (standing.choices.offAt !== undefined || !worksMade) return standing
  const others = (await links?.joinedTo(account)) ?? []
  const made = await worksMade.madeBy([account, ...others.map(({ accountId }) => accountId)])
  const shown = made.map(({ what, at }): Evidence => ({ what, at, weight: weights[what], isPublic: what === 'used' }))
  return { ...standing, evidence: [...standing.evidence, ...shown] }
}
