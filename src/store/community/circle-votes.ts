/** Votes of the circle: by button, in the place of an earlier one, and as a platform's own poll tells them. */
import { sql } from 'kysely'
import type { CircleVote } from '../../domain/circle.ts'
import type { ThreadEvent } from '../../domain/event.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { PolledVote } from '../../ports/adapter.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { indexable } from '../database/text.ts'
import { joinedAccounts } from './joined-accounts.ts'

/** In the place of an earlier one, also of another account of the fan; nothing where the vote is over. */
export async function keepVote(
  context: StoreContext,
  trx: Connection,
  { number, choice, account }: CircleVote,
  now: number,
): Promise<void> {
  const { brand } = context
  const others = (await joinedAccounts(context, trx, account)).filter((one) => one !== account)
  if (others.length > 0) await takeBack(context, trx, number, others)
  await sql`insert into circle_votes (brand, number, account_id, choice, at)
    select brand, number, ${account}, cast(${choice} as integer), cast(${now} as bigint) from circle_rounds
    where brand = ${brand} and number = cast(${number} as integer) and closed_at is null
    on conflict (brand, number, account_id) do update set choice = excluded.choice, at = excluded.at`.execute(trx)
}

/** Nothing where the vote is over. */
async function takeBack(
  { brand }: StoreContext,
  trx: Connection,
  number: number,
  accounts: readonly AccountId[],
): Promise<void> {
  if (accounts.length === 0) return
  await sql`delete from circle_votes where brand = ${brand} and number = cast(${number} as integer)
    and account_id in (${sql.join(accounts)}) and exists (select 1 from circle_rounds where brand = ${brand}
      and number = cast(${number} as integer) and closed_at is null)`.execute(trx)
}

/** Within accept. Of who is no member nothing is kept. False where no message of ours is a round's question. */
export async function keepHeardVote(
  context: StoreContext,
  trx: Connection,
  conversation: ConversationId,
  { messageId, accountId: account, choice }: Extract<ThreadEvent, { kind: 'voted' }>,
  now: number,
): Promise<boolean> {
  const round = await roundAskedBy(context, trx, conversation, messageId)
  if (!round) return false
  if (choice === undefined) await takeBack(context, trx, round.number, [account])
  else if (choice < round.options && (await isMember(context, trx, account)))
    await keepVote(context, trx, { number: round.number, choice, account }, now)
  return true
}

/**
 * All votes of a platform's poll, in the place of what was known of its members. Who voted from another account already is counted by that one.
 * @param platform begins the ids of its accounts, as `discord:`
 */
export async function keepPolled(
  context: StoreContext,
  trx: Connection,
  { number, platform, votes }: { number: number; platform: string; votes: readonly PolledVote[] },
  now: number,
): Promise<void> {
  const { brand } = context
  const { rows } = await sql<{ account_id: AccountId; choice: number }>`select account_id, choice from circle_votes
    where brand = ${brand} and number = cast(${number} as integer)`.execute(trx)
  const known = new Map(rows.map(({ account_id, choice }) => [account_id, Number(choice)]))
  const told = new Map(votes.map(({ accountId, choice }) => [accountId, choice]))
  const gone = [...known.keys()].filter((account) => account.startsWith(platform) && !told.has(account))
  await takeBack(context, trx, number, gone)
  for (const [account, choice] of told) {
    if (known.get(account) === choice || !(await isMember(context, trx, account))) continue
    const others = (await joinedAccounts(context, trx, account)).slice(1)
    if (!others.some((other) => known.has(other))) await keepVote(context, trx, { number, choice, account }, now)
  }
}

/** As `Choices.circle` reads it: a no of any of the fan's accounts holds for all. */
async function isMember(context: StoreContext, trx: Connection, account: AccountId): Promise<boolean> {
  const accounts = await joinedAccounts(context, trx, account)
  const { rows } = await sql<{ circle: string }>`select circle from standings
    where brand = ${context.brand} and account_id in (${sql.join(accounts)}) and circle is not null
    order by case when circle = 'no' then 0 else 1 end, circle_at desc limit 1`.execute(trx)
  return rows[0]?.circle === 'yes'
}

async function roundAskedBy(
  { brand }: StoreContext,
  trx: Connection,
  conversation: ConversationId,
  messageId: string,
): Promise<{ readonly number: number; readonly options: number } | undefined> {
  const { rows } = await sql<{ number: number; options: string | null }>`
    select circle_rounds.number, options from circle_posts
      join messages on messages.id = circle_posts.message_row
      join circle_rounds on circle_rounds.brand = circle_posts.brand and circle_rounds.number = circle_posts.number
    where circle_posts.conversation_id = ${conversation} and circle_posts.brand = ${brand}
      and messages.message_id = ${indexable(messageId)}`.execute(trx)
  const [row] = rows
  if (!row) return undefined
  const options: unknown = JSON.parse(row.options ?? '[]')
  return { number: Number(row.number), options: Array.isArray(options) ? options.length : 0 }
}
