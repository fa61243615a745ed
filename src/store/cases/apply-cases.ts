/** Changes of cases, written within a settle or by themselves: all of them, or none when a case is not as it was read. */
import { sql } from 'kysely'
import type { CaseChange, SteppedIn } from '../../domain/case.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { AccountId, ConversationId, ThreadId } from '../../domain/ids.ts'
import { announceBroken, announceCase } from '../announced/announce-case.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { storable } from '../database/text.ts'
import { fanOf } from '../fans/fans.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { reportAnswered } from '../issues/keep-reports.ts'
import { tellingOf } from '../sent/told-of.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { changeNote, endWords, keepEvents, keepPromise, keepTimers, keepWord } from './case-records.ts'
import { amendOne, dropUnsent, sayToFan } from './case-words.ts'
import { changeConversation, changeRow, moveCase, tellDanger } from './change-case.ts'
import { endDrafts } from './end-drafts.ts'
import { showSaidSince } from './in-private.ts'

/** Every thread the changes touch, to be locked in the one order. */
export function threadsOf(changes: readonly CaseChange[], stepsIn?: SteppedIn): ThreadId[] {
  const threads = changes.flatMap(({ threadId, staffThread, sayIn }) =>
    [threadId, staffThread, sayIn?.threadId].filter((thread) => thread !== undefined),
  )
  return stepsIn ? [...threads, stepsIn.threadId, ...(stepsIn.staffThread ? [stepsIn.staffThread] : [])] : threads
}

/** False, and nothing written, when a case is not as it was read. */
export async function applyAlone(
  context: StoreContext,
  changes: readonly CaseChange[],
  now: number,
  stepsIn?: SteppedIn,
): Promise<boolean> {
  const isApplied = await context.transaction(async (trx) => {
    await lockThreads(context, trx, threadsOf(changes, stepsIn))
    if (!(await areCurrent(context, trx, changes, stepsIn))) return false
    await applyCases(context, trx, changes, now, stepsIn)
    return true
  })
  if (isApplied) {
    context.notify('outbox')
    context.notify('inbox')
  }
  return isApplied
}

/** Whether each case stands where it was read, unchanged; a conversation stepped into has no case yet. Their threads have to be locked. */
export async function areCurrent(
  { brand }: StoreContext,
  trx: Connection,
  changes: readonly CaseChange[],
  stepsIn?: SteppedIn,
): Promise<boolean> {
  for (const { id, version, conversationId, moveTo } of changes) {
    if (stepsIn?.id === id) continue
    if (moveTo && (await hasOpen(trx, moveTo))) return false
    const { rows } = await sql<{ version: number; conversation_id: ConversationId }>`
      select version, conversation_id from handoffs join conversations on conversations.id = conversation_id
      where handoffs.id = ${id} and brand = ${brand}`.execute(trx)
    const [row] = rows
    if (row === undefined || row.conversation_id !== conversationId) return false
    if (version !== undefined && Number(row.version) !== version) return false
  }
  return stepsIn === undefined || !(await hasOpen(trx, stepsIn.conversationId, stepsIn.accountId))
}

/** In private any case, in a group one of this account. */
async function hasOpen(trx: Connection, conversation: ConversationId, account?: AccountId): Promise<boolean> {
  const { rows } = await sql`
    select 1 from handoffs join conversations on conversations.id = conversation_id
    where conversation_id = ${conversation} and status <> 'closed'
      and (surface = 'direct' or handoffs.account_id = ${account ?? ''}) limit 1`.execute(trx)
  return rows.length > 0
}

export async function applyCases(
  context: StoreContext,
  trx: Connection,
  changes: readonly CaseChange[],
  now: number,
  stepsIn?: SteppedIn,
): Promise<void> {
  if (stepsIn) await stepIn(context, trx, stepsIn, now)
  for (const change of changes) await applyOne(context, trx, change, now)
}

async function stepIn(context: StoreContext, trx: Connection, given: SteppedIn, now: number): Promise<void> {
  const { id, conversationId, accountId, staff, summary, staffThread } = given
  const fan = accountId === undefined ? `nobody-${id}` : await fanOf(context, trx, accountId, now)
  await sql`
    insert into handoffs (id, conversation_id, fan_id, account_id, reason, summary, status, handler, assignee, assignee_id,
      opened_at, assigned_at, card_at, changed_at, staff_thread)
    values (${id}, ${conversationId}, ${fan}, ${accountId ?? null}, 'stepped-in', ${storable(summary)}, 'assigned', 'staff',
      ${storable(staff.name)}, ${staff.id}, ${now}, ${now}, ${now}, ${now}, ${staffThread ?? null})`.execute(trx)
  await announceCase(context, trx, id, 'case.opened', now)
}

async function applyOne(context: StoreContext, trx: Connection, change: CaseChange, now: number): Promise<void> {
  const { id, set = {}, tell = [], amend = [], notes = [], events = [] } = change
  if (change.dropUnsent) await dropUnsent(trx, change, now)
  await changeRow(trx, id, set, now)
  await changeConversation(trx, change, now)
  if (change.into) await showSaidSince(trx, { of: id, into: change.into, marginMs: MINUTE_MS })
  if (change.moveTo) await moveCase(trx, id, change.conversationId, change.moveTo, now)
  await keepTimers(trx, id, change.timers)
  await keepTimers(trx, id, change.timersIfNone, 'kept')
  if (change.danger) await tellDanger(trx, id, change.danger, now)
  const ends = [
    ...(change.endsDraft ? [change.endsDraft] : []),
    ...(set.status === 'closed' ? [{ became: 'dropped', by: events[0]?.who ?? '' } as const] : []),
  ]
  for (const end of ends) await endDrafts(context, trx, { ofCase: id, end, now })
  await keepEvents(trx, id, events, now)
  const broken = change.promise ? await keepPromise(trx, id, change.promise, now) : []
  if (change.wrongAt !== undefined) await reportAnswered(context, trx, change.wrongAt)
  if (change.owes) await keepWord(trx, id, change.owes, now)
  const owed = change.owed ? await endWords(trx, id, change.owed, now) : []
  if (set.outcome === 'resolved') await endWords(trx, id, { became: 'kept' }, now)
  if (change.renote) await changeNote(trx, id, change.renote)
  await announceBroken(context, trx, id, [...broken, ...owed], now)
  if (set.status === 'closed') await announceCase(context, trx, id, 'case.closed', now)
  for (const { staff, staffId, text } of notes)
    await trx
      .insertInto('notes')
      .values({
        handoff_id: id,
        staff: storable(staff),
        staff_id: staffId === undefined ? null : storable(staffId),
        text: storable(text),
        at: now,
      })
      .execute()
  await sayToFan(context, trx, change, now)
  if (change.sayIn) {
    const place = await trx
      .selectFrom('conversations')
      .select('id')
      .where('brand', '=', context.brand)
      .where('thread_id', '=', change.sayIn.threadId)
      .executeTakeFirst()
    if (place) await writeOutbox(trx, place.id, change.sayIn.outgoing, now)
  }
  for (const one of amend) await amendOne(trx, change, one, now)
  if (tell.length > 0 && change.staffThread)
    await writeOutbox(trx, await staffConversation(context, trx, change.staffThread, now), tellingOf(id, tell), now)
}
