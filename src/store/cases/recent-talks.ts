/** Conversations with fans, the latest first: where staff may step in. */
import { sql } from 'kysely'
import type { AccountId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import { caseOf } from '../../domain/open-case.ts'
import type { Recent, RecentPlace } from '../../ports/case-reader.ts'
import { type StoreContext, text } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { selectConversations } from '../turns/conversation-row.ts'
import { isOfName } from './of-name.ts'

interface TouchedRow {
  readonly id: ConversationId
  readonly touched_at: number
}

/** Read along the index of when each was touched last; threads of staff lie between and are passed over. */
export async function readRecent(
  context: StoreContext,
  limit: number,
  after?: RecentPlace,
  named = '',
): Promise<Recent[]> {
  const { db, brand } = context
  const isTheirs = named.trim() === '' ? sql`true` : await isOfName(context, named.trim())
  const isAfter = after ? sql`(touched_at, id) < (${after.touchedAt}, ${after.id})` : sql`true`
  const { rows } = await sql<TouchedRow>`
    select id, touched_at from conversations where brand = ${brand} and ${isAfter} and ${isTheirs}
      and not exists (select 1 from handoffs where handoffs.staff_thread = conversations.thread_id)
      and exists (select 1 from messages join accounts on accounts.id = messages.account_id and accounts.brand = ${brand}
        where messages.conversation_id = conversations.id and messages.direction = 'in')
    order by touched_at desc, id desc limit ${limit}`.execute(db)
  return await recentOf(context, rows)
}

export async function readTalk(context: StoreContext, thread: ThreadId): Promise<Recent | undefined> {
  const { rows } = await sql<TouchedRow>`
    select id, touched_at from conversations where brand = ${context.brand} and thread_id = ${thread}`.execute(
    context.db,
  )
  return (await recentOf(context, rows))[0]
}

interface LastHeard {
  readonly conversation_id: ConversationId
  readonly account_id: AccountId
  readonly name: string
  readonly at: number
  readonly body: string
}

/** In the order of the rows. */
async function recentOf(context: StoreContext, rows: readonly TouchedRow[]): Promise<Recent[]> {
  if (rows.length === 0) return []
  const { db, brand } = context
  const ids = sql`(select ${text('id')} as id from ${context.rows(rows.map(({ id }) => ({ id })))})`
  const [conversations, { rows: lasts }] = await Promise.all([
    selectConversations(db, sql`conversations.id in ${ids}`),
    sql<LastHeard>`
      select messages.conversation_id, messages.account_id, accounts.name, messages.at, messages.body
      from ${ids} as asked cross join messages cross join accounts
      where messages.id = (select max(newest.id) from messages as newest
          where newest.conversation_id = asked.id and newest.direction = 'in')
        and accounts.brand = ${brand} and accounts.id = messages.account_id`.execute(db),
  ])
  const byId = new Map(conversations.map((one) => [one.id, one]))
  const lastIn = new Map(lasts.map((last) => [last.conversation_id, last]))
  return rows.flatMap(({ id, touched_at }) => {
    const [conversation, last] = [byId.get(id), lastIn.get(id)]
    // Staff who talk with us as fans do have accounts, too.
    if (conversation === undefined || (last && parse<InboundMessage>(last.body).isStaffThread)) return []
    const openCase = caseOf(conversation, last?.account_id)
    return {
      conversation,
      place: { touchedAt: Number(touched_at), id },
      ...(openCase ? { openCase } : {}),
      fanName: last?.name ?? '',
      at: Number(last?.at ?? 0),
      ...(last && { accountId: last.account_id }),
    }
  })
}
