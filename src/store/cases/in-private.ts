/** Cases that are worked on in private while their fans speak in groups: found there, and their staff are shown what is said there. */
import { sql } from 'kysely'
import type { OpenCase } from '../../domain/conversation.ts'
import type { Effects } from '../../domain/effects.ts'
import type { AccountId, CaseId, ConversationId, FanId, ThreadId } from '../../domain/ids.ts'
import { type Connection, int, type StoreContext, statement, text } from '../database/context.ts'
import { selectConversations } from '../turns/conversation-row.ts'

/** Asked for all who speak in a group, of whom hardly anybody has one. */
const selectAny = statement<{ id: CaseId; origin_thread: ThreadId | null }>(
  (context) => sql`select handoffs.id, origin_thread
    from (select ${text('account')} as account from ${context.rows([])}) as asked cross join handoffs
    where of_brand = ${''} and account_id = asked.account and status <> 'closed'`,
)

export async function readInPrivate(
  context: StoreContext,
  accountIds: readonly AccountId[],
  group: ThreadId,
): Promise<readonly OpenCase[]> {
  const asked = JSON.stringify(accountIds.map((account) => ({ account })))
  const found = await selectAny(context, context.db, asked, context.brand)
  if (found.length === 0) return []
  const ids = context.rows(found.map(({ id }) => ({ id })))
  const origins = new Map(found.map(({ id, origin_thread }) => [id, origin_thread]))
  const talks = await selectConversations(
    context.db,
    sql`handoffs.id in (select ${text('id')} from ${ids}) and surface = 'direct'`,
  )
  return talks.flatMap(({ id: conversationId, threadId, openCases }) =>
    openCases
      .filter(({ id }) => origins.has(id))
      .map((open) => ({
        ...open,
        inPrivate: { threadId, conversationId, isFromHere: origins.get(open.id) === group },
      })),
  )
}

/** Where a person is called for this account in a group although it has an open case in private: that one is meant. */
export async function privateCaseOf(
  { brand }: StoreContext,
  trx: Connection,
  accountId: AccountId,
  group: ConversationId,
): Promise<{ readonly conversation: ConversationId; readonly fan: FanId } | undefined> {
  const { rows } = await sql<{ conversation: ConversationId; fan: FanId }>`
    select conversation_id as conversation, fan_id as fan from handoffs
    join conversations on conversations.id = handoffs.conversation_id
    where of_brand = ${brand} and handoffs.account_id = ${accountId} and status <> 'closed' and surface = 'direct'
      and exists (select 1 from conversations as place where place.id = ${group} and place.surface = 'group')
    order by opened_at limit 1`.execute(trx)
  return rows[0]
}

/** Its staff are shown these rows of a group, and from now on what else the fan says there, unless they are aside. */
export async function showSaidInGroup(
  { rows: asTable }: StoreContext,
  trx: Connection,
  { case: id, rows, isAside }: NonNullable<Effects['saidInGroup']>[number],
  group: ConversationId,
): Promise<void> {
  if (!isAside)
    await sql`update handoffs set origin_thread = (select thread_id from conversations where id = ${group})
    where id = ${id} and status <> 'closed'
      and coalesce(origin_thread, '') <> (select thread_id from conversations where id = ${group})`.execute(trx)
  const given = asTable(rows.map((row) => ({ row })))
  await follow(
    trx,
    id,
    sql`messages.conversation_id = ${group} and messages.id in (select ${int('row')} from ${given})`,
  )
}

/**
 * What the fan said in a group since their case was opened there, or `marginMs` before, and its staff were not shown, is shown to those
 * of `into`: the case goes on elsewhere, or in that other one.
 */
export async function showSaidSince(
  trx: Connection,
  { of, into, marginMs }: { readonly of: CaseId; readonly into: CaseId; readonly marginMs: number },
): Promise<void> {
  await sql`update handoffs set origin_thread = (select thread_id from conversations
      where id = (select conversation_id from handoffs as gone where gone.id = ${of})) where id = ${into}`.execute(trx)
  await follow(
    trx,
    into,
    sql`exists (select 1 from handoffs as gone where gone.id = ${of} and messages.conversation_id = gone.conversation_id
      and messages.account_id = gone.account_id and messages.id > gone.relayed_to
      and messages.at > gone.opened_at - cast(${marginMs} as bigint))`,
  )
}

async function follow(trx: Connection, id: CaseId, which: ReturnType<typeof sql>): Promise<void> {
  await sql`insert into relays (handoff_id, direction, fan_row, staff_row, todo)
    select handoffs.id, 'in', messages.id, null, 'follow' from messages cross join handoffs
    where handoffs.id = ${id} and status <> 'closed' and messages.direction = 'in' and messages.said = 1
      and messages.state <> 'withdrawn' and ${which}
      and not exists (select 1 from relays where relays.fan_row = messages.id and relays.handoff_id = handoffs.id)
    order by messages.id`.execute(trx)
}
