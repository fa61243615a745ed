/** Reports written as their turn is settled, and let go with the fan or with age: what stays is that somebody reported. */
import { type RawBuilder, sql } from 'kysely'
import { DAY_MS } from '../../domain/durations.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import { type Reported, untitled } from '../../domain/issue.ts'
import { joinedAccounts } from '../community/joined-accounts.ts'
import type { Connection, StoreContext } from '../database/context.ts'

/** A message that is thought about again is no second report. */
export async function keepReports(
  { brand, platformOf }: StoreContext,
  trx: Connection,
  reports: readonly Reported[],
  conversation: ConversationId,
): Promise<void> {
  for (const { accountId, row, at, kind, lang, answerId, wants } of reports)
    await sql`
      insert into reports (brand, conversation_id, account_id, message_row, kind, platform, lang, at, answer_id, wants)
      select ${brand}, conversations.id, ${accountId}, cast(${row} as bigint), ${kind}, ${platformOf(sql`conversations.thread_id`)},
        ${lang ?? null}, cast(${at} as bigint), ${answerId ?? null}, ${wants ?? 'unasked'}
      from conversations where conversations.id = ${conversation}
      on conflict (message_row, kind) do update set wants =
        case when excluded.wants = 'asked' and reports.wants = 'unasked' then 'asked' else reports.wants end`.execute(
      trx,
    )
}

/** What a reply in this row answered was answered wrongly, as staff say. */
export async function reportAnswered({ brand, platformOf }: StoreContext, trx: Connection, row: number): Promise<void> {
  await sql`
    insert into reports (brand, conversation_id, account_id, message_row, kind, platform, lang, at)
    select ${brand}, conversations.id, heard.account_id, heard.id, 'wrong', ${platformOf(sql`conversations.thread_id`)},
      conversations.lang, heard.at
    from messages as meant join messages as heard on heard.conversation_id = meant.conversation_id
      and heard.turn_id = meant.turn_id and heard.direction = 'in' and heard.account_id is not null
    join conversations on conversations.id = meant.conversation_id
    where meant.id = cast(${row} as bigint) and conversations.brand = ${brand}
    order by heard.id desc limit 1
    on conflict (message_row, kind) do nothing`.execute(trx)
}

/** What the fan of a conversation wrote last is a complaint at a person's word. */
export async function reportLast({ brand, db, platformOf }: StoreContext, conversation: ConversationId): Promise<void> {
  await sql`
    insert into reports (brand, conversation_id, account_id, message_row, kind, platform, lang, at)
    select ${brand}, conversations.id, messages.account_id, messages.id, 'complaint',
      ${platformOf(sql`conversations.thread_id`)}, conversations.lang, messages.at
    from conversations join messages on messages.conversation_id = conversations.id
    where conversations.id = ${conversation} and messages.direction = 'in' and messages.said = 1
      and messages.account_id is not null and messages.state = 'read'
    order by messages.id desc limit 1
    on conflict (message_row, kind) do nothing`.execute(db)
}

/** The answer to the one question whether they are to be told. A no is for all that the fan reported on any account, and takes a yes back. */
export async function keepWantsNews(
  context: StoreContext,
  trx: Connection,
  { accountId, isWanted }: { readonly accountId: AccountId; readonly isWanted: boolean },
): Promise<void> {
  const { brand } = context
  if (isWanted)
    await sql`update reports set wants = 'yes'
      where brand = ${brand} and account_id = ${accountId} and wants = 'asked'`.execute(trx)
  else
    await sql`update reports set wants = 'no'
      where brand = ${brand} and account_id in (${sql.join(await joinedAccounts(context, trx, accountId))})
        and wants in ('asked', 'yes') and (answer_id is null or answer_id not like 'circle:%')`.execute(trx)
}

/** Deletes reports; whoever has no other one on its issue is counted there from now on. `which`: a condition on `reports`. */
export async function letGo({ brand }: StoreContext, trx: Connection, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ issue: number; account_id: string }>`
    select distinct issue, account_id from reports where brand = ${brand} and issue is not null and ${which}`.execute(
    trx,
  )
  const deleted = await sql`delete from reports where brand = ${brand} and ${which}`.execute(trx)
  const isOfNobody = sql`not exists (select 1 from reports
    where reports.brand = issues.brand and reports.issue = issues.number)`
  for (const issue of new Set(rows.map((row) => row.issue)))
    await sql`update issues set title = ${untitled} where brand = ${brand} and number = ${issue} and named = 0
      and file_id is null and ${isOfNobody}`.execute(trx)
  await unnameWaves({ brand }, trx)
  for (const { issue, account_id } of rows)
    await sql`update issues set gone = gone + 1 where brand = ${brand} and number = ${issue}
      and not exists (select 1 from reports where reports.brand = ${brand} and reports.issue = ${issue}
        and reports.account_id = ${account_id})`.execute(trx)
  const count = Number(deleted.numAffectedRows ?? 0)
  if (count > 0) await sql`update issue_watch set changes = changes + 1 where brand = ${brand}`.execute(trx)
  return count
}

/** The words a wave was noticed by are of fans: they go with the last report of it, or of its time where it is of no issue. */
async function unnameWaves({ brand }: Pick<StoreContext, 'brand'>, trx: Connection): Promise<void> {
  await sql`update waves set topic = null where brand = ${brand} and topic is not null and not exists (select 1 from reports
    where reports.brand = waves.brand and (reports.issue = waves.issue
      or (waves.issue is null and reports.at >= waves.began_at - cast(${DAY_MS} as bigint) and reports.at <= waves.told_at)))`.execute(
    trx,
  )
}
