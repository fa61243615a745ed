/** Words of a change of a case: what staff say is sent, what the bot had yet to say is dropped, what was said is changed. */
import { sql } from 'kysely'
import type { CaseChange } from '../../domain/case.ts'
import type { CaseId, ThreadId } from '../../domain/ids.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { setIntroduced } from '../fans/fans.ts'
import { writeOutbox } from '../sent/write-outbox.ts'
import { placeOfDraft } from './end-drafts.ts'
import { isSaidToFan } from './work-due.ts'

/**
 * What the bot was about to say to the fan of the case. A message on its way stays; what staff say comes after it. What
 * persons said, and what other members of a group were answered, is not to be dropped.
 */
export async function dropUnsent(trx: Connection, { id, conversationId }: CaseChange, now: number): Promise<void> {
  const { rows: pending } = await sql<{ id: number; body: string; is_theirs: number }>`
    select messages.id, messages.body, case when ${isSaidToFan} then 1 else 0 end as is_theirs
    from messages join conversations on conversations.id = messages.conversation_id, handoffs
    where handoffs.id = ${id} and messages.conversation_id = ${conversationId} and messages.state in ('pending', 'held')
    order by messages.id`.execute(trx)
  const sender = await trx
    .selectFrom('conversations')
    .select('send_owner')
    .where('id', '=', conversationId)
    .executeTakeFirst()
  const isLeaving = sender?.send_owner !== null
  const dropped = pending
    .slice(isLeaving ? 1 : 0)
    .flatMap(({ id: row, body, is_theirs }) => (isOfPerson(body) || Number(is_theirs) === 0 ? [] : [row]))
  if (dropped.length === 0) return
  await sql`update messages set state = 'withdrawn', done_at = ${now}, account_id = (select inbound.account_id
      from messages as inbound where inbound.conversation_id = messages.conversation_id
        and inbound.turn_id = messages.turn_id and inbound.direction = 'in' limit 1)
    where id in (${sql.join(dropped)})`.execute(trx)
}

/** Also what a person let go as the bot had drafted it. */
function isOfPerson(body: string): boolean {
  const { speaker } = parse<{ speaker?: { kind: string; sentBy?: object } }>(body)
  return speaker?.kind === 'person' || speaker?.kind === 'person-as-brand' || speaker?.sentBy !== undefined
}

export async function sayToFan(context: StoreContext, trx: Connection, change: CaseChange, now: number): Promise<void> {
  const { id, say = [] } = change
  const conversation = change.moveTo ?? change.conversationId
  const draft = change.endsDraft?.id === undefined ? undefined : await placeOfDraft(trx, change.endsDraft.id)
  const rows = await writeOutbox(
    trx,
    conversation,
    say.map(({ outgoing }) => outgoing),
    now,
    draft?.turn,
  )
  if (rows.length > 0 && say.some(({ introduces }) => introduces)) await haveTold(context, trx, id, now)
  const shownAs = draft?.shownBy ?? null
  for (const [index, { by, outgoing }] of say.entries()) {
    const fanRow = rows[index]
    if (fanRow === undefined || !isOfPerson(JSON.stringify(outgoing))) continue
    await trx
      .insertInto('relays')
      .values({
        handoff_id: id,
        direction: 'out',
        fan_row: fanRow,
        staff_row: by ? await inboundRow(context, trx, by.threadId, by.messageId) : shownAs,
        todo: by || shownAs !== null ? 'mark' : null,
      })
      .execute()
  }
}

/** The fan of the case knows by now that a bot speaks. */
async function haveTold(context: StoreContext, trx: Connection, id: CaseId, now: number): Promise<void> {
  const one = await trx.selectFrom('handoffs').select('account_id').where('id', '=', id).executeTakeFirst()
  if (one?.account_id) await setIntroduced(context, trx, [{ account: one.account_id, at: now }])
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
export async function amendOne(
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
  } else if (found.state === 'pending' || found.state === 'held') {
    await trx.updateTable('messages').set({ state: 'withdrawn', done_at: now }).where('id', '=', row).execute()
  } else {
    const { speaker } = parse<{ speaker?: object }>(found.body)
    const body = JSON.stringify({ kind: 'text', text: '', speaker })
    await trx.updateTable('messages').set({ said: 0, body }).where('id', '=', row).execute()
  }
  const todo = outgoing ? ('edited' as const) : ('deleted' as const)
  await trx.updateTable('relays').set({ todo }).where('fan_row', '=', row).where('direction', '=', 'out').execute()
}

/** A message of staff was changed or deleted where they wrote it: what it said to the fan follows, all of it by its first row. */
export async function tellOfStaff(
  trx: Connection,
  staffRow: number,
  todo: 'retold' | 'refiled' | 'retracted',
): Promise<void> {
  await sql`update relays set todo = ${todo} where id in (
    select min(id) from relays where staff_row = ${staffRow} and direction = 'out' group by handoff_id)`.execute(trx)
}
