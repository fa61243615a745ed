/** Handoffs as staff move them: taken by one, given back, closed; who answers its fan follows. */
import { sql, type Transaction } from 'kysely'
import type { Handler } from '../domain/conversation.ts'
import type { CaseStatus, Handoff, Note } from '../domain/handoff.ts'
import type { CaseId, ConversationId } from '../domain/ids.ts'
import type { Handoffs } from '../ports/store.ts'
import type { StoreContext } from './database/context.ts'
import type { Database, HandoffTable } from './database/schema.ts'
import { storable } from './database/text.ts'

export function createHandoffs(context: StoreContext): Handoffs {
  return {
    get: (id) => get(context, id),
    assign: (id, staff, now) =>
      move(context, id, now, {
        from: ['waiting'],
        handler: 'staff',
        change: { status: 'assigned', assignee: storable(staff), assigned_at: now },
      }),
    release: (id, now) =>
      move(context, id, now, {
        from: ['assigned'],
        handler: 'bot',
        change: { status: 'waiting', assignee: null, assigned_at: null },
      }),
    close: (id, now) =>
      move(context, id, now, {
        from: ['waiting', 'assigned'],
        handler: 'bot',
        change: { status: 'closed', closed_at: now },
      }),
    note: (id, staff, text, now) => addNote(context, id, { staff, text, at: now }),
  }
}

interface Move {
  readonly from: readonly CaseStatus[]
  readonly handler: Handler
  readonly change: Partial<Pick<HandoffTable, 'status' | 'assignee' | 'assigned_at' | 'closed_at'>>
}

/** Returns false, with nothing changed, when the handoff is not where it should be moved from. */
async function move(context: StoreContext, id: CaseId, now: number, { from, handler, change }: Move): Promise<boolean> {
  const moved = await context.transaction(async (trx) => {
    const conversation = await lockConversation(context, trx, id)
    if (conversation === undefined) return undefined
    const changed = await trx
      .updateTable('handoffs')
      .set((row) => ({ ...change, handler, version: row('version', '+', 1), card_at: now }))
      .where('id', '=', id)
      .where('status', 'in', from)
      .returning('id')
      .execute()
    if (changed.length === 0) return undefined
    // Whoever thinks about the conversation did so for who answered before: it is claimed anew.
    return await trx
      .updateTable('conversations')
      .set({ touched_at: now, lease_owner: null, lease_until: null })
      .where('id', '=', conversation)
      .returning('next_at')
      .executeTakeFirst()
  })
  if (moved !== undefined && moved.next_at !== null) context.notify('inbox')
  return moved !== undefined
}

/** The row's lock decides between two who move the same handoff. */
async function lockConversation(
  context: StoreContext,
  trx: Transaction<Database>,
  id: CaseId,
): Promise<ConversationId | undefined> {
  const { rows } = await sql<{ id: ConversationId }>`
    select conversations.id from handoffs join conversations on conversations.id = handoffs.conversation_id
    where handoffs.id = ${id} and brand = ${context.brand} ${context.lockConversations}`.execute(trx)
  return rows[0]?.id
}

async function addNote(context: StoreContext, id: CaseId, { staff, text, at }: Note): Promise<boolean> {
  const { rows } = await sql`
    insert into notes (handoff_id, staff, text, at)
    select handoffs.id, ${storable(staff)}, ${storable(text)}, cast(${at} as bigint)
    from handoffs join conversations on conversations.id = handoffs.conversation_id
    where handoffs.id = ${id} and brand = ${context.brand}
    returning id`.execute(context.db)
  return rows.length > 0
}

async function get(
  { db, brand }: StoreContext,
  id: CaseId,
): Promise<(Handoff & { notes: readonly Note[] }) | undefined> {
  const { rows } = await sql<HandoffTable>`
    select handoffs.* from handoffs join conversations on conversations.id = handoffs.conversation_id
    where handoffs.id = ${id} and brand = ${brand}`.execute(db)
  const [row] = rows
  if (row === undefined) return undefined
  const notes = await db
    .selectFrom('notes')
    .select(['staff', 'text', 'at'])
    .where('handoff_id', '=', id)
    .orderBy('id')
    .execute()
  return { ...handoffOf(row), notes: notes.map(({ staff, text, at }) => ({ staff, text, at })) }
}

export function handoffOf(row: Omit<HandoffTable, 'version' | 'relayed_to' | 'breaches'>): Handoff {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    fanId: row.fan_id,
    status: row.status,
    reason: row.reason,
    summary: row.summary,
    openedAt: row.opened_at,
    ...(row.team !== null && { team: row.team }),
    ...(row.draft !== null && { draft: row.draft }),
    ...(row.assignee !== null && { assignee: row.assignee }),
    ...(row.assigned_at !== null && { assignedAt: row.assigned_at }),
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
  }
}
