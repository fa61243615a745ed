/** What staff are asked back about before an issue goes on in another: fans hear other words from then on, or none. */
import { createHash } from 'node:crypto'
import { counted } from '../../domain/counted.ts'
import type { Issue } from '../../domain/issue.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Acted } from '../../ports/desk.ts'
import type { IssueStore } from '../../ports/issues.ts'
import type { IssueWish } from '../../ports/lead-desk.ts'
import { answerOf } from '../foreseen.ts'
import { SURE } from './sure-in.ts'

/** Undefined where one of the two is not there, or whoever merges them knows what becomes of it. */
export async function askOfMerge(
  { number, into, sure }: IssueWish & { readonly kind: 'merge' },
  { issues, clock, persona }: { issues: Pick<IssueStore, 'get'>; clock: Clock; persona: () => Persona },
): Promise<Acted | undefined> {
  const [one, other] = [await issues.get(number, clock.now()), await issues.get(into, clock.now())]
  if (one === undefined || other === undefined || sure === SURE) return undefined
  const [mine, theirs] = [wordsOf(one, persona()), wordsOf(other, persona())]
  const shown = createHash('sha256').update([number, into, mine, theirs].join('\n')).digest('hex').slice(0, 16)
  if (sure === shown) return undefined
  const hears =
    theirs === undefined
      ? 'which has no approved words: whoever reports either hears none of it'
      : `and whoever reports either hears what that says: “${theirs}”`
  const lost = mine === undefined || mine === theirs ? '' : ` What #${number} says is said no more: “${mine}”.`
  return {
    isDone: false,
    says: `✋ Nothing is changed yet. ${named(one)} would go on in ${named(other)}, ${hears}.${lost}`,
    asks: { label: `Yes, merge #${number} into #${into}`, sure: shown, typed: `/issue ${number} merge ${into} yes` },
  }
}

const named = ({ number, title, reporters }: Issue) => `#${number} ${title} (${counted(reporters, 'person', 'people')})`

/** In the language that it is said in first. */
function wordsOf(issue: Issue, persona: Persona): string | undefined {
  const answer = answerOf(issue, persona) ?? {}
  return (answer[persona.languages[0]] ?? Object.values(answer)[0])?.[0]
}
