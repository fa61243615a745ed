/** A row of `conversations`, with its open handoff, as the Conversation the path works on. */
import { type RawBuilder, sql } from 'kysely'
import type { Conversation, ConversationState } from '../../domain/conversation.ts'
import type { HandoffId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'
import type { ConversationTable } from '../database/schema.ts'
import { parse } from '../database/text.ts'

type ConversationRow = Pick<
  ConversationTable,
  | 'id'
  | 'thread_id'
  | 'surface'
  | 'handler'
  | 'lang'
  | 'summary'
  | 'summary_up_to'
  | 'state'
  | 'next_at'
  | 'failures'
  | 'closed_reason'
  | 'closed_at'
> & {
  handoff_id: HandoffId | null
  status: 'waiting' | 'assigned' | null
  reason: string | null
  assignee: string | null
  team: string | null
}

export async function selectConversations(db: Connection, where: RawBuilder<unknown>): Promise<ConversationRow[]> {
  return (await conversationRows(where).execute(db)).rows
}

export function conversationRows(where: RawBuilder<unknown>): RawBuilder<ConversationRow> {
  return sql`
    select conversations.id, thread_id, surface, handler, lang, conversations.summary, summary_up_to, state, next_at, failures, closed_reason, conversations.closed_at,
      handoffs.id as handoff_id, handoffs.status, handoffs.reason, handoffs.assignee, handoffs.team
    from conversations left join handoffs on handoffs.conversation_id = conversations.id and handoffs.status <> 'closed'
    where ${where}`
}

export function conversationOf(row: ConversationRow): Conversation {
  return {
    id: row.id,
    threadId: row.thread_id,
    surface: row.surface,
    handler: row.handler,
    state: parse<ConversationState>(row.state),
    ...(row.lang !== null && { lang: row.lang }),
    ...(row.summary !== null && { summary: row.summary }),
    ...(row.summary_up_to !== null && { summaryUpTo: row.summary_up_to }),
    ...(row.handoff_id !== null &&
      row.status !== null && {
        openHandoff: {
          id: row.handoff_id,
          status: row.status,
          reason: row.reason ?? '',
          ...(row.assignee !== null && { assignee: row.assignee }),
          ...(row.team !== null && { team: row.team }),
        },
      }),
    ...(row.closed_reason !== null && { closed: { reason: row.closed_reason, at: row.closed_at ?? 0 } }),
  }
}
