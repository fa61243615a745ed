/** Drafts as the desk reads them, and as their staff threads show them. */
import { type RawBuilder, sql } from 'kysely'
import type { Draft, DraftState, HeldReply } from '../../domain/draft.ts'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Drafts, DraftWork } from '../../ports/drafts.ts'
import { type StoreContext, text } from '../database/context.ts'
import type { DraftTable } from '../database/tables/cases.ts'
import { parse } from '../database/text.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { rowsWithId } from '../sent/message-parts.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { selectCases } from './case-row.ts'
import { touchCase } from './end-drafts.ts'
import { unshownDrafts } from './work-due.ts'

type DraftRow = DraftTable & { readonly shown_id: string | null }

const shownId = sql`(select message_id from messages where messages.id = drafts.staff_row) as shown_id`

export function createDrafts(context: StoreContext): Drafts {
  const { db, brand } = context
  const ours = sql`exists (select 1 from conversations where conversations.id = drafts.conversation_id and brand = ${brand})`
  const select = async (where: RawBuilder<unknown>) =>
    (await sql<DraftRow>`select drafts.*, ${shownId} from drafts where ${ours} and ${where}`.execute(db)).rows.map(
      draftOf,
    )
  return {
    get: async (id) => (await select(sql`id = ${id}`))[0],
    ofCase: (id, limit) =>
      select(
        sql`handoff_id = ${id} order by case when state = 'open' then 0 else 1 end, made_at desc, id limit ${limit}`,
      ),
    async shownAs(thread, messageId) {
      const [found] = await select(sql`staff_row in ${rowsWithId(context, thread, messageId)}`)
      return found ?? (await answeredBy(context, thread, messageId, select))
    },
    async counts(since) {
      const { rows } = await sql<{ topic: string; state: DraftState; count: number }>`
        select topic, state, count(*) as count from drafts where ${ours} and made_at >= ${since}
        group by topic, state order by topic, state`.execute(db)
      return rows.map(({ topic, state, count }) => ({ topic, state, count: Number(count) }))
    },
    toShow: (limit) => toShow(context, limit),
    show: (work, shown, now) => show(context, work, shown, now),
    async told(id, state, shown) {
      await sql`update drafts set shown = ${state} where id = ${id} and state = ${state}`.execute(db)
      if (shown)
        await sql`update messages set body = ${JSON.stringify(shown)}
          where id = (select staff_row from drafts where drafts.id = ${id})`.execute(db)
    },
    async expire(now) {
      return await context.transaction(async (trx) => {
        const { rows } = await sql<{ handoff_id: CaseId }>`
          update drafts set state = 'expired', ended_at = ${now} where state = 'open' and expires_at <= ${now} and ${ours}
          returning handoff_id`.execute(trx)
        for (const { handoff_id: id } of rows) await touchCase(trx, id, now)
        return rows.length
      })
    },
  }
}

/** A message of ours that answers the draft's own: how to word it anew was asked there. */
async function answeredBy(
  context: StoreContext,
  thread: ThreadId,
  messageId: string,
  select: (where: RawBuilder<unknown>) => Promise<Draft[]>,
): Promise<Draft | undefined> {
  const { rows } = await sql<{ body: string }>`select body from messages where direction = 'out'
    and id in ${rowsWithId(context, thread, messageId)} limit 1`.execute(context.db)
  const outgoing = rows[0] && parse<Outgoing>(rows[0].body)
  if (outgoing?.kind !== 'text' || outgoing.replyTo === undefined) return undefined
  return (await select(sql`staff_row in ${rowsWithId(context, thread, outgoing.replyTo)}`))[0]
}

function draftOf(row: DraftRow): Draft {
  return {
    ...parse<Omit<HeldReply, 'expiresAt'>>(row.record),
    id: row.id,
    caseId: row.handoff_id,
    conversationId: row.conversation_id,
    turnId: row.turn_id,
    state: row.state,
    madeAt: Number(row.made_at),
    expiresAt: Number(row.expires_at),
    ...(row.ended_at !== null && { endedAt: Number(row.ended_at) }),
    ...(row.by_staff !== null && { by: row.by_staff }),
    ...(row.shown_id !== null && { shownBy: row.shown_id }),
  }
}

async function toShow(context: StoreContext, limit: number): Promise<DraftWork[]> {
  const { rows } = await sql<DraftRow>`
    select drafts.*, ${shownId}
    ${unshownDrafts(context)} order by drafts.made_at, drafts.id limit ${limit}`.execute(context.db)
  if (rows.length === 0) return []
  const ids = [...new Set(rows.map(({ handoff_id: id }) => id))].map((id) => ({ id }))
  const cases = new Map(
    (await selectCases(context, context.db, sql`handoffs.id in (select ${text('id')} from ${context.rows(ids)})`)).map(
      (one) => [one.id, one],
    ),
  )
  return rows.flatMap((row) => {
    const found = cases.get(row.handoff_id)
    if (found === undefined) return []
    return [{ case: found, draft: draftOf(row) }]
  })
}

async function show(
  context: StoreContext,
  { case: { staffThread }, draft: { id } }: DraftWork,
  shown: Outgoing,
  now: number,
): Promise<void> {
  if (staffThread === undefined) return
  await context.transaction(async (trx) => {
    const staff = await staffConversation(context, trx, staffThread, now)
    await lockThreads(context, trx, [staffThread])
    const taken = await trx
      .updateTable('drafts')
      .set({ shown: 'open' })
      .where('id', '=', id)
      .where('shown', 'is', null)
      .returning('id')
      .execute()
    if (taken.length === 0) return
    const [row] = await writeOutbox(trx, staff, [shown], now)
    await trx
      .updateTable('drafts')
      .set({ staff_row: row ?? null })
      .where('id', '=', id)
      .execute()
  })
  context.notify('outbox')
}
