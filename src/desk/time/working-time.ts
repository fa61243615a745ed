/** Time that counts only while a team is there. Pure. */
import type { Hours, Persona } from '../../persona/persona.ts'
import { isOpenAt, localTime } from './hours.ts'

const MINUTE_MS = 60_000
/** Longest step, so that a change of the clocks is noticed within the hour. */
const STEP_MINUTES = 60
/** A team whose hours never come would be waited for without end. */
const LONGEST_MS = 60 * 86_400_000

/** Of a team, else of the house; undefined: always there. */
export function hoursOf(team: string | undefined, persona: Persona): Hours | undefined {
  return (team ? persona.handoff.teams[team]?.hours : undefined) ?? persona.handoff.hours
}

/** `ms` of open time after `from`; epoch ms. */
export function afterWorking(hours: Hours | undefined, from: number, ms: number): number {
  if (hours === undefined || (hours.week === undefined && hours.holidays.length === 0)) return from + ms
  let at = from
  let left = ms
  while (at - from < LONGEST_MS) {
    const step = toNextEdge(hours, at)
    if (isOpenAt(hours, at)) {
      if (left <= step) return at + left
      left -= step
    }
    at += step
  }
  return at + left
}

/** When somebody is there next; `from` itself if somebody is. */
export function nextOpening(hours: Hours | undefined, from: number): number {
  return hours === undefined || isOpenAt(hours, from) ? from : afterWorking(hours, from, 0)
}

/** Ms until the hours may change: the next edge of any range, midnight, or an hour. */
function toNextEdge({ week = {}, timeZone }: Hours, at: number): number {
  const { minutes } = localTime(at, timeZone)
  const edges = Object.values(week)
    .flat()
    .flatMap((range) => range.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))))
  const next = Math.min(1440, minutes + STEP_MINUTES, ...edges.filter((edge) => edge > minutes))
  return (next - minutes) * MINUTE_MS - (at % MINUTE_MS)
}
