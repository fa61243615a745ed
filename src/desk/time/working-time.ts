/** Time that counts only while a team is there. Pure. */
import { DAY_MS } from '../../domain/durations.ts'
import type { Hours, Persona } from '../../persona/persona.ts'
import { isAlwaysOpen, isOpenAt, stretchesAround } from './hours.ts'

/** A team whose hours never come would be waited for without end. */
const LONGEST_DAYS = 60
const LONGEST_MS = LONGEST_DAYS * DAY_MS

/** Of a team, else of the house; undefined: always there. */
export function hoursOf(team: string | undefined, persona: Persona): Hours | undefined {
  return (team ? persona.handoff.teams[team]?.hours : undefined) ?? persona.handoff.hours
}

/** `ms` of open time after `from`; epoch ms. */
export function afterWorking(hours: Hours | undefined, from: number, ms: number): number {
  if (hours === undefined || isAlwaysOpen(hours)) return from + ms
  let at = from
  let left = ms
  for (const { from: opens, to: closes } of stretchesAround(hours, from, LONGEST_DAYS)) {
    if (closes <= at) continue
    at = Math.max(at, opens)
    if (left <= closes - at) return at + left
    left -= closes - at
    at = closes
  }
  return Math.max(at, from + LONGEST_MS) + left
}

/** When somebody is there next; `from` itself if somebody is. */
export function nextOpening(hours: Hours | undefined, from: number): number {
  return hours === undefined || isOpenAt(hours, from) ? from : afterWorking(hours, from, 0)
}

/** When the hours that hold at `at` end; undefined for a team that never leaves, or is not there. */
export function closingAt(hours: Hours | undefined, at: number): number | undefined {
  if (hours === undefined || isAlwaysOpen(hours)) return undefined
  let end: number | undefined
  for (const { from, to } of stretchesAround(hours, at, 1)) {
    const isOn = from <= (end ?? at) && (end ?? at) < to
    if (isOn) end = to
  }
  return end
}
