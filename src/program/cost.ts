/** What models cost, read from the record and from the counts of the budget. */
import { localTime } from '../desk/time/hours.ts'
import { costOf } from '../domain/cost.ts'
import { DAY_MS } from '../domain/durations.ts'
import { budgetSpent, NEARLY_SPENT } from '../model/budget.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { ReadCost } from '../ports/cost.ts'
import type { Store } from '../ports/store.ts'
import { countsOver } from './counts.ts'

/** Turns looked at: a page of figures is no place for more. */
const MOST = 20_000

export function createReadCost(
  store: Pick<Store, 'records' | 'keyValues'>,
  persona: () => Pick<Persona, 'manners'>,
  clock: Pick<Clock, 'now'>,
): ReadCost {
  return async (lastDays) => {
    const { limits, timeZone } = persona().manners
    const dayOf = (at: number) => localTime(at, timeZone).day
    const first = dayOf(clock.now() - (lastDays - 1) * DAY_MS)
    const [turns, spent] = await Promise.all([
      store.records.costly(clock.now() - lastDays * DAY_MS, MOST),
      budgetSpent(countsOver(store, clock), limits, clock, timeZone),
    ])
    const within = turns.filter(({ at }) => dayOf(at) >= first)
    return {
      ...costOf(within, dayOf),
      ...{ lastDays, nearlySpent: NEARLY_SPENT },
      ...(spent === undefined ? {} : { budgetSpent: spent }),
    }
  }
}
