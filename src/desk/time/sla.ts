/** How soon a person answers: the times of a case by its reason and fan, in working time, and what happens when one runs out. Pure. */

import { type Case, type CaseChange, type Promised, type TimerKind, type Timers, whichCase } from '../../domain/case.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../domain/durations.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { Lang } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import { deskLine, toFanAlone, toStaff } from '../acts/say.ts'
import { teamForFan, teamName } from '../people/teams.ts'
import { instantText } from './times.ts'
import { afterWorking, hoursOf } from './working-time.ts'

const KNOWN_AFTER_MS = 30 * DAY_MS

export interface Matter {
  readonly reason: HandoffReason
  readonly team?: string
  /** When the fan was first heard. */
  readonly fanSince?: number
}

type SlaKind = Extract<TimerKind, 'first-response' | 'next-response' | 'resolution'>

/** `since`: when the fan was first heard, epoch ms. */
export function isKnownFan(since: number | undefined, now: number): boolean {
  return since !== undefined && now - since >= KNOWN_AFTER_MS
}

/** Working ms that each promise of the SLA allows. */
function allowance({ reason, fanSince }: Matter, persona: Persona, now: number): Record<SlaKind, number> {
  const { rules, ...usual } = persona.handoff.sla
  const fan = isKnownFan(fanSince, now) ? 'known' : 'new'
  const rule = rules.find(
    ({ reasons, fans }) => (reasons.length === 0 || reasons.includes(reason)) && (fans === undefined || fans === fan),
  )
  return {
    'first-response': (rule?.firstResponseMinutes ?? usual.firstResponseMinutes) * MINUTE_MS,
    'next-response': (rule?.nextResponseMinutes ?? usual.nextResponseMinutes) * MINUTE_MS,
    resolution: (rule?.resolutionHours ?? usual.resolutionHours) * HOUR_MS,
  }
}

/** When a promise made at `now` is due, epoch ms. */
export function dueAt(kind: SlaKind, matter: Matter, persona: Persona, now: number): number {
  return afterWorking(hoursOf(matter.team, persona), now, allowance(matter, persona, now)[kind])
}

/** What a new case begins with. */
export function openingTimers(matter: Matter, persona: Persona, now: number): Timers {
  return {
    'first-response': dueAt('first-response', matter, persona, now),
    resolution: dueAt('resolution', matter, persona, now),
  }
}

/** The promise told to a fan when nobody is there: recorded with its owner and time, kept by the first answer. */
export function promiseOf(
  matter: Matter,
  persona: Persona,
  lang: Lang,
  now: number,
): Promised & { readonly until: string } {
  const due = dueAt('first-response', matter, persona, now)
  const timeZone = hoursOf(matter.team, persona)?.timeZone ?? persona.manners.timeZone
  return {
    ...(matter.team ? { owner: matter.team } : {}),
    text: 'A first answer',
    dueAt: due,
    until: instantText(due, lang, timeZone, now),
  }
}

/** A time ran out: the case goes to the next team, staff hear it, and the fan hears the truth once. */
export function breached(one: Case, kind: SlaKind, persona: Persona, now: number): CaseChange {
  const next = one.team ? persona.handoff.teams[one.team]?.next : undefined
  const team = next ?? one.team
  const isFree = one.status === 'assigned' && kind !== 'resolution'
  const what = { 'first-response': 'first answer', 'next-response': 'next answer', resolution: 'resolution' }[kind]
  const isFirst = one.breaches === 0
  const matter = team === undefined ? one : { ...one, team }
  const lost = isFree && one.assignee ? ` ${one.assignee} no longer has it.` : ''
  return {
    ...whichCase(one),
    version: one.version,
    set: {
      breaches: one.breaches + 1,
      ...(next ? { team: next } : {}),
      ...(isFree ? { status: 'waiting', assignee: null, handler: 'bot' } : {}),
    },
    timers: { [kind]: dueAt(kind, matter, persona, now) },
    ...(isFirst && one.reason !== 'draft'
      ? { say: toFanAlone(deskLine('delayed', one, persona, { team: teamForFan(team, one, persona) }), one) }
      : {}),
    ...(kind === 'resolution' ? {} : { promise: 'broken' as const }),
    tell: toStaff(
      `⏰ Time for the ${what} ran out.${next ? ` It goes to ${teamName(next, one, persona)}.` : ''}${lost}`,
    ),
    events: [{ who: 'bot', what: 'breached', detail: next ? `${kind} → ${next}` : kind }],
  }
}
