/** `/first` in the staff chat: what was said unasked within the week, why, and how much of all words promotes. */
import { firstWithinMs } from '../domain/first-word.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { FirstWords } from '../ports/first-words.ts'

export interface FirstDeskDeps {
  readonly firstWords: FirstWords
  readonly persona: () => Persona
  readonly clock: Clock
}

export async function firstText({ firstWords, persona, clock }: FirstDeskDeps): Promise<string> {
  const since = clock.now() - firstWithinMs
  const { first, promotion } = persona().community
  const [counts, share] = await Promise.all([
    firstWords.countSince(since),
    promotionShare(firstWords, persona(), since),
  ])
  const lines = counts.map(({ reason, count }) => `${count} × ${reason}`)
  return [
    'Said unasked within seven days:',
    ...(lines.length > 0 ? lines : ['nothing']),
    `At most ${first.perFan} to a fan and ${first.perGroup} in a group.`,
    `Promotion: ${share.toFixed(1)} % of our words, ${promotion} % at most.`,
  ].join('\n')
}

/** In percent, of what the bot said since then. */
export async function promotionShare(
  firstWords: Pick<FirstWords, 'lengthsSince'>,
  { answers }: Pick<Persona, 'answers'>,
  since: number,
): Promise<number> {
  const promoting = new Set(answers.filter(({ promotes }) => promotes).map(({ id }) => id))
  const lengths = await firstWords.lengthsSince(since, promoting)
  return lengths.all === 0 ? 0 : (100 * lengths.promoting) / lengths.all
}
