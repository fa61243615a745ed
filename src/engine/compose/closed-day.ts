/** Asked whether it is open on a day that the brand keeps as a holiday: closed, by the hours that stand in its YAML. Pure. */
import { isoDay, todayIn } from '../../desk/time/hours.ts'
import { asksIfOpen, dayAsked } from '../../hearing/day-asked.ts'
import { subjectsOf } from '../../hearing/subjects/subjects.ts'
import { segment } from '../../words/terms/segment.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'

const WORD_FOR_WORD = 0.99

export function closedThatDay({ text, lang, persona, now, isAmbient, findings }: Recalled): Verdict | undefined {
  const { hours } = persona.handoff
  if (isAmbient || !hours || hours.holidays.length === 0) return undefined
  // Asked in the very words of an approved answer, the brand has said more of that day than that it is closed.
  if ((findings.hits[0]?.score ?? 0) >= WORD_FOR_WORD) return undefined
  // Of several questions each has its own answer.
  if ((findings.questions?.length ?? 0) > 1) return undefined
  if (!subjectsOf(segment(text), lang).includes('opening') && !asksIfOpen(text, lang)) return undefined
  const day = dayAsked(text, lang, todayIn(hours.timeZone, now))
  if (day === undefined || !hours.holidays.includes(isoDay(day))) return undefined
  return reply('closed-day', [line('closedOn', { names: { day } })], { state: { misses: 0 } })
}
