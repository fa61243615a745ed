/** The truth about waiting, told with a handoff: how long it has taken lately, how many wait, and until when at the latest. */

import { isSomebodyThere } from '../../desk/people/staff.ts'
import { isOpenAt } from '../../desk/time/hours.ts'
import { openingTimers, promiseOf } from '../../desk/time/sla.ts'
import { honestWait } from '../../desk/time/wait.ts'
import { hoursOf } from '../../desk/time/working-time.ts'
import { DAY_MS } from '../../domain/durations.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import { anyCaseOf } from '../../domain/open-case.ts'
import { type DeskCases, linkToPrivate, type Recalled } from '../stages.ts'
import { type Handoff, line, type Saying, silent, type Verdict } from '../verdict.ts'

const MONTH_MS = 30 * DAY_MS
const RECENT_CASES = 20
/** From this place on the queue is worth a word. */
const WORTH_TELLING = 3
/** Nothing is said about waiting. */
const SAFETY: readonly HandoffReason[] = ['self-harm', 'threat']
/** Words that keep people safe are said in public too. */
export const SAID_IN_PUBLIC: readonly HandoffReason[] = ['self-harm', 'health', 'safety', 'threat']

/** The handoff with its promises, and what is said about them; in a group the fan is shown the way into private instead. */
export async function withTruth(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  if (verdict.kind === 'reply' && verdict.reason === 'holding' && isLostTold(turn))
    return silent('file-lost-told', verdict.changes)
  if (isHeld(verdict)) return withRecorded(verdict, turn)
  if (verdict.kind !== 'handoff' || turn.isFromBot) return verdict
  const { persona, cases, now, lang, fan } = turn
  const { reason, team } = verdict.handoff
  const matter = { reason, ...(team ? { team } : {}), ...(fan.since === undefined ? {} : { fanSince: fan.since }) }
  const timers = openingTimers(matter, persona, now)
  const timed: Handoff = { ...verdict, handoff: { ...verdict.handoff, timers } }
  if (turn.conversation.surface === 'group') return { ...timed, say: publicly(timed, turn) }
  // On a case that is open already nothing is promised anew.
  if (SAFETY.includes(reason) || turn.assessment.isViolence || turn.openCase) return timed
  if (!cases || (await isSomebodyThere(team, persona, now, cases)))
    return cases ? { ...timed, say: [...timed.say, ...(await aboutWaiting(team, now, cases))] } : timed
  const { until: _, ...promise } = promiseOf(matter, persona, lang, now)
  const promised = line('promise', { names: { team, until: promise.dueAt }, isSameMessage: true })
  return { ...timed, say: [...timed.say, promised], handoff: { ...timed.handoff, promise } }
}

/** Staff were shown it before it was read here: that its file is missing was the last word, which "they have it" would deny. */
function isLostTold({ read, transcript }: Recalled): boolean {
  const ids = new Set(read.map(({ id }) => id))
  return transcript.some(({ tellsLost, toMessageId = '' }) => tellsLost && ids.has(toMessageId))
}

function isHeld({ kind, reason }: Verdict): boolean {
  return kind === 'reply' && (reason === 'holding' || reason === 'still-waiting')
}

/** Who waits hears the promise as it was recorded, and the hours while nobody is there; in front of others, neither. */
async function withRecorded(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const { openCase, cases, persona, now, conversation } = turn
  if (verdict.kind !== 'reply' || !openCase || !cases || conversation.surface === 'group') return verdict
  const { team } = openCase
  const hours = hoursOf(team, persona)
  const isClosed = openCase.handler !== 'staff' && hours !== undefined && !isOpenAt(hours, now)
  const until = await cases.promisedUntil(openCase.id)
  const promised =
    until === undefined || until <= now ? [] : [line('promise', { names: { team, until }, isSameMessage: true })]
  return { ...verdict, say: [...(isClosed ? [line('nobodyOnline', { names: { hours } })] : verdict.say), ...promised] }
}

/** In the same message: whoever waits is not to be rung twice. */
async function aboutWaiting(team: string | undefined, now: number, cases: DeskCases): Promise<readonly Saying[]> {
  const [waits, ahead] = await Promise.all([
    cases.waits(team, { since: now - MONTH_MS, limit: RECENT_CASES }),
    cases.waiting(team),
  ])
  const waitMs = honestWait(waits)
  const place = ahead + 1
  return [
    ...(waitMs === undefined ? [] : [line('wait', { names: { waitMs }, isSameMessage: true })]),
    ...(place >= WORTH_TELLING ? [line('queue', { names: { place }, isSameMessage: true })] : []),
  ]
}

/** One short word in front of everybody; only who complains is met as somebody who does. */
function publicly({ say, handoff }: Handoff, turn: Recalled): readonly Saying[] {
  const isThereAlready = anyCaseOf(turn.conversation, turn.author.accountId)?.inPrivate !== undefined
  if (isThereAlready || linkToPrivate(turn) === undefined) return say
  if (!SAID_IN_PUBLIC.includes(handoff.reason))
    return [line(handoff.reason === 'complaint' ? 'inPrivate' : 'onlyInPrivate', { buttons: ['private'] })]
  return say.map((saying, at) => (at === say.length - 1 ? { ...saying, buttons: ['private'] } : saying))
}
