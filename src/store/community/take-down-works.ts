/** Quotes of works that may not be shown any more: what has not left never does, what has is deleted where it stands, and no transcript keeps it. */
import { sql } from 'kysely'
import type { ConversationId, TurnId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { silence } from '../sent/silence.ts'
import { emptyWorks, mayGo } from './empty-works.ts'

/** In one call. */
const MOST = 200

interface Use {
  work_id: string
  conversation_id: ConversationId
  turn_id: TurnId
}

/** Each in a transaction of its own. Returns how many were taken down. */
export async function takeDownWorks(context: StoreContext, now: number): Promise<number> {
  const { brand, db } = context
  const { rows: over } = await sql<{ id: string }>`select id from works where brand = ${brand} and ${mayGo(now)}
    limit ${MOST}`.execute(db)
  for (const { id } of over)
    await context.transaction((trx) => emptyWorks(context, trx, sql`id = ${id} and ${mayGo(now)}`, { now }))
  const { rows } = await sql<Use>`select work_id, work_uses.conversation_id, turn_id from work_uses
    left join works on works.id = work_uses.work_id
    where work_uses.brand = ${brand} and taken_down_at is null and (works.id is null or works.state <> 'accepted' or works.until <= ${now})
    limit ${MOST}`.execute(db)
  let taken = 0
  for (const use of rows) if (await context.transaction((trx) => takeDown(context, trx, use, now))) taken += 1
  if (taken > 0 || over.length > 0) context.notify('outbox')
  return taken
}

/** False where it may be leaving just now. */
async function takeDown(context: StoreContext, trx: Connection, use: Use, now: number): Promise<boolean> {
  const { conversation_id: conversation, turn_id: turn, work_id: work } = use
  const { rows: held } = await sql<{ send_owner: string | null }>`select send_owner from conversations
    where id = ${conversation} ${context.lockConversations}`.execute(trx)
  const { rows } = await sql<{ id: number; state: string; message_id: string | null; body: string }>`
    select id, state, message_id, body from messages where conversation_id = ${conversation} and turn_id = ${turn}
      and direction = 'out' order by id`.execute(trx)
  const quotes = rows.flatMap((row) => {
    const outgoing = parse<Outgoing>(row.body)
    const isIt = outgoing.kind === 'text' && outgoing.work !== undefined && (work === '' || outgoing.work === work)
    return isIt ? [{ ...row, outgoing }] : []
  })
  if (held[0]?.send_owner != null && quotes.some(({ state }) => state === 'pending')) return false
  await silence(
    trx,
    conversation,
    quotes.map(({ outgoing, ...row }) => ({ ...row, speaker: outgoing.speaker })),
    now,
  )
  await sql`update work_uses set taken_down_at = ${now} where work_id = ${work} and turn_id = ${turn}`.execute(trx)
  return true
}
