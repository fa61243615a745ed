/** What a line of ours did, written down once for each member and kind. */
import { type RawBuilder, sql } from 'kysely'
import type { AccountId } from '../../domain/ids.ts'
import type { EffectKind } from '../../domain/insight.ts'
import type { Connection, StoreContext } from '../database/context.ts'

export interface KeptEffect {
  readonly kind: EffectKind
  readonly accountId: AccountId | RawBuilder<unknown>
  readonly at: number | RawBuilder<unknown>
  /** Selects the `id` of our line, or of what was heard, or of none. */
  readonly line: RawBuilder<unknown>
}

export async function keepEffect(
  { brand }: Pick<StoreContext, 'brand'>,
  trx: Connection,
  { kind, accountId, at, line }: KeptEffect,
): Promise<void> {
  await sql`
    insert into reply_effects (brand, message_row, conversation_id, account_id, kind, at, line_at, by_bot, answer_id)
    select ${brand}, messages.id, messages.conversation_id, ${accountId}, ${kind}, cast(${at} as bigint), messages.at,
      case when decisions.turn_id is null then 0 else 1 end, decisions.answer_id
    from messages left join decisions on decisions.turn_id = messages.turn_id
      and decisions.conversation_id = messages.conversation_id
    where messages.id in (${line})
    on conflict do nothing`.execute(trx)
}

/** Our line that the platform knows by this id, whole or as one of its parts. */
export function lineOf(conversation: string, messageId: string): RawBuilder<unknown> {
  return sql`select id from messages where conversation_id = ${conversation} and direction = 'out' and message_id = ${messageId}
    union select messages.id from message_parts cross join messages where message_parts.message_id = ${messageId}
      and messages.id = message_parts.message_row and messages.conversation_id = ${conversation}`
}
