/** How long words of staff still reach a fan, where the platform lets us write only for a while after theirs. Pure. */
import type { Case, CaseChange } from '../../domain/case.ts'
import { replyClock } from '../../domain/reply-window.ts'
import { instantText } from './times.ts'

export const CLOSED =
  '⏳ The platform lets us write again once they write: what you say now waits, and leaves first then, with a word of apology.'

/** A line for staff; undefined where there is nothing to say of it. */
export function clockText(one: Pick<Case, 'replyWindows'>, now: number, timeZone: string): string | undefined {
  const clock = replyClock(one, now)
  if (clock === undefined) return undefined
  if (clock === 'closed') return CLOSED
  const { until, messages } = clock
  const many = messages === undefined ? '' : messages === 1 ? ', one message more' : `, ${messages} messages more`
  return `⏳ Your words reach them until ${instantText(until, 'en', timeZone, now)}${many}. After that they wait until the fan writes.`
}

/** What is told when the clock rings, and when it rings next. Nobody is told where no answer is owed. */
export function windowRings(
  one: Case,
  now: number,
  timeZone: string,
): { readonly says?: string; readonly next: NonNullable<CaseChange['timers']>['window'] } {
  const clock = replyClock(one, now)
  if (clock === undefined || one.status === 'closed') return { next: null }
  const isOwed = one.timers['first-response'] !== undefined || one.timers['next-response'] !== undefined
  const says = isOwed ? clockText(one, now, timeZone) : undefined
  return { ...(says === undefined ? {} : { says }), next: clock === 'closed' ? null : clock.until }
}
