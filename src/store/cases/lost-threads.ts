/** Staff threads in which nobody can speak any more: what was to be said there is said once there is a way again. */
import { sql } from 'kysely'
import type { CaseId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { DeskWork } from '../../ports/desk-work.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { type Lost, missedIn, sayMissed } from './missed-words.ts'

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

async function lostOf({ brand }: StoreContext, db: Connection, id: CaseId): Promise<Lost | undefined> {
  const { rows } = await sql<Lost>`
    select conversations.id, conversations.thread_id, conversations.closed_at, card_row from handoffs join conversations
      on conversations.thread_id = handoffs.staff_thread and conversations.brand = ${brand}
    where handoffs.id = ${id} and conversations.closed_reason is not null`.execute(db)
  return rows[0]
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
