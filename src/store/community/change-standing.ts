/** What a turn changes about what sets a fan apart, within its settle. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { DAY_MS } from '../../domain/durations.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { NewEvidence, StandingChange } from '../../domain/standing.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { indexable, parse } from '../database/text.ts'
import { endCircleLinks, keepCircleLink } from './circle-links.ts'
import { joinedAccounts } from './joined-accounts.ts'

/** Whoever asked, and thanks so long after we named somebody there, thanks for having been sent to them. */
const NAMED_WITHIN_MS = DAY_MS

/** Nothing is kept of who wants none of it, or of what one account of a fan says of another. The latest of one key stays. */
export async function keepEvidence(
  context: StoreContext,
  trx: Connection,
  evidence: readonly NewEvidence[],
  conversation: ConversationId,
): Promise<void> {
  for (const one of evidence) {
    const accounts = await joinedAccounts(context, trx, one.accountId)
    if ((one.by !== undefined && accounts.includes(one.by)) || (await isOff(context, trx, accounts))) continue
    const isAccepted = one.what === 'thanked' && (await hadAsked(trx, one, conversation))
    await write(context, trx, isAccepted ? { ...one, what: 'accepted', weight: 2 * one.weight } : one, conversation)
    if (one.by !== undefined && (await wasNamed(context, trx, one, conversation)))
      await write(context, trx, { ...one, what: 'introduced' }, conversation)
  }
}

async function write(
  { brand }: StoreContext,
  trx: Connection,
  { accountId, what, key, row, by, weight, at }: NewEvidence,
  conversation: ConversationId,
): Promise<void> {
  await sql`
    insert into evidence (id, brand, account_id, what, key, conversation_id, message_row, by_account, weight, at)
    select ${randomUUID()}, ${brand}, ${accountId}, ${what}, ${indexable(key)}, ${conversation}, cast(${row} as bigint), ${by ?? null},
      cast(${weight} as double precision), cast(${at} as bigint)
    where exists (select 1 from messages where messages.id = cast(${row} as bigint))
    on conflict (brand, account_id, what, key) do update set conversation_id = excluded.conversation_id,
      message_row = excluded.message_row, weight = excluded.weight, at = excluded.at
    where evidence.at <= excluded.at`.execute(trx)
  await lookAgain({ brand }, trx, accountId, at)
}

/** Something new is known of somebody: a title may come or go. */
export async function lookAgain(
  { brand }: Pick<StoreContext, 'brand'>,
  trx: Connection,
  account: AccountId,
  at: number,
): Promise<void> {
  await sql`insert into standings (brand, account_id, due_at) values (${brand}, ${account}, cast(${at} as bigint))
    on conflict (brand, account_id) do update set due_at = excluded.due_at`.execute(trx)
}

async function isOff({ brand }: StoreContext, trx: Connection, accounts: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ off: number }>`
    select 1 as off from standings where brand = ${brand} and account_id in (${sql.join(accounts)}) and off_at is not null
    union all select 1 as off from accounts join fans on fans.id = accounts.fan_id
      where accounts.brand = ${brand} and accounts.id in (${sql.join(accounts)}) and fans.consent = 'no'`.execute(trx)
  return rows.length > 0
}

/** Whether what is thanked for answered a message of whoever thanks. */
async function hadAsked(
  trx: Connection,
  { accountId, by, of }: NewEvidence,
  conversation: ConversationId,
): Promise<boolean> {
  if (of === undefined || by === undefined) return false
  const { rows } = await sql<{ body: string }>`select body from messages where conversation_id = ${conversation}
    and message_id = ${indexable(of)} and direction = 'in' and account_id = ${accountId}`.execute(trx)
  return rows.some(({ body }) => parse<InboundMessage>(body).replyTo?.accountId === by)
}

/** By the reply that named them, to whoever thanks: to be named marks a helper in all groups, and many read along. */
async function wasNamed(
  { brand }: StoreContext,
  trx: Connection,
  { accountId, by, at }: NewEvidence,
  conversation: ConversationId,
): Promise<boolean> {
  const { rows } = await sql`select 1 from helpers where brand = ${brand} and account_id = ${accountId}
    and conversation_id = ${conversation} and named_at > cast(${at - NAMED_WITHIN_MS} as bigint)
    and named_at <= cast(${at} as bigint) and exists (select 1 from messages as said
      join messages as asked on asked.conversation_id = said.conversation_id and asked.turn_id = said.turn_id
      where said.conversation_id = ${conversation} and said.direction = 'out' and said.at = helpers.named_at
        and asked.direction = 'in' and asked.account_id = ${by ?? null})`.execute(trx)
  return rows.length > 0
}

/** What a fan chooses for one account holds for those joined with it as well. */
export async function changeStanding(
  context: StoreContext,
  trx: Connection,
  change: StandingChange,
  now: number,
): Promise<void> {
  const { brand } = context
  const at = sql`cast(${now} as bigint)`
  const set = {
    off: sql`off_at = ${at}`,
    on: sql`off_at = null`,
    hidden: sql`hidden_at = ${at}`,
    shown: sql`hidden_at = null`,
    first: sql`first_at = ${at}, first_off_at = null`,
    'not-first': sql`first_at = null, first_off_at = ${at}`,
    circle: sql`circle = ${change.kind === 'circle' ? change.answer : null}, circle_at = ${at}`,
  }[change.kind]
  const accounts = await joinedAccounts(context, trx, change.account)
  if (change.kind === 'circle') await changeCircleLinks(context, trx, change, accounts, now)
  for (const account of accounts) {
    await sql`insert into standings (brand, account_id) values (${brand}, ${account}) on conflict do nothing`.execute(
      trx,
    )
    const isSeen = change.kind === 'circle' || change.kind === 'not-first'
    const due = isSeen ? sql`` : sql`, due_at = ${at}`
    await sql`update standings set ${set}${due} where brand = ${brand} and account_id = ${account}`.execute(trx)
  }
  if (change.kind === 'off') await dropEvidence(context, trx, accounts)
}

/** Who says no to being remembered is known by nothing of this either, on all joined accounts; a title they had rests. */
export async function endEvidence(
  context: StoreContext,
  trx: Connection,
  account: AccountId,
  now: number,
): Promise<void> {
  const accounts = await joinedAccounts(context, trx, account)
  await dropEvidence(context, trx, accounts)
  for (const one of accounts) await lookAgain(context, trx, one, now)
}

async function dropEvidence({ brand }: StoreContext, trx: Connection, accounts: readonly string[]): Promise<void> {
  await sql`delete from evidence where brand = ${brand} and account_id in (${sql.join(accounts)})`.execute(trx)
}

/** A no ends what lets in by an earlier yes. */
async function changeCircleLinks(
  context: StoreContext,
  trx: Connection,
  { account, answer, link }: Extract<StandingChange, { kind: 'circle' }>,
  accounts: readonly AccountId[],
  now: number,
): Promise<void> {
  if (answer === 'no') await endCircleLinks(context, trx, accounts, now)
  if (link) await keepCircleLink(context, trx, { account, ...link }, now)
}
