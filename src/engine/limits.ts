/** Counts answered turns, so that one fan, or one noisy conversation, cannot use up everybody's patience. Lives in short-term state. */
import type { AccountId, ConversationId } from '../domain/ids.ts'
import type { Limits } from '../persona/persona.ts'
import type { ShortTerm } from '../ports/short-term.ts'

/** `free`; `last`: this one is told to slow down; `over`: told already, stays unanswered; `conversation-over` likewise for all. */
export type Standing = 'free' | 'last' | 'over' | 'conversation-over'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export interface Who {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
  readonly now: number
}

/** A key that ends in the account is found when the fan asks for their data, or to be forgotten. */
function keys({ accountId, conversationId, now }: Who) {
  return [
    { key: `turns:m${Math.floor(now / MINUTE_MS)}:${accountId}`, ttlMs: 2 * MINUTE_MS },
    { key: `turns:d${Math.floor(now / DAY_MS)}:${accountId}`, ttlMs: 2 * DAY_MS },
    { key: `turns:conversation:${conversationId}:m${Math.floor(now / MINUTE_MS)}`, ttlMs: 2 * MINUTE_MS },
  ] as const
}

/** Where they stand, this turn included. With limits off, nothing is read. */
export async function standingOf(who: Who, limits: Limits | 'off', shortTerm: ShortTerm): Promise<Standing> {
  if (limits === 'off') return 'free'
  const [minute = 0, day = 0, conversation = 0] = await Promise.all(
    keys(who).map(({ key }) => shortTerm.get<number>(key)),
  )
  if (conversation >= limits.conversationPerMinute) return 'conversation-over'
  if (minute > limits.fanPerMinute || day > limits.fanPerDay) return 'over'
  if (minute === limits.fanPerMinute || day === limits.fanPerDay) return 'last'
  return 'free'
}

/** Counts one answered turn. */
export async function countTurn(who: Who, limits: Limits | 'off', shortTerm: ShortTerm): Promise<void> {
  if (limits === 'off') return
  await Promise.all(
    keys(who).map(async ({ key, ttlMs }) => shortTerm.set(key, ((await shortTerm.get<number>(key)) ?? 0) + 1, ttlMs)),
  )
}
