/** What brings the figures up to date, now and then and beside the path: turns counted, effects heard, days that can change no more kept. */
import { DAY_MS } from '../domain/durations.ts'
import { feelingOf } from '../hearing/small-talk.ts'
import type { Log } from '../log.ts'
import type { Persona } from '../persona/persona.ts'
import type { Clock } from '../ports/clock.ts'
import type { Insights } from '../ports/insights.ts'
import { type Calendar, dayAfter } from './calendar.ts'
import { countTurn } from './count-turn.ts'

const BATCH = 50
/** So many batches at one call: what was left behind for long is caught up with bit by bit. */
const BATCHES = 20
/** Whether a question was solved for good is known after seven days; then nothing of its day changes. */
const SETTLED_DAYS = 8
/** Days kept at one call. */
const DAYS_AT_ONCE = 31
/** A talk that was closed since is looked at so long. */
const CLOSED_MS = 2 * DAY_MS

export interface CountingDeps {
  readonly insights: Insights
  readonly persona: () => Persona
  readonly calendar: () => Calendar
  readonly clock: Clock
  readonly log: Log
}

/** False: more is left for the next call. */
export async function keepCounting(deps: CountingDeps): Promise<boolean> {
  const { insights, persona, calendar, clock } = deps
  let isAll = false
  for (let batch = 0; batch < BATCHES; batch++) {
    const turns = await insights.uncounted(BATCH)
    const { dayOf } = calendar()
    await insights.count(turns.map((turn) => countTurn(turn, dayOf(turn.at), persona())))
    isAll = turns.length < BATCH
    if (isAll) break
  }
  for (let batch = 0; batch < BATCHES; batch++) if ((await insights.hearReactions(BATCH, kindOf)) < BATCH) break
  await insights.hearLeaving(clock.now() - CLOSED_MS)
  // A day is kept whole: not while turns of it may wait to be counted.
  return isAll && (await settleDays(deps))
}

/** One bad sign outweighs the good ones beside it. */
function kindOf(emojis: readonly string[]): 'liked' | 'disliked' | undefined {
  const feelings = emojis.map(feelingOf)
  if (feelings.includes('bad')) return 'disliked'
  return feelings.includes('good') ? 'liked' : undefined
}

async function settleDays({ insights, calendar, clock, log }: CountingDeps): Promise<boolean> {
  const { dayOf, startOf } = calendar()
  const now = clock.now()
  const last = dayAfter(dayOf(now), -SETTLED_DAYS - 1)
  const settledTo = await insights.settledTo()
  if (settledTo !== undefined && settledTo >= last) return true
  const firstAt = await insights.firstAt()
  const first = firstAt === undefined ? last : dayOf(firstAt)
  let day = settledTo === undefined || dayAfter(settledTo) < first ? first : dayAfter(settledTo)
  for (let done = 0; done < DAYS_AT_ONCE && day <= last; done++, day = dayAfter(day)) {
    const counts = await insights.counts({ from: startOf(day), to: startOf(dayAfter(day)) }, now)
    if (!(await insights.settle(day, counts))) return false
    log.debug({ day, counts: counts.length }, 'a day’s figures are kept')
  }
  return day > last
}
