/** A row of `conversations`, with its open cases, as the Conversation the path works on. */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { Conversation, Handler, OpenCase, OpenStatus } from '../../domain/conversation.ts'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { AccountId, CaseId, ThreadId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'
import type { ConversationTable } from '../database/tables/talk.ts'
import { readState } from './conversation-state.ts'

/** What the row of a conversation says by itself. */
export type OwnRow = Pick<
  Selectable<ConversationTable>,
  | 'id'
  | 'thread_id'
  | 'surface'
  | 'lang'
  | 'summary'
  | 'summary_up_to'
  | 'summary_version'
  | 'state'
  | 'next_at'
  | 'weight'
  | 'failures'
  | 'closed_reason'
  | 'closed_at'
  | 'is_drafting'
>

type ConversationRow = OwnRow & {
  handoff_id: CaseId | null
  status: OpenStatus | null
  reason: HandoffReason | null
  assignee: string | null
  team: string | null
  handler: Handler | null
  case_account: AccountId | null
  staff_thread: ThreadId | null
  fan_since: number | null
}

/** What of the row is no part of a Conversation. */
export type Found = Pick<ConversationRow, 'next_at' | 'weight' | 'failures'> & { readonly conversation: Conversation }

export async function selectConversations(db: Connection, where: RawBuilder<unknown>): Promise<Conversation[]> {
  const { rows } = await conversationRows(where).execute(db)
  return conversationsOf(rows).map(({ conversation }) => conversation)
}

export const ownColumns = sql`conversations.id, thread_id, surface, lang, conversations.summary, summary_up_to, summary_version, state, next_at,
  conversations.weight, failures, closed_reason, conversations.closed_at, is_drafting`

/** A row for each open case, or one with none. */
export function conversationRows(where: RawBuilder<unknown>): RawBuilder<ConversationRow> {
  return sql`
    select ${ownColumns},
      handoffs.id as handoff_id, handoffs.status, handoffs.reason, handoffs.assignee, handoffs.team,
      handoffs.handler, handoffs.account_id as case_account, handoffs.staff_thread,
      (select created_at from fans where fans.id = handoffs.fan_id) as fan_since
    from conversations left join handoffs on handoffs.conversation_id = conversations.id and handoffs.status <> 'closed'
    where ${where}`
}

export function conversationsOf(rows: readonly ConversationRow[]): Found[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap(([row, ...others]) =>
    row === undefined
      ? []
      : {
          next_at: row.next_at,
          weight: row.weight,
          failures: row.failures,
          conversation: conversationOf(row, [row, ...others]),
        },
  )
}

/** `all`: its rows with open cases. */
export function conversationOf(row: OwnRow, all: readonly ConversationRow[]): Conversation {
  return {
    id: row.id,
    threadId: row.thread_id,
    surface: row.surface,
    openCases: all.flatMap(openCase),
    state: readState(row.state),
    ...(row.lang !== null && { lang: row.lang }),
    ...(row.summary !== null && { summary: row.summary }),
    ...(row.summary_up_to !== null && { summaryUpTo: row.summary_up_to }),
    ...(row.summary_version !== null && { summaryVersion: row.summary_version }),
    ...(row.is_drafting !== null && { isDrafting: Number(row.is_drafting) === 1 }),
    ...(row.closed_reason !== null && { closed: { reason: row.closed_reason, at: row.closed_at ?? 0 } }),
  }
}

function openCase(row: ConversationRow): OpenCase[] {
  if (row.handoff_id === null || row.status === null || row.reason === null) return []
  return [
    {
      id: row.handoff_id,
      status: row.status,
      reason: row.reason,
      handler: row.handler ?? 'bot',
      ...(row.case_account !== null && { accountId: row.case_account }),
      ...(row.fan_since !== null && { fanSince: row.fan_since }),
      ...(row.assignee !== null && { assignee: row.assignee }),
      ...(row.team !== null && { team: row.team }),
      ...(row.staff_thread !== null && { staffThread: row.staff_thread }),
    },
  ]
}
