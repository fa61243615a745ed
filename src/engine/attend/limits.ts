/** Counts answered turns, so that one fan, or one noisy conversation, cannot use up everybody's patience. Lives in short-term state. */
import { DAY_MS, MINUTE_MS } from '../../domain/durations.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { Turn } from '../../domain/turn.ts'
import type { Limits } from '../../persona/persona.ts'
import type { ShortTerm } from '../../ports/short-term.ts'

/** `free`; `last`: this one is told to slow down; `over`: told already, stays unanswered; `conversation-over` likewise for all. */
export type Standing = 'free' | 'last' | 'over' | 'conversation-over'

export interface Who {
  /** Absent: many members at once, none of whom is to pay for the others. */
  readonly accountId?: AccountId
  readonly conversationId: ConversationId
  readonly now: number
}

export function whoOf({ conversation, messages, now }: Turn): Who {
  const [first, ...rest] = messages
  const { accountId } = first.author
  const isOne = rest.every(({ author }) => author.accountId === accountId)
  return { ...(isOne ? { accountId } : {}), conversationId: conversation.id, now }
}

/** A key that ends in the account is found when the fan asks for their data, or to be forgotten. */
function keys({ accountId, conversationId, now }: Who) {
  const minute = `m${Math.floor(now / MINUTE_MS)}`
  return {
    conversation: { key: `turns:conversation:${conversationId}:${minute}`, ttlMs: 2 * MINUTE_MS },
    ...(accountId === undefined
      ? {}
      : {
          minute: { key: `turns:${minute}:${accountId}`, ttlMs: 2 * MINUTE_MS },
          day: { key: `turns:d${Math.floor(now / DAY_MS)}:${accountId}`, ttlMs: 2 * DAY_MS },
        }),
  }
}

/** Where they stand, this turn included. With limits off, nothing is read. */
export async function standingOf(who: Who, limits: Limits | 'off', shortTerm: ShortTerm): Promise<Standing> {
  if (limits === 'off') return 'free'
  const count = async (what: { readonly key: string } | undefined) =>
    (what && (await shortTerm.get<number>(what.key))) ?? 0
  const all = keys(who)
  const [minute, day, conversation] = await Promise.all([count(all.minute), count(all.day), count(all.conversation)])
  if (conversation >= limits.conversationPerMinute) return 'conversation-over'
  if (minute > limits.fanPerMinute || day > limits.fanPerDay) return 'over'
  if (minute === limits.fanPerMinute || day === limits.fanPerDay) return 'last'
  return 'free'
}

/** Counts one answered turn. */
export async function countTurn(who: Who, limits: Limits | 'off', shortTerm: ShortTerm): Promise<void> {
  if (limits === 'off') return
  await Promise.all(
    Object.values(keys(who)).map(async ({ key, ttlMs }) =>
      shortTerm.set(key, ((await shortTerm.get<number>(key)) ?? 0) + 1, ttlMs),
    ),
  )
}
