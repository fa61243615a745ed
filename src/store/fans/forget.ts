/** Forgetting a fan, and showing a fan everything that is kept: one list of conditions serves both. */

import { type RawBuilder, sql } from 'kysely'
import { notAskedOf } from '../../domain/asked.ts'
import type { Effects } from '../../domain/effects.ts'
import type { AccountId, CaseId, ConversationId, FanId } from '../../domain/ids.ts'
import { loosenUses } from '../community/change-works.ts'
import { loosenLinks } from '../community/circle-links.ts'
import { writeErased } from '../community/erased.ts'
import { joinedAccounts } from '../community/joined-accounts.ts'
import { spendNumbers } from '../community/work-numbers.ts'
import { type Connection, int, type StoreContext } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import { parse } from '../database/text.ts'
import { letGo } from '../issues/keep-reports.ts'
import { rowsQuoting } from '../issues/take-back-quotes.ts'
import { rowsTellingOf, takeBackTold } from '../sent/take-back-told.ts'
import { readState, stateText } from '../turns/conversation-state.ts'
import { isBesideOthers, rowsBesideOthers } from './beside-others.ts'
import { shownToStaff, tellStaffForgotten } from './tell-staff-forgotten.ts'
import { unname } from './unname.ts'
import { unquote } from './unquote.ts'

type Condition = RawBuilder<boolean>

/** Whom an account belongs to, with all that is joined to it, and where the fan talks in private. */
interface Traces {
  readonly fans: readonly { id: FanId }[]
  readonly accounts: readonly { id: AccountId }[]
  readonly direct: readonly { id: ConversationId }[]
  /** Threads of staff about this fan's cases alone: they retell the fan. */
  readonly staff: readonly { id: ConversationId }[]
  /** The fan's messages in threads of staff that others share. */
  readonly besideOthers: readonly { id: number }[]
  readonly cases: readonly { id: CaseId }[]
}

async function findTraces(context: StoreContext, db: Connection, accountId: AccountId): Promise<Traces> {
  const { brand } = context
  const joined = await joinedAccounts(context, db, accountId)
  const { rows: fans } = await sql<{ id: FanId }>`
    select distinct fan_id as id from accounts where brand = ${brand} and id in (${sql.join(joined)})`.execute(db)
  const { rows: known } = await sql<{ id: AccountId }>`
    select id from accounts where brand = ${brand} and fan_id in ${list(fans)}`.execute(db)
  // Messages may have outlived their account.
  const accounts = [...new Set([...joined, ...known.map(({ id }) => id)])].map((id) => ({ id }))
  const { rows: direct } = await sql<{ id: ConversationId }>`
    select id from conversations where brand = ${brand} and surface = 'direct' and account_id in ${list(accounts)}`.execute(
    db,
  )
  const { rows: threads } = await sql<{ id: ConversationId; is_shared: number }>`
    select distinct conversations.id, case when ${isBesideOthers(context, list(fans))} then 1 else 0 end as is_shared from handoffs join conversations
      on conversations.thread_id = handoffs.staff_thread and conversations.brand = ${brand}
    where handoffs.fan_id in ${list(fans)}`.execute(db)
  const { rows: cases } = await sql<{ id: CaseId }>`
    select id from handoffs where fan_id in ${list(fans)} or conversation_id in ${list(direct)}`.execute(db)
  const staff = threads.filter(({ is_shared }) => Number(is_shared) === 0)
  const shared = threads.filter(({ is_shared }) => Number(is_shared) === 1)
  const about = list([...accounts, ...cases])
  const besideOthers =
    shared.length === 0 ? [] : await rowsBesideOthers(context, db, { fans: list(fans), shared: list(shared), about })
  return { fans, accounts, direct, staff, besideOthers, cases }
}

/** Named one by one: PostgreSQL finds them by an index also beside an `or`, where a subquery would have it read the whole table. */
function list(ids: readonly { id: string }[]): RawBuilder<unknown> {
  return ids.length === 0 ? sql`(null)` : sql`(${sql.join(ids.map(({ id }) => id))})`
}

/** Which rows of each table are the fan's: of the direct conversations all, in a group only what the fan did. */
function conditions(context: StoreContext, traces: Traces): Record<keyof Database, Condition | undefined> {
  const { brand } = context
  const fans = list(traces.fans)
  const accounts = list(traces.accounts)
  const direct = list(traces.direct)
  const staff = list(traces.staff)
  const ofCases = sql<boolean>`handoff_id in (select id from handoffs where fan_id in ${fans} or conversation_id in ${direct})`
  const isTheirs = sql`account_id in ${accounts} and exists (select 1 from conversations
    where conversations.id = messages.conversation_id and conversations.brand = ${brand})`
  // Short-lived state tells whom or which case it is about; that of an older program ends its key with the account's id. It is found
  // by an index only where each side of the `or` names the brand.
  const isAbout = sql`about in ${list([...traces.accounts, ...traces.cases])}`
  const endsInAccount = traces.accounts.map(
    ({ id }) => sql`key = ${id} or substr(key, length(key) - ${[...id].length}) = ${`:${id}`}`,
  )
  const beside = sql`(select ${int('id')} from ${context.rows(traces.besideOthers)})`
  const ofMessages = sql<boolean>`conversation_id in ${direct} or conversation_id in ${staff} or id in ${beside} or (${isTheirs})`
  const isDraft = sql`exists (select 1 from handoffs where (fan_id in ${fans} or conversation_id in ${direct})
    and substr(key, 1, length(handoffs.id) + 13) = 'desk::draft:' || handoffs.id || ':')`
  return {
    key_values: sql`(brand = ${brand} and ${isAbout}) or (brand = ${brand} and about is null
      and (${sql.join(endsInAccount, sql` or `)} or ${isDraft}))`,
    notes: ofCases,
    timers: ofCases,
    relays: ofCases,
    case_events: ofCases,
    promises: ofCases,
    proposals: sql`state <> 'written' and ${ofCases}`,
    colleagues: undefined,
    drafts: ofCases,
    duty: undefined,
    decisions: sql`turn_id in (select turn_id from messages where ${isTheirs}
      union select turn_id from decisions as talked where talked.conversation_id in ${direct})`,
    handoffs: sql`fan_id in ${fans} or conversation_id in ${direct}`,
    facts: sql`fan_id in ${fans} or conversation_id in ${direct}`,
    // By each side's own index: beside an `or`, SQLite would read all of the brand's.
    links: sql`id in (select id from links where brand = ${brand} and account_a in ${accounts}
      union select id from links where brand = ${brand} and account_b in ${accounts})`,
    link_requests: sql`id in (select id from link_requests where brand = ${brand} and from_account in ${accounts}
      union select id from link_requests where brand = ${brand} and by_account in ${accounts})`,
    erase_keys: undefined,
    erased: undefined,
    work_uses: sql`work_id in (select id from works where brand = ${brand} and account_id in ${accounts})`,
    works: sql`brand = ${brand} and account_id in ${accounts}`,
    own_links: sql`brand = ${brand} and account_id in ${accounts}`,
    helpers: sql`brand = ${brand} and account_id in ${accounts}`,
    link_misses: sql`brand = ${brand} and account_id in ${accounts}`,
    evidence: sql`id in (select id from evidence where brand = ${brand} and account_id in ${accounts}
      union select id from evidence where brand = ${brand} and by_account in ${accounts})`,
    first_words: sql`brand = ${brand} and account_id in ${accounts}`,
    circle_rounds: undefined,
    circle_posts: undefined,
    circle_votes: sql`brand = ${brand} and account_id in ${accounts}`,
    circle_links: sql`brand = ${brand} and account_id in ${accounts}`,
    titles: sql`brand = ${brand} and account_id in ${accounts}`,
    standings: sql`brand = ${brand} and account_id in ${accounts}`,
    told_of: sql`message_row in ${rowsTellingOf(context, list([...traces.accounts, ...traces.cases]))}
      and about in ${list([...traces.accounts, ...traces.cases])}`,
    message_parts: sql`message_row in (select id from messages where ${ofMessages})`,
    messages: ofMessages,
    reports: sql`brand = ${brand} and account_id in ${accounts}`,
    report_quotes: sql`report_id in (select id from reports where brand = ${brand} and account_id in ${accounts})`,
    issues: undefined,
    issue_acts: undefined,
    waves: undefined,
    issue_watch: undefined,
    crises: undefined,
    announcements: undefined,
    asked: sql`brand = ${brand} and account_id in ${accounts}`,
    reply_effects: sql`brand = ${brand} and account_id in ${accounts}`,
    insight_days: undefined,
    reactions: sql`conversation_id in ${direct} or (account_id in ${accounts} and exists (select 1
      from conversations where conversations.id = reactions.conversation_id and conversations.brand = ${brand}))`,
    conversations: sql`id in ${direct}`,
    fans: sql`id in ${fans}`,
    accounts: sql`brand = ${brand} and id in ${accounts}`,
    cursors: undefined,
    spent_numbers: undefined,
    holds: undefined,
    paces: undefined,
    access_links: undefined,
    access_sessions: undefined,
    audit: undefined,
    schema_version: undefined,
  }
}

/**
 * Deletes the fan of this account from every table. Direct conversations go entirely; of a group conversation the fan's
 * messages go, and with them the summary that may retell them. `farewellIn`, where there is one, keeps that one conversation's row, emptied,
 * so that a last message can still be delivered there.
 */
export async function forget(
  context: StoreContext,
  trx: Connection,
  accountId: AccountId,
  farewellIn: ConversationId | undefined,
  { tombstone, unquoted }: Pick<Effects, 'tombstone' | 'unquoted'>,
  now: number,
): Promise<void> {
  await context.alone(trx, `links ${context.brand}`)
  const traces = await findTraces(context, trx, accountId)
  const shown = await shownToStaff(context, trx, list(traces.fans))
  const all = traces.accounts.map(({ id }) => id)
  await loosenUses(context, trx, all)
  await spendNumbers(context, trx, all)
  await loosenLinks(context, trx, all, now)
  const theirs = conditions(context, traces)
  const groups = await clearGroups(context, trx, traces)
  const accounts = new Set(traces.accounts.map(({ id }) => id))
  await unquote(trx, { groups, accounts }, now)
  await unname(trx, { brand: context.brand, groups, accounts: [...accounts] }, now)
  const about = list([...traces.accounts, ...traces.cases])
  const telling = sql`(select message_row from ${rowsQuoting(context, list(traces.accounts))} as quoting
    union select message_row from ${rowsTellingOf(context, about)} as telling)`
  const except = shown.flatMap(({ conversation, isTheirs }) => (isTheirs ? [conversation] : []))
  await takeBackTold(trx, telling, { instead: unquoted, except }, now)
  // That somebody reported still counts.
  await letGo(context, trx, sql`account_id in ${list(traces.accounts)}`)
  for (const [table, condition] of Object.entries(theirs)) {
    if (condition === undefined) continue
    const spared = table === 'conversations' && farewellIn !== undefined ? sql`and id <> ${farewellIn}` : sql``
    await sql`delete from ${sql.table(table)} where (${condition}) ${spared}`.execute(trx)
  }
  await sql`
    update conversations set account_id = null, lang = null, summary = null, summary_up_to = null, state = '{}', send_at = null,
      undo_turn = null, undo_state = null
    where id = ${farewellIn ?? null} and surface = 'direct'`.execute(trx)
  await writeErased(context, trx, [...accounts], now)
  if (tombstone) await tellStaffForgotten(trx, shown, tombstone, now)
}

/** In groups where the fan spoke, which are returned, the running summary and a question to the fan that stands open are dropped. */
async function clearGroups({ brand }: StoreContext, trx: Connection, { accounts }: Traces): Promise<ConversationId[]> {
  const { rows } = await sql<{ id: ConversationId; state: string }>`
    select conversations.id, state
    from (select distinct conversation_id from messages where account_id in ${list(accounts)}) as spoken
      cross join conversations
    where conversations.id = spoken.conversation_id and brand = ${brand} and surface = 'group'
    order by thread_id`.execute(trx)
  const ids = new Set<AccountId>(accounts.map(({ id }) => id))
  for (const row of rows) {
    const { pending, asked, held, ...rest } = readState(row.state)
    const others = notAskedOf(ids, asked)
    const heard = held?.filter(({ accountId }) => !ids.has(accountId))
    const open = {
      ...(heard && { held: heard }),
      ...(others && { asked: others }),
      ...(pending && !ids.has(pending.accountId) && { pending }),
    }
    const state = { ...rest, ...open }
    await trx
      .updateTable('conversations')
      .set({ summary: null, summary_up_to: null, state: stateText(state), undo_turn: null, undo_state: null })
      .where('id', '=', row.id)
      .execute()
  }
  return rows.map(({ id }) => id)
}

/** Table → the fan's rows in it, JSON columns opened. Leases and other bookkeeping are left out. */
export async function exportFan(
  context: StoreContext,
  accountId: AccountId,
): Promise<Record<string, readonly Record<string, unknown>[]>> {
  const theirs = conditions(context, await findTraces(context, context.db, accountId))
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
  'weight',
  'failures',
  'send_at',
  'send_weight',
  'send_owner',
  'send_until',
  'undo_turn',
  'undo_state',
  'only_spoke',
  'counted',
  'owed',
  'said',
  'card_row',
  'card_at',
  'card_until',
  'relayed_to',
  'card_to',
  'titled_as',
  'heard_to',
  'changed_at',
  'gravity',
  'first_due_at',
  'of_brand',
  'shown',
  'about',
  'version',
  'code_hash',
  'back_hash',
  'withdraw_hash',
  'opened_as',
  'hash',
])
const json = new Set(['body', 'state', 'record', 'emojis', 'picture', 'answers'])

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
