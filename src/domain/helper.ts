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

/** `18-22`, `9 – 17`; undefined for what is no such thing. */
export function readHelperHours(text: string): HelperHours | undefined {
  const [, from, to] = /^(\d{1,2})(?::00)?\s*[-–—~]\s*(\d{1,2})(?::00)?$/u.exec(text.trim()) ?? []
  const hours = { from: Number(from), to: Number(to) }
  return from !== undefined && hours.from < 24 && hours.to <= 24 && hours.from !== hours.to ? hours : undefined
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
