/** What the bot says without having been spoken to: to whom, why, and whether it may now. One budget holds for all of it. Pure. */
import { HOUR_MS, WEEK_MS } from './durations.ts'
import type { AccountId, ConversationId } from './ids.ts'

/** Each serves the fan: there is no other reason to speak first. */
export const firstReasons = [
  'issue-news',
  'late-promise',
  'helper-named',
  'circle-invitation',
  'circle-question',
  'circle-result',
] as const
export type FirstReason = (typeof firstReasons)[number]

export interface FirstWord {
  readonly reason: FirstReason
  readonly conversation: ConversationId
  /** Absent: to a group. */
  readonly accountId?: AccountId
}

/** What was said first lately, and when the fan writes. */
export interface FirstSaid {
  /** To this fan, and in this conversation, within the week. */
  readonly toFan: number
  readonly here: number
  /** When the fan wrote lately, epoch ms. */
  readonly wroteAt: readonly number[]
}

export interface FirstRules {
  /** Most within a week. */
  readonly perFan: number
  readonly perGroup: number
  /** Whether the brand does not speak unasked at this hour of the day. */
  readonly isQuiet: (hour: number) => boolean
  /** Hour of the day of a moment, 0 to 23, by the brand's clock. */
  readonly hourOf: (at: number) => number
}

export const firstWithinMs = WEEK_MS
/** So often somebody has to have written for their own hours to be known. */
const LEAST_WRITTEN = 5
/** Whoever wrote at some hour is awake about then. */
const ABOUT_HOURS = 2

export type MayFirst = 'may' | 'budget' | 'quiet'

/** What is owed, a promise that ran out, is counted and waits for nobody's budget; by night it waits as well. */
export function maySpeakFirst(
  reason: FirstReason,
  { toFan, here, wroteAt }: FirstSaid,
  { perFan, perGroup, isQuiet, hourOf }: FirstRules,
  { isGroup, now }: { readonly isGroup: boolean; readonly now: number },
): MayFirst {
  const isOwed = reason === 'late-promise'
  if (!isOwed && (isGroup ? here >= perGroup : toFan >= perFan)) return 'budget'
  const hour = hourOf(now)
  const isKnown = !isGroup && wroteAt.length >= LEAST_WRITTEN
  const isAwake = isKnown ? wroteAt.some((at) => apart(hourOf(at), hour) <= ABOUT_HOURS) : !isQuiet(hour)
  return isAwake ? 'may' : 'quiet'
}

/** Hours between two hours of the day, around the clock. */
function apart(one: number, other: number): number {
  const hours = Math.abs(one - other)
  return Math.min(hours, DAY_HOURS - hours)
}
const DAY_HOURS = 24

/** When it is worth asking again. */
export const firstAgainMs = HOUR_MS
