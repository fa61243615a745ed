/** The one budget for what is said unasked, and the hours in which nobody is spoken to first, as the persona sets them. Pure. */
import type { FirstRules } from '../domain/first-word.ts'
import type { Persona } from './persona.ts'

/** Unless `manners.quietHours` says otherwise: from 21 to 9. */
const usualQuiet = { from: 21, to: 9 }

export function firstRulesOf({ community, manners }: Pick<Persona, 'community' | 'manners'>): FirstRules {
  const { from, to } = quietOf(manners.quietHours)
  return {
    ...community.first,
    isQuiet: (hour) => (from < to ? from <= hour && hour < to : from <= hour || hour < to),
    hourOf: (at) =>
      Number(
        new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone: manners.timeZone }).format(at),
      ),
  }
}

/** `22:30-07:15`: an hour that is quiet in part is quiet. */
function quietOf(range: string | undefined): { readonly from: number; readonly to: number } {
  const [, from, to, minutes] = /^(\d\d):\d\d-(\d\d):(\d\d)$/.exec(range ?? '') ?? []
  if (from === undefined) return usualQuiet
  return { from: Number(from), to: Number(to) + (minutes === '00' ? 0 : 1) }
}
