/** Reports as they are read back: with their words for as long as the message is kept, and with who said them. */
import { type RawBuilder, sql } from 'kysely'
import type { AccountId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { Report, ReportKind, WantsNews } from '../../domain/issue.ts'
import type { Connection } from '../database/context.ts'
import { parse } from '../database/text.ts'

interface ReportRow {
  id: number
  at: number
  kind: ReportKind
  account_id: AccountId
  heard_since: number | null
  conversation_id: ConversationId
  thread_id: ThreadId | null
  surface: string | null
  platform: string
  name: string | null
  lang: string | null
  answer_id: string | null
  issue: number | null
  pinned: number
  wants: WantsNews
  body: string | null
}

/** `which`: what follows `where`, on `reports`. */
export async function readReports(db: Connection, which: RawBuilder<unknown>): Promise<Report[]> {
  const { rows } = await sql<ReportRow>`
    select reports.id, reports.at, reports.kind, reports.account_id, accounts.created_at as heard_since, accounts.name,
      reports.conversation_id, conversations.thread_id, conversations.surface, reports.platform, reports.lang, reports.answer_id, reports.issue,
      reports.pinned, reports.wants, messages.body
    from reports
    left join conversations on conversations.id = reports.conversation_id
    left join messages on messages.id = reports.message_row and messages.state <> 'withdrawn'
    left join accounts on accounts.brand = reports.brand and accounts.id = reports.account_id
    where ${which}`.execute(db)
  return rows.flatMap((row) => (row.thread_id === null ? [] : [reportOf(row, row.thread_id)]))
}

function reportOf(row: ReportRow, threadId: ThreadId): Report {
  const text = row.body === null ? undefined : parse<{ readonly text?: string }>(row.body).text
  return {
    id: Number(row.id),
    at: Number(row.at),
    kind: row.kind,
    accountId: row.account_id,
    conversationId: row.conversation_id,
    threadId,
    platform: row.platform,
    name: row.name ?? '',
    isInGroup: row.surface === 'group',
    isPinned: Number(row.pinned) === 1,
    wants: row.wants,
    ...(row.heard_since === null ? {} : { heardSince: Number(row.heard_since) }),
    ...(row.lang === null ? {} : { lang: row.lang }),
    ...(text === undefined ? {} : { text }),
    ...(row.answer_id === null ? {} : { answerId: row.answer_id }),
    ...(row.issue === null ? {} : { issue: Number(row.issue) }),
  }
}
