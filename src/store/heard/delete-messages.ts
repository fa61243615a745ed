/** deleted: words and attachments go, also from what was told about them; nobody answers what was taken back unheard. */
import { sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import { type InboundMessage, mediaOf, type Outgoing } from '../../domain/message.ts'
import { showAnew } from '../cases/case-records.ts'
import { tellOfStaff } from '../cases/case-words.ts'
import { withdrawWorkOf } from '../community/change-works.ts'
import { text } from '../database/context.ts'
import type { MessageTable } from '../database/tables/talk.ts'
import { indexable, parse } from '../database/text.ts'
import { becomeParts, readParts } from '../sent/message-parts.ts'
import type { EventWork } from './event-work.ts'
import { breakLease, takeBackReply } from './take-back.ts'

type Found = Pick<MessageTable, 'direction' | 'state' | 'account_id' | 'turn_id' | 'message_id' | 'body'> & {
  id: number
}

/** Ours too, if a member removed them. Returns the ids of messages that are unknown. */
export async function deleteMessages(
  work: EventWork,
  conversation: ConversationId,
  messageIds: readonly string[],
): Promise<string[]> {
  const { context, trx } = work
  const keys = new Map(messageIds.map((id) => [indexable(id), id]))
  const list = sql`(select ${text('id')} from ${context.rows([...keys.keys()].map((id) => ({ id })))})`
  // A union, so that each half has its index.
  const columns = sql`id, direction, state, account_id, turn_id, message_id, body`
  const { rows: found } = await sql<Found>`
    select ${columns} from messages where conversation_id = ${conversation} and message_id in ${list} and direction = 'in'
    union all
    select ${columns} from messages where conversation_id = ${conversation} and message_id in ${list} and direction = 'out'
    union
    select ${columns} from messages where conversation_id = ${conversation} and direction = 'out' and id in (
      select message_row from message_parts where message_parts.message_id in ${list})
    order by id`.execute(trx)
  const rows = await withoutShortened(work, found, keys)
  for (const row of rows) await empty(work, row)
  for (const { id } of rows) await emptyRelayed(work, id)
  // What they told in it they take back with it.
  for (const { id, account_id: account } of rows) {
    await trx.deleteFrom('facts').where('message_row', '=', id).execute()
    await trx.deleteFrom('evidence').where('message_row', '=', id).execute()
    if (account !== null) await withdrawWorkOf(context, trx, { account, row: id }, work.now)
  }
  await sql`delete from facts where conversation_id = ${conversation} and message_id in ${list}`.execute(trx)
  for (const { id, direction } of rows) if (direction === 'in') await tellOfStaff(trx, id, 'retracted')
  if (rows.length > 0) work.notices.add('inbox')
  if (rows.length > 0) await showAnew(trx, conversation, work.now)
  await sql`delete from reactions where conversation_id = ${conversation} and message_id in ${list}`.execute(trx)
  await dropSummary(work, conversation, rows)
  if (rows.some((row) => row.state === 'unread')) await leaveUnread(work, conversation)
  for (const { direction, state, turn_id: turn, account_id: account } of rows) {
    if (direction === 'in' && state === 'read' && turn !== null)
      await takeBackReply(work, { conversation, turn, account })
  }
  for (const { message_id } of rows) keys.delete(message_id ?? '')
  return [...keys.values()]
}

/** Those of which nothing is left; of ours that stood in several messages, what is left of them is the message now. */
async function withoutShortened(
  { trx }: EventWork,
  found: readonly Found[],
  keys: Map<string, string>,
): Promise<readonly Found[]> {
  const ours = found.flatMap(({ id, direction }) => (direction === 'out' ? [Number(id)] : []))
  const parts = await readParts(trx, ours)
  const gone: Found[] = []
  for (const row of found) {
    const all = parts.get(Number(row.id)) ?? []
    const left = all.filter((part) => !keys.has(part))
    if (left.length === 0) gone.push(row)
    else await becomeParts(trx, Number(row.id), left)
  }
  for (const part of [...parts.values()].flat()) keys.delete(part)
  return gone
}

/** The row stays, so that the message is known if it comes again. */
async function empty({ trx, now }: EventWork, { id, direction, body }: Found): Promise<void> {
  const isInbound = direction === 'in'
  await trx
    .updateTable('messages')
    .set({ body: JSON.stringify(isInbound ? bare(parse(body)) : silenced(parse(body))), said: 0 })
    .$if(isInbound, (update) => update.set({ state: 'withdrawn', done_at: now }))
    .where('id', '=', id)
    .execute()
}

/** What staff were shown of it goes too: the words here, and then what stands on their platform. */
async function emptyRelayed({ trx }: EventWork, id: number): Promise<void> {
  const shown = await trx
    .updateTable('relays')
    .set({ todo: 'deleted' })
    .where('fan_row', '=', id)
    .where('direction', '=', 'in')
    .returning('staff_row')
    .execute()
  for (const { staff_row: row } of shown) {
    if (row === null) continue
    const found = await trx.selectFrom('messages').select('body').where('id', '=', row).executeTakeFirst()
    if (found)
      await trx
        .updateTable('messages')
        .set({ body: JSON.stringify(silenced(parse(found.body))) })
        .where('id', '=', row)
        .execute()
  }
}

/** Who, where and when, without what. */
function bare({ threadId, id, sentAt, author, surface, isOwn, isStaffThread }: InboundMessage): InboundMessage {
  return {
    ...{ threadId, id, sentAt, author, surface, text: '', isMention: false },
    ...(isOwn !== undefined && { isOwn }),
    ...(isStaffThread !== undefined && { isStaffThread }),
  }
}

function silenced(outgoing: Outgoing): object {
  if (outgoing.kind !== 'text') return outgoing
  const { speaker, stoodWithFiles } = outgoing
  const hadFiles = stoodWithFiles || mediaOf(outgoing).length > 0
  return { kind: 'text', text: '', speaker, ...(hadFiles && { stoodWithFiles: true }) }
}

/** A summary may retell what it covers. */
async function dropSummary({ trx }: EventWork, conversation: ConversationId, rows: readonly Found[]): Promise<void> {
  const [oldest] = rows
  if (oldest === undefined) return
  await trx
    .updateTable('conversations')
    .set({ summary: null, summary_up_to: null })
    .where('id', '=', conversation)
    .where('summary_up_to', '>=', oldest.id)
    .execute()
}

/** Less is unread than before, perhaps nothing. */
async function leaveUnread(work: EventWork, conversation: ConversationId): Promise<void> {
  await breakLease(work, conversation)
  const isAny = sql`exists (select 1 from messages where conversation_id = conversations.id and state = 'unread')`
  await sql`
    update conversations set
      next_at = case when ${isAny} then next_at end,
      unread_since = case when ${isAny} then unread_since end
    where id = ${conversation}`.execute(work.trx)
}
