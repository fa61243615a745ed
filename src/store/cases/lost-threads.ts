/** Staff threads in which nobody can speak any more: what was to be said there is said once there is a way again. */
import { type RawBuilder, sql } from 'kysely'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { CaseId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { DeskWork } from '../../ports/desk-work.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'

/** A refusal may be written down before what it says of the whole thread. */
const BEFORE_MS = MINUTE_MS

export function lostThreads(context: StoreContext): Pick<DeskWork, 'threadReopened' | 'threadReplaced'> {
  return {
    async threadReopened(id, now) {
      await context.transaction(async (trx) => {
        const found = await lostOf(context, trx, id)
        if (found === undefined) return
        await lockThreads(context, trx, [found.thread_id])
        await sayMissed(trx, found, now)
      })
      context.notify('outbox')
    },
    async threadReplaced(id, { threadId, card, titledAs, upTo }, now) {
      await context.transaction(async (trx) => {
        const found = await lostOf(context, trx, id)
        if (found === undefined) return
        const staff = await staffConversation(context, trx, threadId, now)
        await lockThreads(context, trx, [found.thread_id, threadId])
        const { rows } = await sql<{ id: number; body: string }>`
          select id, body from ${missedIn(found)} as missed order by id`.execute(trx)
        const words = rows.filter(({ id: row }) => row !== found.card_row)
        const [cardRow, ...written] = await writeOutbox(
          trx,
          staff,
          [card, ...words.map(({ body }) => withoutReference(parse<Outgoing>(body)))],
          now,
        )
        for (const [nth, { id: row }] of words.entries())
          for (const table of ['relays', 'drafts'])
            await sql`update ${sql.table(table)} set staff_row = ${written[nth] ?? null} where staff_row = ${row}`.execute(
              trx,
            )
        await sql`update handoffs set staff_thread = ${threadId}, titled_as = ${titledAs}, card_row = ${cardRow ?? null},
          card_to = ${upTo} where id = ${id}`.execute(trx)
      })
      context.notify('outbox')
    },
  }
}

/** Somebody opened it, and cases are still worked in it. Returns whether there is anything to say. */
export async function sayMissedIn(trx: Connection, conversation: ConversationId, now: number): Promise<boolean> {
  const { rows } = await sql<Lost>`
    select conversations.id, conversations.thread_id, conversations.closed_at, null as card_row from conversations
    where conversations.id = ${conversation} and conversations.closed_reason is not null
      and exists (select 1 from handoffs where handoffs.staff_thread = conversations.thread_id and handoffs.status <> 'closed'
        and exists (select 1 from conversations as home where home.id = handoffs.conversation_id and home.brand = conversations.brand))`.execute(
    trx,
  )
  const [found] = rows
  return found !== undefined && (await sayMissed(trx, found, now))
}

async function sayMissed(trx: Connection, found: Lost, now: number): Promise<boolean> {
  const { rows: missed } = await sql`update messages set state = 'pending', reason = null, done_at = null, attempts = 0
    where id in (select id from ${missedIn(found)} as missed) returning id`.execute(trx)
  await sql`update conversations set closed_reason = null, closed_at = null, send_at = coalesce(send_at, ${now})
    where id = ${found.id}`.execute(trx)
  return missed.length > 0
}

interface Lost {
  readonly id: ConversationId
  readonly thread_id: ThreadId
  readonly closed_at: number
  readonly card_row: number | null
}

async function lostOf({ brand }: StoreContext, db: Connection, id: CaseId): Promise<Lost | undefined> {
  const { rows } = await sql<Lost>`
    select conversations.id, conversations.thread_id, conversations.closed_at, card_row from handoffs join conversations
      on conversations.thread_id = handoffs.staff_thread and conversations.brand = ${brand}
    where handoffs.id = ${id} and conversations.closed_reason is not null`.execute(db)
  return rows[0]
}

/** Words that were refused because of it; marks on messages that are out of reach are not missed. */
function missedIn({ id, closed_at }: Pick<Lost, 'id' | 'closed_at'>): RawBuilder<unknown> {
  return sql`(select id, body from messages where conversation_id = ${id} and direction = 'out' and state = 'dead' and said = 1
    and done_at >= ${Number(closed_at) - BEFORE_MS})`
}

/** Why nobody can speak in the staff thread of the case, if words are waiting for it. */
export async function whyLost(context: StoreContext, id: CaseId): Promise<string | undefined> {
  const found = await lostOf(context, context.db, id)
  if (found === undefined) return undefined
  const { rows } = await sql<{ reason: string }>`
    select closed_reason as reason from conversations where id = ${found.id}
      and exists (select 1 from ${missedIn(found)} as missed)`.execute(context.db)
  return rows[0]?.reason
}

/** What it answered stands in the old thread. */
function withoutReference(outgoing: Outgoing): Outgoing {
  if (outgoing.kind !== 'text') return outgoing
  const { replyTo: _, ...rest } = outgoing
  return rest
}
