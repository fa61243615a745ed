/** The truth about waiting, told with a handoff: how long it has taken lately, how many wait, and until when at the latest. */

import { isSomebodyThere } from '../../desk/people/staff.ts'
import { openingTimers, promiseOf } from '../../desk/time/sla.ts'
import { durationText } from '../../desk/time/times.ts'
import { honestWait } from '../../desk/time/wait.ts'
import type { HandoffRequest } from '../../domain/handoff.ts'
import { openCaseOf } from '../../domain/open-case.ts'
import { label } from '../../hearing/small-words.ts'
import type { Persona } from '../../persona/persona.ts'
import type { Draft, DraftText } from '../draft.ts'
import { say, sayAs } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'
import type { DeskCases } from './at-desk.ts'

const MONTH_MS = 30 * 86_400_000
const RECENT_CASES = 20
/** From this place on the queue is worth a word. */
const WORTH_TELLING = 3
const SAFETY: readonly HandoffRequest['reason'][] = ['self-harm', 'threat']

type HandoffDraft = Extract<Draft, { kind: 'handoff' }>

/** The handoff with its promises, and what is said about them; in a group the fan is shown the way into private instead. */
export async function withTruth(
  draft: HandoffDraft,
  turn: Recalled,
  persona: Persona,
  cases: DeskCases | undefined,
  privateLink?: (payload: string) => string | undefined,
): Promise<Draft> {
  const { reason, team } = draft.handoff
  const since = turn.fan.since
  const matter = { reason, ...(team ? { team } : {}), ...(since === undefined ? {} : { fanSince: since }) }
  const timers = openingTimers(matter, persona, turn.now)
  const isThere = !cases || (await isSomebodyThere(team, persona, turn.now, cases))
  const told = { ...draft, handoff: { ...draft.handoff, timers } }
  const isGroup = turn.conversation.surface === 'group'
  if (isGroup) return publicly(told, turn, persona, privateLink)
  // On a case that is open already nothing is promised anew.
  if (SAFETY.includes(reason) || openCaseOf(turn)) return told
  if (!isThere) {
    const { until, ...promise } = promiseOf(matter, persona, turn.lang, turn.now)
    const texts = withLast(told.texts, [sayAs('promise', { team, until }, turn, persona)])
    return { ...told, texts, handoff: { ...told.handoff, promise } }
  }
  return cases ? { ...told, texts: withLast(told.texts, await waitTexts(team, turn, persona, cases)) } : told
}

/** In the same message: whoever waits is not to be rung twice. */
function withLast(texts: readonly DraftText[], more: readonly DraftText[]): DraftText[] {
  const last = texts.at(-1)
  if (last === undefined) return [...more]
  return [...texts.slice(0, -1), { ...last, text: [last, ...more].map(({ text }) => text).join('\n') }]
}

async function waitTexts(
  team: string | undefined,
  turn: Recalled,
  persona: Persona,
  cases: DeskCases,
): Promise<DraftText[]> {
  const [waits, ahead] = await Promise.all([
    cases.waits(team, { since: turn.now - MONTH_MS, limit: RECENT_CASES }),
    cases.waiting(team),
  ])
  const wait = honestWait(waits)
  const place = ahead + 1
  return [
    ...(wait === undefined ? [] : [sayAs('wait', { wait: durationText(wait, turn.lang) }, turn, persona)]),
    ...(place >= WORTH_TELLING ? [sayAs('queue', { place: String(place) }, turn, persona)] : []),
  ]
}

/** One short word in front of everybody; words that keep people safe stay. */
function publicly(
  draft: HandoffDraft,
  turn: Recalled,
  persona: Persona,
  privateLink: ((payload: string) => string | undefined) | undefined,
): HandoffDraft {
  const url = privateLink?.('case')
  const isSafety = ['self-harm', 'health', 'safety', 'threat'].includes(draft.handoff.reason)
  if (url === undefined) return draft
  const button = [{ label: label('private', turn.lang), url }]
  if (!isSafety) return { ...draft, texts: [say('inPrivate', turn, persona, button)] }
  const last = draft.texts.length - 1
  return { ...draft, texts: draft.texts.map((text, index) => (index === last ? { ...text, buttons: button } : text)) }
}
