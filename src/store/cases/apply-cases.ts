/** Changes of cases, written within a settle or by themselves: all of them, or none when a case is not as it was read. */
import { sql } from 'kysely'
import type { CaseChange, CaseSet, SteppedIn } from '../../domain/case.ts'
import type { ConversationState } from '../../domain/conversation.ts'
import type { AccountId, CaseId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import type { HandoffTable } from '../database/schema.ts'
import { parse, storable } from '../database/text.ts'
import { fanOf } from '../fans/fans.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { keepEvents, keepPromise, keepTimers } from './case-records.ts'
import { isSaidToFan } from './desk-work.ts'

const JUST_NOW_MS = 60_000

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
      opened_at, assigned_at, card_at, staff_thread)
    values (${id}, ${conversationId}, ${fan}, ${accountId ?? null}, 'stepped-in', ${storable(summary)}, 'assigned', 'staff',
      ${storable(staff.name)}, ${staff.id}, ${now}, ${now}, ${now}, ${staffThread ?? null})`.execute(trx)
}

async function applyOne(context: StoreContext, trx: Connection, change: CaseChange, now: number): Promise<void> {
  const { id, set = {}, tell = [], amend = [], notes = [], events = [] } = change
  if (change.dropUnsent) await dropUnsent(trx, change, now)
  await changeRow(trx, id, set, now)
  await changeConversation(trx, change, now)
  if (change.moveTo) await moveCase(trx, id, change.conversationId, change.moveTo, now)
  await keepTimers(trx, id, change.timers)
  await keepTimers(trx, id, change.timersIfNone, { isKept: true })
  await keepEvents(trx, id, events, now)
  if (change.promise) await keepPromise(trx, id, change.promise, now)
  for (const { staff, text } of notes)
    await trx
      .insertInto('notes')
      .values({ handoff_id: id, staff: storable(staff), text: storable(text), at: now })
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
    await writeOutbox(trx, await staffConversation(context, trx, change.staffThread, now), tell, now)
}

/** The card is brought up to date after every change. */
async function changeRow(trx: Connection, id: CaseId, set: CaseSet, now: number): Promise<void> {
  const { assignee, status, closedAt, draft, csatComment } = set
  const row: Partial<Omit<HandoffTable, 'version' | 'relayed_to' | 'breaches'>> & { breaches?: number } = {
    ...(status !== undefined && { status }),
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
    .set((values) => ({ ...row, version: values('version', '+', 1), card_at: now }))
    .where('id', '=', id)
    .execute()
}

/** A turn that is being thought about was begun when somebody else answered: it is thought about anew. */
async function changeConversation(trx: Connection, change: CaseChange, now: number): Promise<void> {
  const { conversationId: id, set, state, summary } = change
  if (set?.handler !== undefined)
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
  const merged = { ...parse<ConversationState>(before.state), ...state }
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined))
  const words = [before.summary, summary].filter((one) => one !== null && one !== undefined).join('\n')
  await trx
    .updateTable('conversations')
    .set({ state: JSON.stringify(kept), ...(summary !== undefined && { summary: storable(words).slice(-4000) }) })
    .where('id', '=', id)
    .execute()
}

/**
 * What the bot was about to say to the fan of the case. A message on its way stays; what staff say comes after it. What
 * persons said, and what other members of a group were answered, is not to be dropped.
 */
async function dropUnsent(trx: Connection, { id: handoff, conversationId: conversation }: CaseChange, now: number) {
  const { rows: pending } = await sql<{ id: number; body: string; is_theirs: number }>`
    select messages.id, messages.body, case when ${isSaidToFan} then 1 else 0 end as is_theirs
    from messages join conversations on conversations.id = messages.conversation_id, handoffs
    where handoffs.id = ${handoff} and messages.conversation_id = ${conversation} and messages.state = 'pending'
    order by messages.id`.execute(trx)
  const place = await trx
    .selectFrom('conversations')
    .select('send_owner')
    .where('id', '=', conversation)
    .executeTakeFirst()
  const isLeaving = place?.send_owner !== null
  const dropped = pending
    .slice(isLeaving ? 1 : 0)
    .flatMap(({ id, body, is_theirs }) => (isOfPerson(body) || Number(is_theirs) === 0 ? [] : [id]))
  if (dropped.length === 0) return
  await sql`update messages set state = 'withdrawn', done_at = ${now}, account_id = (select inbound.account_id
      from messages as inbound where inbound.turn_id = messages.turn_id and inbound.direction = 'in' limit 1)
    where id in (${sql.join(dropped)})`.execute(trx)
}

function isOfPerson(body: string): boolean {
  const { speaker } = parse<{ speaker?: { kind: string } }>(body)
  return speaker?.kind === 'person' || speaker?.kind === 'person-as-brand'
}

/** The fan came into private: the case, and all that hangs on it, goes on there. */
async function moveCase(
  trx: Connection,
  id: CaseId,
  from: ConversationId,
  to: ConversationId,
  now: number,
): Promise<void> {
  // Staff see what the fan says there now, not what was said there long ago.
  await sql`update handoffs set conversation_id = ${to}, origin_thread = (select thread_id from conversations where id = ${from}), relayed_to = coalesce((select max(messages.id) from messages
      where messages.conversation_id = ${to} and messages.at < ${now - JUST_NOW_MS}), 0)
    where id = ${id}`.execute(trx)
  const moved = await trx.selectFrom('handoffs').select('handler').where('id', '=', id).executeTakeFirst()
  if (moved?.handler !== 'staff') return
  await trx.updateTable('conversations').set({ lease_owner: null, lease_until: null }).where('id', '=', to).execute()
}

async function sayToFan(context: StoreContext, trx: Connection, change: CaseChange, now: number): Promise<void> {
  const { id, say = [] } = change
  const conversation = change.moveTo ?? change.conversationId
  const rows = await writeOutbox(
    trx,
    conversation,
    say.map(({ outgoing }) => outgoing),
    now,
  )
  for (const [index, { by, outgoing }] of say.entries()) {
    const fanRow = rows[index]
    if (fanRow === undefined || !isOfPerson(JSON.stringify(outgoing))) continue
    await trx
      .insertInto('relays')
      .values({
        handoff_id: id,
        direction: 'out',
        fan_row: fanRow,
        staff_row: by ? await inboundRow(context, trx, by.threadId, by.messageId) : null,
        todo: by ? 'mark' : null,
      })
      .execute()
  }
}

async function inboundRow(
  { brand }: StoreContext,
  trx: Connection,
  thread: ThreadId,
  messageId: string,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select messages.id from messages join conversations on conversations.id = conversation_id
    where brand = ${brand} and thread_id = ${thread} and message_id = ${messageId} and direction = 'in'`.execute(trx)
  return rows[0]?.id ?? null
}

/** Words that have not begun to leave are changed on the spot; for the rest the loop tells the platform. */
async function amendOne(
  trx: Connection,
  { conversationId }: CaseChange,
  { row, outgoing }: NonNullable<CaseChange['amend']>[number],
  now: number,
): Promise<void> {
  const found = await trx
    .selectFrom('messages')
    .select(['state', 'body'])
    .where('id', '=', row)
    .where('conversation_id', '=', conversationId)
    .executeTakeFirst()
  if (found === undefined) return
  if (outgoing) {
    await trx
      .updateTable('messages')
      .set({ body: JSON.stringify(outgoing), edited_at: now })
      .where('id', '=', row)
      .execute()
  } else if (found.state === 'pending') {
    await trx.updateTable('messages').set({ state: 'withdrawn', done_at: now }).where('id', '=', row).execute()
  } else {
    const { speaker } = parse<{ speaker?: object }>(found.body)
    const body = JSON.stringify({ kind: 'text', text: '', speaker })
    await trx.updateTable('messages').set({ said: 0, body }).where('id', '=', row).execute()
  }
  const todo = outgoing ? ('edited' as const) : ('deleted' as const)
  await trx.updateTable('relays').set({ todo }).where('fan_row', '=', row).where('direction', '=', 'out').execute()
}
