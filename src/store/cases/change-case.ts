/** Where a change of a case is written down: in its own row, in its conversation, and where it moves to. */

import { sql } from 'kysely'
import type { CaseChange, CaseSet, DangerTold } from '../../domain/case.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import { graver } from '../../domain/handoff.ts'
import type { CaseId, ConversationId } from '../../domain/ids.ts'
import type { Connection } from '../database/context.ts'
import type { HandoffTable } from '../database/tables/cases.ts'
import { storable } from '../database/text.ts'
import { readState, stateText } from '../turns/conversation-state.ts'
import { keepTimers } from './case-records.ts'
import { showSaidSince } from './in-private.ts'

const JUST_NOW_MS = MINUTE_MS

/** Columns that have a value of their own when none is given. */
type CountedColumn =
  | 'version'
  | 'relayed_to'
  | 'card_to'
  | 'breaches'
  | 'changed_at'
  | 'of_brand'
  | 'gravity'
  | 'first_due_at'
  | 'heard_to'

/** The card is brought up to date after every change. */
export async function changeRow(trx: Connection, id: CaseId, set: CaseSet, now: number): Promise<void> {
  const { assignee, status, closedAt, draft, csatComment } = set
  const row: Partial<Omit<HandoffTable, CountedColumn>> & { breaches?: number } = {
    ...(status !== undefined && { status }),
    ...(set.reason !== undefined && { reason: set.reason }),
    ...(set.handler !== undefined && { handler: set.handler }),
    ...(assignee !== undefined && {
      assignee: assignee === null ? null : storable(assignee.name),
      assignee_id: assignee?.id ?? null,
      assigned_at: assignee === null ? null : now,
    }),
    ...(set.team !== undefined && { team: set.team }),
    ...(set.outcome !== undefined && { outcome: set.outcome }),
    ...(draft !== undefined && { draft: draft === null ? null : storable(draft) }),
    ...(set.snoozedUntil !== undefined && { snoozed_until: set.snoozedUntil }),
    ...(set.firstResponseAt !== undefined && { first_response_at: set.firstResponseAt }),
    ...(set.breaches !== undefined && { breaches: set.breaches }),
    ...(set.csat !== undefined && { csat: set.csat }),
    ...(csatComment !== undefined && { csat_comment: storable(csatComment) }),
    ...(set.leadId !== undefined && { lead_id: set.leadId }),
    ...(set.staffThread !== undefined && { staff_thread: set.staffThread }),
    ...(closedAt !== undefined && { closed_at: closedAt }),
  }
  await trx
    .updateTable('handoffs')
    .set((values) => ({ ...row, version: values('version', '+', 1), card_at: now, changed_at: now }))
    .where('id', '=', id)
    .execute()
}

/** Told once more it raises nothing further. A case that is joined to another has no clock of its own: it counts on both. */
export async function tellDanger(
  trx: Connection,
  told: CaseId,
  { reason, team, due }: DangerTold,
  now: number,
): Promise<void> {
  const { rows } = await sql<Pick<HandoffTable, 'id' | 'status' | 'reason'>>`
    select id, status, reason from handoffs
    where id = ${told} or id = (select lead_id from handoffs where id = ${told})`.execute(trx)
  for (const { id, status, reason: before } of rows) {
    if (status === 'closed') continue
    await trx
      .updateTable('handoffs')
      .set((values) => ({
        ...{ reason: graver(reason, before), snoozed_until: null },
        // Who has it keeps it, and it counts as that team's.
        ...(team !== undefined && graver(reason, before) !== before && { team }),
        ...{ version: values('version', '+', 1), card_at: now, changed_at: now },
      }))
      .where('id', '=', id)
      .execute()
    await keepTimers(trx, id, { snooze: null, silence: null })
    const kind = status === 'waiting' ? 'first-response' : 'next-response'
    await keepTimers(trx, id, { [kind]: due[status] }, 'sooner')
  }
}

/** A turn that is being thought about was begun when somebody else answered: it is thought about anew. */
export async function changeConversation(trx: Connection, change: CaseChange, now: number): Promise<void> {
  const { conversationId: id, set, state, summary, isDrafting } = change
  if (isDrafting !== undefined)
    await trx
      .updateTable('conversations')
      .set({ is_drafting: isDrafting ? 1 : 0 })
      .where('id', '=', id)
      .execute()
  if (set?.handler !== undefined || isDrafting !== undefined)
    await trx
      .updateTable('conversations')
      .set({ lease_owner: null, lease_until: null, touched_at: now })
      .where('id', '=', id)
      .execute()
  if (state === undefined && summary === undefined) return
  const before = await trx
    .selectFrom('conversations')
    .select(['state', 'summary'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (before === undefined) return
  const merged = { ...readState(before.state), ...state }
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
  const words = [before.summary, summary].filter((one) => one !== null && one !== undefined).join('\n')
  await trx
    .updateTable('conversations')
    .set({ state: stateText(kept), ...(summary !== undefined && { summary: storable(words).slice(-4000) }) })
    .where('id', '=', id)
    .execute()
}

/** The fan came into private: the case, and all that hangs on it, goes on there. */
export async function moveCase(
  trx: Connection,
  id: CaseId,
  from: ConversationId,
  to: ConversationId,
  now: number,
): Promise<void> {
  await showSaidSince(trx, { of: id, into: id, marginMs: 0 })
  // Staff see what the fan says there now, not what was said there long ago.
  await sql`update handoffs set conversation_id = ${to},
    origin_thread = (select thread_id from conversations where id = ${from}),
    relayed_to = coalesce((select max(messages.id) from messages
      where messages.conversation_id = ${to} and messages.at < ${now - JUST_NOW_MS}), 0)
    where id = ${id}`.execute(trx)
  await sql`update handoffs set card_to = relayed_to where id = ${id}`.execute(trx)
  // They answer what was said there.
  await sql`update drafts set state = 'stale', ended_at = ${now} where handoff_id = ${id} and state = 'open'`.execute(
    trx,
  )
  const moved = await trx.selectFrom('handoffs').select('handler').where('id', '=', id).executeTakeFirst()
  if (moved?.handler !== 'staff') return
  await trx.updateTable('conversations').set({ lease_owner: null, lease_until: null }).where('id', '=', to).execute()
}
