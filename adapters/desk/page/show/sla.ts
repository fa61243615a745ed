/** Which promise of a case is next, and how it stands. Pure. */
import type { CaseRow, Timer } from '../../wire.ts'
import { lengthWords, whenWords } from './times.ts'

/** `soon`: less than a quarter of an hour is left. */
export type Urgency = 'calm' | 'soon' | 'late'

export interface Countdown {
  readonly words: string
  readonly urgency: Urgency
}

const SOON_MS = 15 * 60_000
const names: Readonly<Partial<Record<Timer, string>>> = {
  'first-response': 'first answer',
  'next-response': 'answer',
  resolution: 'resolution',
}

export function countdown(timer: Timer, dueAt: number, now: number): Countdown | undefined {
  const name = names[timer]
  if (name === undefined) return undefined
  const left = dueAt - now
  if (left < 0) return { words: `${name} late by ${lengthWords(-left)}`, urgency: 'late' }
  return { words: `${name} in ${lengthWords(left)}`, urgency: left < SOON_MS ? 'soon' : 'calm' }
}

/** An answer that is due comes before the resolution. */
export function countdownOf({ status, timers, snoozedUntil, breaches }: CaseRow, now: number): Countdown | undefined {
  if (status === 'closed') return undefined
  if (snoozedUntil !== undefined && snoozedUntil > now)
    return { words: `snoozed until ${whenWords(snoozedUntil, now)}`, urgency: 'calm' }
  for (const timer of ['first-response', 'next-response', 'resolution'] as const) {
    const dueAt = timers[timer]
    if (dueAt !== undefined) return afterLateness(countdown(timer, dueAt, now), breaches)
  }
  return undefined
}

/** A promise that was broken has a new time; that it was broken stays to be seen. */
function afterLateness(found: Countdown | undefined, breaches: number): Countdown | undefined {
  if (found === undefined || breaches === 0 || found.urgency === 'late') return found
  return { words: `was late, ${found.words}`, urgency: 'late' }
}
