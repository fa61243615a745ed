/** Forgetting a fan, and showing a fan everything that is kept: one list of conditions serves both. */
import { type RawBuilder, sql } from 'kysely'
import type { ConversationState } from '../domain/conversation.ts'
import type { AccountId, ConversationId } from '../domain/ids.ts'
import type { Connection, StoreContext } from './context.ts'
import type { Database } from './schema.ts'
import { parse } from './text.ts'

type Condition = RawBuilder<boolean>

/** Which rows of each table are the fan's. `direct`: the fan's own conversations; in a group only what the fan did counts. */
function conditions({ brand }: StoreContext, accountId: AccountId): Record<keyof Database, Condition | undefined> {
  const fan = sql`(select fan_id from accounts where brand = ${brand} and id = ${accountId})`
  const accounts = sql`(select id from accounts where brand = ${brand} and (id = ${accountId} or fan_id = ${fan}))`
  const isTheirs = sql`(account_id = ${accountId} or account_id in ${accounts})`
  const ours = sql`(select id from conversations where brand = ${brand})`
  const direct = sql`(select id from conversations where brand = ${brand} and surface = 'direct' and ${isTheirs})`
  const turns = sql`(select turn_id from messages where ${isTheirs} and conversation_id in ${ours} and turn_id is not null)`
  // Short-lived state about an account ends its key with the account's id: `cooldown:telegram:77`.
  const endsWith = sql<boolean>`(key = ${accountId} or substr(key, length(key) - ${[...accountId].length}) = ${`:${accountId}`}
    or exists (select 1 from accounts where accounts.brand = key_values.brand and accounts.fan_id = ${fan}
      and substr(key, length(key) - length(accounts.id)) = ':' || accounts.id))`
  return {
    decisions: sql`(turn_id in ${turns} or conversation_id in ${direct})`,
    handoffs: sql`(fan_id = ${fan} or conversation_id in ${direct})`,
    facts: sql`(fan_id = ${fan} or conversation_id in ${direct})`,
    messages: sql`(conversation_id in ${direct} or (${isTheirs} and conversation_id in ${ours}))`,
    conversations: sql`id in ${direct}`,
    key_values: sql`brand = ${brand} and ${endsWith}`,
    fans: sql`id = ${fan}`,
    accounts: sql`brand = ${brand} and id in ${accounts}`,
    cursors: undefined,
    schema_version: undefined,
  }
}

/**
 * Deletes the fan of this account from every table. Direct conversations go entirely; of a group conversation the fan's
 * messages go, and with them the summary that may retell them. `farewellIn` keeps that one conversation's row, emptied,
 * so that a last message can still be delivered there.
 */
export async function forget(
  context: StoreContext,
  trx: Connection,
  accountId: AccountId,
  options: { readonly farewellIn?: ConversationId } = {},
): Promise<void> {
  const theirs = conditions(context, accountId)
  await clearGroups(context, trx, accountId)
  const { farewellIn = null } = options
  for (const [table, condition] of Object.entries(theirs)) {
    if (condition === undefined) continue
    const spared = table === 'conversations' && farewellIn !== null ? sql`and id <> ${farewellIn}` : sql``
    await sql`delete from ${sql.table(table)} where ${condition} ${spared}`.execute(trx)
  }
  if (farewellIn !== null) {
    await sql`
      update conversations set account_id = null, lang = null, summary = null, summary_up_to = null, state = '{}', send_at = null
      where id = ${farewellIn} and surface = 'direct'`.execute(trx)
  }
}

/** In groups where the fan spoke, the running summary and a question to the fan that stands open are dropped. */
async function clearGroups({ brand }: StoreContext, trx: Connection, accountId: AccountId): Promise<void> {
  const { rows } = await sql<{ id: ConversationId; state: string }>`
    select id, state from conversations
    where brand = ${brand} and surface = 'group' and id in (select conversation_id from messages where account_id in (
      select id from accounts where brand = ${brand} and fan_id = (select fan_id from accounts where brand = ${brand} and id = ${accountId})))
    order by thread_id`.execute(trx)
  for (const row of rows) {
    const { pending, ...rest } = parse<ConversationState>(row.state)
    const state = pending?.accountId === accountId ? rest : { ...rest, ...(pending && { pending }) }
    await trx
      .updateTable('conversations')
      .set({ summary: null, summary_up_to: null, state: JSON.stringify(state) })
      .where('id', '=', row.id)
      .execute()
  }
}

/** Table → the fan's rows in it, JSON columns opened. Leases and other bookkeeping are left out. */
export async function exportFan(
  context: StoreContext,
  accountId: AccountId,
): Promise<Record<string, readonly Record<string, unknown>[]>> {
  const theirs = conditions(context, accountId)
  const exported: Record<string, readonly Record<string, unknown>[]> = {}
  for (const [table, condition] of Object.entries(theirs)) {
    if (condition === undefined) continue
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${condition}`.execute(
      context.db,
    )
    exported[table] = rows.map(readable)
  }
  return exported
}

const bookkeeping = new Set([
  'next_at',
  'lease_owner',
  'lease_until',
  'unread_since',
  'failures',
  'send_at',
  'send_owner',
  'send_until',
  'said',
])
const json = new Set(['body', 'state', 'record'])

function readable(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([column, value]) => value !== null && !bookkeeping.has(column))
      .map(([column, value]) => [
        column,
        json.has(column) && typeof value === 'string' && /^[{[]/.test(value) ? parse(value) : value,
      ]),
  )
}
