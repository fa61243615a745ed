/**
 * What is old and no longer needed is deleted: nothing unread, pending, open or held. In small transactions, each of rows that an
 * index finds, with everybody else's turn between them, so that a database of any size keeps nobody waiting.
 */
import { setImmediate } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import { DAY_MS } from '../../domain/durations.ts'
import { int, type StoreContext, text } from '../database/context.ts'
import { letGo } from '../issues/keep-reports.ts'
import { whatIsLeft } from '../sent/last-words.ts'

/** Most rows looked at, or deleted, in one transaction. */
const BATCH = 200

export interface ExpireOptions {
  /** Ends it early, between two transactions. */
  readonly signal?: AbortSignal
  /** Awaited after each transaction. */
  readonly rest?: () => Promise<void>
}

/** Returns the number of rows deleted. `before`: epoch ms. */
export async function expire(context: StoreContext, before: number, options: ExpireOptions = {}): Promise<number> {
  const { brand, clock } = context
  const work: Work = { context, before, ...options }
  let deleted = await expireByRow(work, 'messages', isDoneMessageOf(brand))
  deleted += await expireReports(work)
  deleted += await repeat(
    work,
    (some) => sql`delete from asked where id in
    (select id from asked where brand = ${brand} and at < ${before} order by at limit ${some})`,
  )
  deleted += await repeat(
    work,
    (
      some,
    ) => sql`delete from reply_effects where (message_row, account_id, kind) in (select message_row, account_id, kind
      from reply_effects where brand = ${brand} and line_at < ${before} order by line_at limit ${some})`,
  )
  deleted += await expireConversations(work)
  deleted += await repeat(
    work,
    (some) => sql`delete from key_values where brand = ${brand} and key in
    (select key from key_values where brand = ${brand} and expires_at <= ${clock.now()} limit ${some})`,
  )
  deleted += await repeat(
    work,
    (some) => sql`delete from access_links where hash in
    (select hash from access_links where brand = ${brand} and expires_at <= ${clock.now()} limit ${some})`,
  )
  deleted += await repeat(
    work,
    (some) => sql`delete from access_sessions where id in
    (select id from access_sessions where brand = ${brand} and expires_at < ${before} limit ${some})`,
  )
  deleted += await repeat(
    work,
    (some) => sql`delete from own_links where hash in
    (select hash from own_links where brand = ${brand} and expires_at <= ${clock.now()} limit ${some})`,
  )
  deleted += await expireLinks(work, clock.now())
  deleted += await repeat(
    work,
    (some) => sql`delete from evidence where id in
    (select id from evidence where brand = ${brand} and at < ${before} limit ${some})`,
  )
  deleted += await expireByRow(work, 'audit', sql`brand = ${brand}`)
  deleted += await expireFans(work)
  return deleted
}

interface Work extends ExpireOptions {
  readonly context: StoreContext
  readonly before: number
}

function isDoneMessageOf(brand: string): RawBuilder<unknown> {
  return sql`state in ('read', 'sent', 'dead', 'withdrawn')
    and (select brand from conversations where conversations.id = messages.conversation_id) = ${brand}`
}

/** One transaction, and then whoever else has something to do. */
async function once({ context, rest, signal }: Work, statement: RawBuilder<unknown>): Promise<number> {
  if (signal?.aborted) return 0
  const result = await context.transaction(async (trx) => await statement.execute(trx))
  await setImmediate()
  await rest?.()
  return Number(result.numAffectedRows ?? 0)
}

/** Until a statement that deletes `some` rows at most finds fewer. */
async function repeat(work: Work, statement: (some: number) => RawBuilder<unknown>): Promise<number> {
  let deleted = 0
  while (!work.signal?.aborted) {
    const rows = await once(work, statement(BATCH))
    deleted += rows
    if (rows < BATCH) break
  }
  return deleted
}

/** Rows have their numbers in the order in which they came: it ends at the first batch in which all are young. */
async function expireByRow(work: Work, table: 'messages' | 'audit', condition: RawBuilder<unknown>): Promise<number> {
  const { context, before } = work
  let deleted = 0
  let last = 0
  while (!work.signal?.aborted) {
    const { rows } = await sql<{ id: number; at: number }>`
      select id, at from ${sql.table(table)} where id > ${last} order by id limit ${BATCH}`.execute(context.db)
    const old = rows.filter(({ at }) => at < before)
    if (old.length === 0) break
    last = rows.at(-1)?.id ?? last
    const ids = context.rows(old.map(({ id }) => ({ id })))
    deleted += await once(
      work,
      sql`delete from ${sql.table(table)} where id in (select ${int('id')} from ${ids}) and ${condition}`,
    )
  }
  return deleted
}

/** The next keys of a table in their order, from the one after `last`. */
async function nextKeys(
  { context }: Work,
  table: 'conversations' | 'fans' | 'accounts',
  last: string,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(table)} where brand = ${context.brand} and id > ${last} order by id limit ${BATCH}`.execute(
    context.db,
  )
  return rows.map(({ id }) => id)
}

async function walk(
  work: Work,
  table: 'conversations' | 'fans' | 'accounts',
  expireOf: (ids: RawBuilder<unknown>) => Promise<number>,
): Promise<number> {
  let deleted = 0
  for (let last = ''; !work.signal?.aborted; ) {
    const keys = await nextKeys(work, table, last)
    const newest = keys.at(-1)
    if (newest === undefined) break
    last = newest
    const rows = work.context.rows(keys.map((id) => ({ id })))
    deleted += await expireOf(sql`(select ${text('id')} from ${rows})`)
  }
  return deleted
}

/** What was reported is still counted on its issue. */
async function expireReports(work: Work): Promise<number> {
  const { context, before, rest } = work
  const { brand } = context
  let deleted = 0
  while (!work.signal?.aborted) {
    const rows = await context.transaction(
      async (trx) =>
        await letGo(
          context,
          trx,
          sql`id in (select id from reports where brand = ${brand} and at < ${before} order by at limit ${BATCH})`,
        ),
    )
    deleted += rows
    await setImmediate()
    await rest?.()
    if (rows < BATCH) break
  }
  return deleted
}

async function expireConversations(work: Work): Promise<number> {
  const { before } = work
  return await walk(work, 'conversations', async (ids) => {
    let deleted = await once(work, whatIsLeft(ids))
    deleted += await repeat(
      work,
      (some) => sql`delete from reactions where (conversation_id, message_id, account_id) in
      (select conversation_id, message_id, account_id from reactions where conversation_id in ${ids} and at < ${before} limit ${some})`,
    )
    deleted += await repeat(
      work,
      (some) => sql`delete from decisions where turn_id in
      (select turn_id from decisions where conversation_id in ${ids} and at < ${before} limit ${some})`,
    )
    deleted += await repeat(
      work,
      (some) => sql`delete from handoffs where id in
      (select id from handoffs where conversation_id in ${ids} and status = 'closed' and closed_at < ${before} limit ${some})`,
    )
    // Told with consent, for as long as the fan is heard there: who stays away is forgotten with the last of their words.
    deleted += await once(
      work,
      sql`delete from facts where told_at < ${before} and conversation_id in ${ids}
      and not exists (select 1 from accounts join messages on messages.account_id = accounts.id
        where accounts.fan_id = facts.fan_id and messages.conversation_id = facts.conversation_id)
      and not exists (select 1 from fans where fans.id = facts.fan_id and imported_at >= ${before})`,
    )
    deleted += await once(
      work,
      sql`delete from conversations where id in ${ids} and touched_at < ${before}
      and next_at is null and lease_owner is null and send_at is null and send_owner is null
      and not exists (select 1 from messages where messages.conversation_id = conversations.id)
      and not exists (select 1 from reactions where reactions.conversation_id = conversations.id)
      and not exists (select 1 from decisions where decisions.conversation_id = conversations.id)
      and not exists (select 1 from handoffs where handoffs.conversation_id = conversations.id)
      and not exists (select 1 from facts where facts.conversation_id = conversations.id)`,
    )
    return deleted
  })
}

async function expireFans(work: Work): Promise<number> {
  const { before, context } = work
  const { brand } = context
  const ofFans = await walk(work, 'fans', (ids) =>
    once(
      work,
      sql`delete from fans where id in ${ids} and coalesce(imported_at, created_at) < ${before}
      and not exists (select 1 from facts where facts.fan_id = fans.id)
      and not exists (select 1 from handoffs where handoffs.fan_id = fans.id)
      and not exists (select 1 from accounts join messages on messages.account_id = accounts.id
        join conversations on conversations.id = messages.conversation_id
        where accounts.fan_id = fans.id and conversations.brand = ${brand})`,
    ),
  )
  const ofAccounts = await walk(work, 'accounts', (ids) =>
    once(
      work,
      sql`delete from accounts where brand = ${brand} and id in ${ids} and created_at < ${before}
      and not exists (select 1 from fans where fans.id = accounts.fan_id)`,
    ),
  )
  return ofFans + ofAccounts
}

/** What joined two accounts goes with either of them; what was asked and mistyped when it is no longer needed. */
async function expireLinks(work: Work, now: number): Promise<number> {
  const { brand } = work.context
  const isOver = sql`brand = ${brand} and expires_at < ${now - DAY_MS}`
  let deleted = await repeat(
    work,
    (some) => sql`delete from link_requests where id in (select id from link_requests where ${isOver} limit ${some})`,
  )
  const isOld = sql`brand = ${brand} and at < ${now - DAY_MS}`
  deleted += await once(work, sql`delete from link_misses where ${isOld}`)
  const isGone = (account: string) => sql`not exists (select 1 from accounts
    where accounts.brand = links.brand and accounts.id = ${sql.ref(account)})`
  deleted += await repeat(
    work,
    (some) => sql`delete from links where id in (select id from links where brand = ${brand}
      and (${isGone('links.account_a')} or ${isGone('links.account_b')} or ended_at < ${work.before}) limit ${some})`,
  )
  return deleted
}
