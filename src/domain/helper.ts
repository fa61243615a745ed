/** Fans who offered to help others in a group, and how often and when they may be named. Pure. */
import { DAY_MS } from './durations.ts'
import type { AccountId, ConversationId } from './ids.ts'

/** Nobody is named again within this time, in whatever group. */
export const helperRestMs = 7 * DAY_MS

/** The hours of the day in which a helper may be named: from the first, up to the second, over midnight where that is less. */
export interface HelperHours {
  readonly from: number
  readonly to: number
}

export const usualHelperHours: HelperHours = { from: 9, to: 21 }

export interface Helper extends HelperHours {
  readonly accountId: AccountId
  readonly name: string
  /** When they were last named, in whatever group, epoch ms. */
  readonly namedAt?: number
}

/** What a turn changes; `named` is written only where they were not named elsewhere meanwhile. */
export type HelperChange =
  | (HelperHours & { readonly kind: 'offers'; readonly account: AccountId; readonly conversation: ConversationId })
  | { readonly kind: 'offers-no-more'; readonly account: AccountId; readonly conversation: ConversationId }
  | { readonly kind: 'named'; readonly account: AccountId; readonly conversation: ConversationId }

const hour = String.raw`(\d{1,2})(?::00)?\s?([ap]m)?`
const span = new RegExp(`^${hour}\\s*[-–—~]\\s*${hour}$`, 'iu')

/** `18-22`, `9 – 17`, `9am-5pm`; undefined for what is no such thing. */
export function readHelperHours(text: string): HelperHours | undefined {
  const [, first, half, last, otherHalf] = span.exec(text.trim()) ?? []
  const hours = { from: hourOf(first, half), to: hourOf(last, otherHalf) }
  return hours.from < 24 && hours.to <= 24 && hours.from !== hours.to ? hours : undefined
}

/** NaN for what is none. */
function hourOf(text: string | undefined, half: string | undefined): number {
  const hour = Number(text)
  if (half === undefined) return hour
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0)
}

/** `hour`: of the day, 0 to 23, where the hours are told. */
export function mayBeNamed(
  { from, to, namedAt }: Omit<Helper, 'accountId' | 'name'>,
  hour: number,
  now: number,
): boolean {
  const isTheirHour = from < to ? from <= hour && hour < to : from <= hour || hour < to
  return isTheirHour && (namedAt === undefined || now - namedAt >= helperRestMs)
}
