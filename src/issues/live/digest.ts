/** Boss mode: a quiet word on how things stand, in the thread of issues, with what needs authority first, and the way to step in. */

import type { Case } from '../../domain/case.ts'
import { counted } from '../../domain/counted.ts'
import { DAY_MS } from '../../domain/durations.ts'
import { fanCalled } from '../../domain/fan-called.ts'
import type { DigestRhythm, Issue } from '../../domain/issue.ts'
import { lasting } from '../../domain/lasting.ts'
import type { Button } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import type { ToldStaff } from '../../ports/issues.ts'
import type { Promises } from '../../ports/promises.ts'
import type { Records } from '../../ports/records.ts'
import { answerOf } from '../foreseen.ts'
import { ownerName } from './alert.ts'
import type { ErrandDeps } from './errand-deps.ts'
import { isOpen } from './issue-answers.ts'
import { stateLine } from './show-crisis.ts'
import { staffWords } from './staff-words.ts'

/** By the clock of the persona. */
const NINE = 9 * 60
const SHOWN = 5
/** People from whom on an issue is worth an owner, and an answer. */
const WORTH_OWNER = 2
const WORTH_ANSWER = 3

export interface DigestDeps extends ErrandDeps {
  readonly promises: Pick<Promises, 'open' | 'ended'>
  readonly workload: Records['workload']
  /** Cases that nobody has, the gravest first. */
  readonly waiting: (limit: number) => Promise<readonly Case[]>
  /** Answers and scenes that wait for an operator. */
  readonly proposed: () => Promise<number>
  /** The figures of the week up to yesterday, in words: they come with the first digest of a week. */
  readonly insights: () => Promise<string>
  /** The day and the minutes of it by the persona's clock. */
  readonly localTime: (at: number) => { readonly weekday: string; readonly day: string; readonly minutes: number }
}

/** At nine, where a lead asked for it: each day, each Monday, or on days on which something is amber or red. */
export async function giveDigest(deps: DigestDeps): Promise<void> {
  const { issues, clock, localTime } = deps
  const now = clock.now()
  const { rhythm, lastAt } = await issues.digest()
  if (rhythm === undefined || !isDue(rhythm, now, lastAt, localTime)) return
  if (rhythm === 'amber' && !(await issues.crises('open')).some(({ isDrill }) => !isDrill)) return
  const thread = await deps.thread()
  if (thread === undefined) return
  const told = [await digestOf(deps, lastAt ?? now - DAY_MS)]
  if (rhythm !== 'amber' && localTime(now).weekday === 'mon')
    told.push({ outgoing: staffWords(await deps.insights()), quotes: [] })
  if (await issues.digested(now, lastAt)) await issues.tell(thread, told, now)
}

function isDue(
  rhythm: DigestRhythm,
  now: number,
  lastAt: number | undefined,
  localTime: DigestDeps['localTime'],
): boolean {
  const { weekday, day, minutes } = localTime(now)
  if (minutes < NINE || (rhythm === 'weekly' && weekday !== 'mon')) return false
  return lastAt === undefined || localTime(lastAt).day !== day
}

/** What is new is new since `since`, epoch ms. */
export async function digestOf(deps: DigestDeps, since: number): Promise<ToldStaff> {
  const { issues, promises, clock } = deps
  const persona = deps.persona()
  const now = clock.now()
  const [listed, crises, waves, owed, ended, work, waiting, proposed] = await Promise.all([
    issues.open(now),
    issues.crises('open'),
    issues.waves(since),
    promises.open(100),
    promises.ended(since),
    deps.workload(),
    deps.waiting(SHOWN),
    deps.proposed(),
  ])
  const open = listed.filter((issue) => isOpen(issue) && issue.state !== 'prepared')
  const late = owed.filter(({ dueAt }) => dueAt < now).length
  const soon = owed.filter(({ dueAt }) => dueAt >= now && dueAt < now + DAY_MS).length
  const authority = [
    ...crises.map((one) =>
      stateLine(
        one,
        listed.find(({ number }) => number === one.issue),
        persona,
        now,
      ),
    ),
    ...needing(open, persona),
    ...(proposed > 0
      ? [`📖 ${counted(proposed, 'proposal waits', 'proposals wait')} for an operator’s yes: /proposals`]
      : []),
    ...(late > 0 ? [`⏰ ${counted(late, 'promise is', 'promises are')} late: /promises`] : []),
    ...(work.breached > 0
      ? [`⏰ ${counted(work.breached, 'open case was', 'open cases were')} not answered in time`]
      : []),
  ]
  const busiest = open.filter(({ lately }) => lately > 0).toSorted((a, b) => b.lately - a.lately)
  const lines = [
    `📋 How things stand, since ${new Date(since).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    'Needs authority:',
    ...(authority.length > 0 ? authority : ['nothing']),
    `Cases: ${counted(work.cases.waiting.count, 'waits', 'wait')}${oldest(work.cases.waiting.since, now)}, ${work.cases.assigned.count} in hand.`,
    `Promises: ${soon} due within a day; ${ended.kept} kept, ${ended.broken} broken.`,
    `Waves: ${waves.length}. Open issues: ${open.length}${busiest.length > 0 ? '; of the last day:' : '.'}`,
    ...busiest.slice(0, SHOWN).map((issue) => issueLine(issue, persona)),
  ]
  return {
    outgoing: staffWords(
      lines.join('\n'),
      waiting.map(stepIn),
      waiting.map(({ id }) => id),
    ),
    quotes: [],
  }
}

function needing(open: readonly Issue[], persona: Persona): string[] {
  const ownerless = open.filter(({ owner, reporters }) => owner === undefined && reporters >= WORTH_OWNER)
  const wordless = open.filter((issue) => !answerOf(issue, persona) && issue.reporters >= WORTH_ANSWER)
  return [
    ...(ownerless.length > 0 ? [`Nobody has ${numbers(ownerless)}: /issue N owner TEAM`] : []),
    ...(wordless.length > 0 ? [`No approved answer for ${numbers(wordless)}: /issue N answer en: words`] : []),
  ]
}

const numbers = (issues: readonly Issue[]) =>
  issues
    .slice(0, SHOWN)
    .map(({ number, title }) => `#${number} ${title}`)
    .join(', ') + (issues.length > SHOWN ? ` and ${issues.length - SHOWN} more` : '')

function issueLine({ number, title, lately, owner }: Issue, persona: Persona): string {
  return `#${number} ${title}: ${counted(lately, 'person', 'people')}${owner ? `, ${ownerName(owner, persona)}` : ''}`
}

function oldest(since: number | undefined, now: number): string {
  return since === undefined ? '' : ` (the oldest for ${lasting(now - since)})`
}

/** One press, and the case is theirs, under their own name. */
function stepIn({ id, fanName, reason }: Case): Button {
  return { label: `Take: ${fanCalled(fanName, 'a fan')}, ${reason}`, value: `desk:take:${id}` }
}
