/** What told staff of issues and quoted a fan who is forgotten: it goes here and in the staff threads. */
import { type RawBuilder, sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { writeOutbox } from '../sent/write-outbox.ts'

/** Before the reports themselves go. `accounts`: a list in brackets. */
export async function takeBackQuotes(
  { brand }: StoreContext,
  trx: Connection,
  accounts: RawBuilder<unknown>,
  instead: Outgoing | undefined,
  now: number,
): Promise<void> {
  const quoting = sql`(select report_quotes.message_row from report_quotes join reports on reports.id = report_id
    where reports.brand = ${brand} and reports.account_id in ${accounts})`
  const { rows } = await sql<{ conversation_id: ConversationId; message_id: string | null }>`
    select conversation_id, message_id from messages where id in ${quoting}
    union
    select conversation_id, message_parts.message_id from messages join message_parts on message_parts.message_row = messages.id
    where messages.id in ${quoting}`.execute(trx)
  if (rows.length === 0) return
  await sql`delete from messages where id in ${quoting}`.execute(trx)
  for (const [conversation, shown] of Map.groupBy(rows, (row) => row.conversation_id)) {
    const gone = shown.flatMap(({ message_id: messageId }): Outgoing[] =>
      messageId === null ? [] : [{ kind: 'deletion', messageId, speaker: bot }],
    )
    await writeOutbox(trx, conversation, [...gone, ...(instead && gone.length > 0 ? [instead] : [])], now)
  }
}
