/** The last statement of a settle: leases end, and what changed about the conversations is written. */
import { sql } from 'kysely'
import type { ConversationId, ThreadId, TurnId } from '../../domain/ids.ts'
import type { Surface } from '../../domain/message.ts'
import { called, danger, overheard, type Weight } from '../../domain/weight.ts'
import { type Connection, int, type StoreContext, statement, text } from '../database/context.ts'

export interface TurnEnd {
  readonly conversation: ConversationId
  readonly now: number
  /** The turn that was settled, if one was. */
  readonly turn?: TurnId
  readonly state?: string
  readonly lang?: string
  readonly summary?: string
  readonly summaryUpTo?: number
  /** When the conversation's first outbound message is due, if it had none waiting. */
  readonly sendAt?: number
  /** 1 if what is sent is about danger. */
  readonly isUrgent?: 1
  /** The send lease that whoever settles takes, unless something else is to leave there first; and its length. */
  readonly sendLease?: string
  readonly sendLeaseMs?: number
}

export interface TurnEnded {
  readonly id: ConversationId
  readonly thread_id: ThreadId
  readonly surface: Surface
  readonly next_at: number | null
  readonly send_owner: string | null
}

const updateEnded = statement<TurnEnded>((context) => {
  // A scalar subquery with a limit: for `exists` PostgreSQL may hash every unread message there is.
  const heaviest = sql`(select messages.weight from messages
    where messages.conversation_id = conversations.id and messages.state = 'unread' order by messages.weight desc limit 1)`
  const again = sql`case when ${heaviest} is not null then r.now end`
  const first = (
    weight: Weight,
  ) => sql`select (select messages.at from messages where messages.conversation_id = conversations.id
      and messages.state = 'unread' and messages.weight = ${sql.lit(weight)} order by messages.id limit 1) as at`
  const oldest = sql`case when ${heaviest} is not null then
    (select min(at) from (${first(overheard)} union all ${first(called)} union all ${first(danger)}) as firsts) end`
  const isSentOn = sql`r.send_lease is not null and conversations.send_at is null and conversations.send_owner is null`
  return sql`
    update conversations set
      lease_owner = null,
      lease_until = null,
      failures = 0,
      next_at = ${again},
      unread_since = ${oldest},
      weight = coalesce(${heaviest}, conversations.weight),
      undo_turn = coalesce(r.turn, conversations.undo_turn),
      undo_state = case when r.turn is null then conversations.undo_state when r.state is not null then conversations.state end,
      state = coalesce(r.state, conversations.state),
      lang = coalesce(r.lang, conversations.lang),
      summary = coalesce(r.summary, conversations.summary),
      summary_up_to = coalesce(r.summary_up_to, conversations.summary_up_to),
      send_at = coalesce(conversations.send_at, r.send_at),
      send_owner = case when ${isSentOn} then r.send_lease else conversations.send_owner end,
      send_until = case when ${isSentOn} then ${context.moment} + r.send_ms else conversations.send_until end,
      touched_at = case when r.send_at is null then conversations.touched_at else r.now end,
      send_weight = case when r.is_urgent = 1 then ${sql.lit(danger)} else conversations.send_weight end
    from (select ${text('conversation')} as conversation, ${int('now')} as now, ${text('turn')} as turn, ${text('state')} as state, ${text('lang')} as lang,
      ${text('summary')} as summary, ${int('summaryUpTo')} as summary_up_to, ${int('sendAt')} as send_at, ${int('isUrgent')} as is_urgent,
      ${text('sendLease')} as send_lease, ${int('sendLeaseMs')} as send_ms
      from ${context.rows([])}) as r
    where conversations.id = r.conversation
    returning conversations.id, conversations.thread_id, conversations.surface, next_at, conversations.send_owner`
})

/**
 * Ends the leases, writes what changed, and makes conversations with unread messages due again. Runs after the rows are locked, so that a
 * message accepted meanwhile is either seen here or makes the conversation due itself. Returns the rows as they are then.
 */
export async function endTurns(context: StoreContext, trx: Connection, ends: readonly TurnEnd[]): Promise<TurnEnded[]> {
  const now = Math.max(...ends.map((end) => end.now))
  return await updateEnded(context, trx, ...context.momentOf(now), JSON.stringify(ends))
}

/** Whether any of them is due again. */
export function isAnyDue(ended: readonly TurnEnded[]): boolean {
  return ended.some((row) => row.next_at !== null)
}
