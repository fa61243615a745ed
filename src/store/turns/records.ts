/** Records: what operators and staff look up. */
import { sql } from 'kysely'
import type { ThreadId } from '../../domain/ids.ts'
import type { Surface } from '../../domain/message.ts'
import type { DecisionRecord, Records } from '../../ports/records.ts'
import { beginsWith, type StoreContext } from '../database/context.ts'
import type { DecisionTable } from '../database/tables/talk.ts'
import { parse } from '../database/text.ts'
import { outboundMessage } from '../sent/outbox.ts'
import { selectConversations } from './conversation-row.ts'
import { messagesSetAside } from './set-aside.ts'
import { workload } from './workload.ts'

const THREADS_AT_ONCE = 1_000

export function createRecords(context: StoreContext): Records {
  const { db, brand } = context
  return {
    async threads(platform, within) {
      const prefix = `${within ?? encodeURIComponent(platform)}:`
      const isThere = beginsWith(context, sql`thread_id`, prefix)
      const found: { threadId: ThreadId; lastMessageId?: string }[] = []
      for (let last = ''; ; ) {
        const { rows } = await sql<{ thread_id: ThreadId; message_id: string | null }>`
          select thread_id, (select message_id from messages
            where conversation_id = conversations.id and direction = 'in' and message_id is not null order by messages.id desc limit 1) as message_id
          from conversations
          where brand = ${brand} and ${isThere} and thread_id ${context.byBytes} > ${last}
          order by thread_id ${context.byBytes} limit ${THREADS_AT_ONCE}`.execute(db)
        for (const { thread_id, message_id } of rows)
          found.push({ threadId: thread_id, ...(message_id !== null && { lastMessageId: message_id }) })
        if (rows.length < THREADS_AT_ONCE) return found
        last = rows.at(-1)?.thread_id ?? last
        // Whoever waits for the database, or for this process, comes between two pages.
        await new Promise(setImmediate)
      }
    },

    async conversation(threadId) {
      return (await selectConversations(db, sql`brand = ${brand} and thread_id = ${threadId}`))[0]
    },

    async decisions(threadId, limit) {
      const { rows } = await sql<DecisionTable>`
        select decisions.* from decisions join conversations on conversations.id = conversation_id
        where brand = ${brand} and thread_id = ${threadId}
        order by at desc, turn_id limit ${limit}`.execute(db)
      return rows.map(decisionRecord).toSorted((a, b) => b.at - a.at || Math.max(...b.rows) - Math.max(...a.rows))
    },

    workload: () => workload(context),

    setAside: (limit) => messagesSetAside(context, limit),

    async deadLetters(limit) {
      // SQLite keeps the order of a cross join: from the few dead letters to their conversations.
      const { rows } = await sql<DeadRow>`
        select messages.id, at, done_at, messages.reason, body, thread_id, surface
        from messages cross join conversations
        where conversations.id = conversation_id and brand = ${brand} and messages.state = 'dead' and direction = 'out'
        order by messages.id desc limit ${limit}`.execute(db)
      return rows.map((row) => ({ message: outboundMessage(row), reason: row.reason ?? '', at: row.done_at ?? row.at }))
    },
  }
}

interface DeadRow {
  id: number
  at: number
  done_at: number | null
  reason: string | null
  body: string
  thread_id: ThreadId
  surface: Surface
}

function decisionRecord(row: DecisionTable): DecisionRecord {
  const { flags, rows, personaVersion } = parse<Pick<DecisionRecord, 'flags' | 'rows' | 'personaVersion'>>(row.record)
  return {
    turnId: row.turn_id,
    at: row.at,
    kind: row.kind,
    reason: row.reason,
    flags,
    rows,
    ...(personaVersion !== undefined && { personaVersion }),
    ...(row.answer_id !== null && { answerId: row.answer_id }),
    ...(row.score !== null && { score: row.score }),
  }
}
