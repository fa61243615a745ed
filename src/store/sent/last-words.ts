/** The last words to a fan who is forgotten: once they have left, or never can, neither they nor their place are kept. */
import { type RawBuilder, sql } from 'kysely'
import type { OutboundMessage } from '../../domain/message.ts'
import type { Connection } from '../database/context.ts'

interface Ended {
  readonly row: number
  readonly attempt: { readonly state: string; readonly parcel: { readonly message: OutboundMessage } }
}

/** Of sends that ended. */
export async function dropLastWords(trx: Connection, ended: readonly Ended[]): Promise<void> {
  for (const { row, attempt } of ended) {
    const { state, parcel } = attempt
    const isOver = state === 'sent' || state === 'dead'
    if (!isOver || parcel.message.kind !== 'text' || !parcel.message.isLast) continue
    const { rows } = await sql<{ id: string }>`delete from messages where id = cast(${row} as bigint)
      and state in ('sent', 'dead') returning conversation_id as id`.execute(trx)
    for (const { id } of rows) await sql`delete from conversations where id = ${id} and ${isLeft}`.execute(trx)
  }
}

/** A private talk of which nothing is left but its row: its fan was forgotten, and has not written since. */
const isLeft: RawBuilder<unknown> = sql`surface = 'direct' and account_id is null and next_at is null and lease_owner is null
  and send_owner is null and not exists (select 1 from messages where messages.conversation_id = conversations.id
    and (messages.direction = 'in' or messages.state in ('pending', 'held')))`

/** For what could not leave in the ordinary way: `ids`, of conversations, in brackets. */
export function whatIsLeft(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`delete from conversations where id in ${ids} and ${isLeft}`
}
