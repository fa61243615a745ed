/** Cards of cases: which are to be posted or brought up to date, and what they read now. */
import { sql } from 'kysely'
import type { HandoffReason } from '../../domain/handoff.ts'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import type { CardWork, DeskWork, OpenedThread } from '../../ports/desk-work.ts'
import { type StoreContext, text } from '../database/context.ts'
import type { MessageState } from '../database/tables/talk.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { selectCases } from './case-row.ts'
import { whyLost } from './lost-threads.ts'
import { sendState } from './relayed.ts'

export function keepCards(
  context: StoreContext,
): Pick<DeskWork, 'claimCards' | 'firstSaid' | 'threadOpened' | 'titled' | 'cardDone'> {
  return {
    claimCards: (options) => claimCards(context, options),
    firstSaid: (threadId, since) => firstSaid(context, threadId, since),
    threadOpened: (id, opened, now) => threadOpened(context, id, opened, now),
    async titled(id, reason) {
      await context.db.updateTable('handoffs').set({ titled_as: reason }).where('id', '=', id).execute()
    },
    async cardDone(id, version, { dueAt, card } = {}) {
      if (card)
        await sql`update messages set body = ${JSON.stringify(card)} where id = (select card_row from handoffs where handoffs.id = ${id})`.execute(
          context.db,
        )
      // What became due while it was held is not done with it.
      await sql`update handoffs set card_until = null,
        card_at = case when version = ${version} and card_at = card_until then cast(${dueAt ?? null} as bigint) else card_at end
        where id = ${id}`.execute(context.db)
    },
  }
}

async function firstSaid({ db, brand }: StoreContext, threadId: ThreadId, since: number) {
  const { rows } = await sql<{ state: MessageState; reason: string | null }>`
    select state, reason from messages
    where conversation_id = (select id from conversations where brand = ${brand} and thread_id = ${threadId})
      and direction = 'out' and at >= ${since}
    order by messages.id limit 1`.execute(db)
  const [said] = rows
  return said && { state: sendState(said.state), ...(said.reason === null ? {} : { reason: said.reason }) }
}

async function claimCards(
  context: StoreContext,
  { now, leaseMs, limit }: { now: number; leaseMs: number; limit: number },
): Promise<CardWork[]> {
  const { rows } = await sql<{ id: CaseId }>`
    update handoffs set card_until = ${now + leaseMs}, card_at = ${now + leaseMs} where id in (
      select id from handoffs
      where of_brand = ${context.brand} and card_at <= ${now} and (card_until is null or card_until <= ${now})
      order by card_at limit ${limit} ${context.skipLocked})
      and (card_until is null or card_until <= ${now})
    returning id`.execute(context.db)
  if (rows.length === 0) return []
  const cases = await selectCases(
    context,
    context.db,
    sql`handoffs.id in (select ${text('id')} from ${context.rows(rows)})`,
  )
  const work: CardWork[] = []
  for (const one of cases) {
    const { rows: cards } = await sql<{
      state: MessageState
      message_id: string | null
      titled_as: HandoffReason | null
    }>`
      select messages.state, messages.message_id, titled_as from handoffs join messages on messages.id = handoffs.card_row
      where handoffs.id = ${one.id}`.execute(context.db)
    const [card] = cards
    const lost = await whyLost(context, one.id)
    work.push({
      case: one,
      ...(lost !== undefined && { lost }),
      ...(card && card.titled_as !== null && { titledAs: card.titled_as }),
      ...(card && {
        card: { state: sendState(card.state), ...(card.message_id !== null && { messageId: card.message_id }) },
      }),
    })
  }
  return work
}

async function threadOpened(
  context: StoreContext,
  id: CaseId,
  { threadId, card, titledAs, upTo, above = [], behind }: OpenedThread,
  now: number,
): Promise<void> {
  await context.transaction(async (trx) => {
    const staff = await staffConversation(context, trx, threadId, now)
    await lockThreads(context, trx, [threadId])
    const words = [...above.map(({ outgoing }) => outgoing), card]
    const rows = await writeOutbox(trx, staff, words, now)
    const row = rows.at(-1)
    for (const [nth, { row: fanRow }] of above.entries())
      if (fanRow !== undefined)
        await trx
          .insertInto('relays')
          .values({ handoff_id: id, direction: 'in', fan_row: fanRow, staff_row: rows[nth] ?? null, todo: null })
          .execute()
    await sql`update handoffs set staff_thread = ${threadId}, titled_as = ${titledAs}, card_row = ${row ?? null}, card_to = ${upTo},
      relayed_to = case when relayed_to < ${upTo} then ${upTo} else relayed_to end where id = ${id}`.execute(trx)
    for (const fanRow of behind)
      await trx
        .insertInto('relays')
        .values({ handoff_id: id, direction: 'in', fan_row: fanRow, staff_row: null, todo: 'follow' })
        .execute()
  })
  context.notify('outbox')
}
