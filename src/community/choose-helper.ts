/** Who of those who offered could help with a question that stayed open: likeliest first by the talk itself. Pure. */
import { type Helper, mayBeNamed } from '../domain/helper.ts'
import type { AccountId } from '../domain/ids.ts'
import type { SaidInGroup } from '../ports/helpers.ts'
import { createHelperRanking } from './rank-helpers.ts'

export interface OpenQuestion {
  readonly asker: AccountId
  /** Epoch ms. */
  readonly now: number
  /** Hour of the day, 0 to 23, where helpers told theirs. */
  readonly hour: number
}

const question = /[?？؟]/

/** `said`: what members wrote in the group, oldest first. Undefined where nobody of them may be named now, or ever spoke there. */
export function chooseHelper(
  offering: readonly Helper[],
  said: readonly SaidInGroup[],
  { asker, now, hour }: OpenQuestion,
): Helper | undefined {
  const free = offering.filter((helper) => helper.accountId !== asker && mayBeNamed(helper, hour, now))
  if (free.length === 0) return undefined
  const ranking = createHelperRanking(new Set(free.map(({ accountId }) => accountId)))
  for (const { accountId: author, at, text, to } of said)
    ranking.hear({ author, at, isQuestion: question.test(text), to })
  const [best] = ranking.rank(asker, now)
  return free.find(({ accountId }) => accountId === best)
}
