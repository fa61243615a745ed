/** What reactions, and the closing of private talks, tell of our lines. */
import { sql } from 'kysely'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../domain/durations.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { EffectKind } from '../../domain/insight.ts'
import type { Insights } from '../../ports/insights.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { keepEffect, lineOf } from './keep-effect.ts'

/** Platforms tell whole seconds, begun before our line was said. In a group the talk goes on: who goes later went for something else. */
const GONE_MS = 10 * MINUTE_MS

interface ReactionRow {
  readonly conversation_id: ConversationId
  readonly message_id: string
  readonly account_id: AccountId
  readonly emojis: string
  readonly at: number
}

export async function hearReactions(
  context: StoreContext,
  limit: number,
  of: Parameters<Insights['hearReactions']>[1],
): Promise<number> {
  const { brand } = context
  return await context.transaction(async (trx) => {
    const { rows } = await sql<ReactionRow>`
      select conversation_id, message_id, reactions.account_id, emojis, at
      from reactions cross join conversations
      where counted = 0 and conversations.id = reactions.conversation_id and brand = ${brand} order by at limit ${limit}`.execute(
      trx,
    )
    for (const row of rows) {
      const isIt = sql`conversation_id = ${row.conversation_id} and message_id = ${row.message_id}`
      const line = lineOf(row.conversation_id, row.message_id)
      await sql`delete from reply_effects where message_row in (${line}) and account_id = ${row.account_id}
        and kind in ('liked', 'disliked')`.execute(trx)
      const kind: EffectKind | undefined = of(parse<readonly string[]>(row.emojis))
      if (kind) await keepEffect(context, trx, { kind, accountId: row.account_id, at: Number(row.at), line })
      await sql`update reactions set counted = 1 where ${isIt} and account_id = ${row.account_id}
        and at = cast(${row.at} as bigint)`.execute(trx)
    }
    return rows.length
  })
}

/** A member of a group; of nobody who went long after our last line there. */
export async function hearGone(
  context: Pick<StoreContext, 'brand'>,
  trx: Connection,
  conversation: ConversationId,
  { accountId, at }: { readonly accountId: AccountId; readonly at: number },
): Promise<void> {
  const line = sql`select id from (select id, at from messages where conversation_id = ${conversation} and direction = 'out'
    and said = 1 and state = 'sent' order by id desc limit 1) as latest
    where at <= cast(${at + SECOND_MS} as bigint) and at >= cast(${at - GONE_MS} as bigint)`
  await keepEffect(context, trx, { kind: 'left', accountId, at, line })
}

export async function hearLeaving(context: StoreContext, since: number): Promise<void> {
  const { rows } = await sql<{ id: ConversationId; account_id: AccountId; closed_at: number }>`
    select id, account_id, closed_at from conversations where brand = ${context.brand} and closed_at is not null
      and closed_at >= cast(${since} as bigint) and surface = 'direct' and account_id is not null`.execute(context.db)
  for (const { id, account_id: accountId, closed_at } of rows) {
    const at = Number(closed_at)
    const line = sql`select max(id) from messages where conversation_id = ${id} and direction = 'out' and said = 1
      and state = 'sent' and at <= cast(${at + SECOND_MS} as bigint) and at >= cast(${at - DAY_MS} as bigint)`
    await keepEffect(context, context.db, { kind: 'left', accountId, at, line })
  }
}
