/** What a settle changes about a fan: consent, facts, language, a handoff. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Effects } from '../../domain/effects.ts'
import { graver, isDanger } from '../../domain/handoff.ts'
import type { AccountId, CaseId, ConversationId, FanId } from '../../domain/ids.ts'
import { announceCase } from '../announced/announce-case.ts'
import { keepEvents, keepPromise, keepTimers } from '../cases/case-records.ts'
import { tellDanger } from '../cases/change-case.ts'
import { privateCaseOf } from '../cases/in-private.ts'
import { joinedAccounts } from '../community/joined-accounts.ts'
import { type Connection, int, type StoreContext, statement, text } from '../database/context.ts'
import { indexable, storable } from '../database/text.ts'
import { setClocks, windowsOf } from '../sent/reply-windows.ts'

/** The fan of an account; both rows are made if the account was never seen or was forgotten. */
export async function fanOf(
  { brand }: StoreContext,
  trx: Connection,
  accountId: AccountId,
  now: number,
): Promise<FanId> {
  const { rows } = await sql<{ fan_id: FanId }>`
    insert into accounts (brand, id, fan_id, name, created_at) values (${brand}, ${accountId}, ${randomUUID()}, '', ${now})
    on conflict (brand, id) do update set name = accounts.name
    returning fan_id`.execute(trx)
  const id = rows[0]?.fan_id
  if (id === undefined) throw new Error(`no account ${accountId}`)
  await trx
    .insertInto('fans')
    .values({ id, brand, consent: 'unasked', lang: null, created_at: now })
    .onConflict((row) => row.column('id').doNothing())
    .execute()
  return id
}

/** A fan who says no takes back what was told before: the facts go at once. */
export async function setConsent(
  context: StoreContext,
  trx: Connection,
  { accountId, consent, isOfAll }: NonNullable<Effects['consent']>,
  now: number,
): Promise<void> {
  const accounts = isOfAll ? await joinedAccounts(context, trx, accountId) : [accountId]
  for (const account of accounts) {
    const id = await fanOf(context, trx, account, now)
    const scope = isOfAll ? { everywhere_since: null } : {}
    await trx
      .updateTable('fans')
      .set({ consent, ...scope })
      .where('id', '=', id)
      .execute()
    if (consent === 'no') await trx.deleteFrom('facts').where('fan_id', '=', id).execute()
  }
}

/** To use what was told everywhere is to let it be remembered. */
export async function setScope(
  context: StoreContext,
  trx: Connection,
  { accountId, isEverywhere }: NonNullable<Effects['scope']>,
  now: number,
): Promise<void> {
  const id = await fanOf(context, trx, accountId, now)
  const set = isEverywhere ? { everywhere_since: now, consent: 'yes' as const } : { everywhere_since: null }
  await trx.updateTable('fans').set(set).where('id', '=', id).execute()
}

/** Without the fan's consent nothing is written. */
export async function keepFacts(
  context: StoreContext,
  trx: Connection,
  { accountId, facts }: NonNullable<Effects['remember']>,
  conversation: ConversationId,
  now: number,
): Promise<void> {
  const id = await fanOf(context, trx, accountId, now)
  const fan = await trx.selectFrom('fans').select('consent').where('id', '=', id).executeTakeFirst()
  if (fan?.consent !== 'yes') return
  for (const { key, value, row: messageRow } of facts) {
    await trx
      .insertInto('facts')
      .values({
        fan_id: id,
        conversation_id: conversation,
        key: indexable(key),
        value: storable(value),
        told_at: now,
        message_row: messageRow ?? null,
      })
      .onConflict((row) =>
        row
          .columns(['fan_id', 'conversation_id', 'key'])
          .doUpdateSet({ value: storable(value), told_at: now, message_row: messageRow ?? null, message_id: null }),
      )
      .execute()
  }
}

/** Facts of a key that name what is taken back, in whatever case. */
export async function dropFacts(
  context: StoreContext,
  trx: Connection,
  { accountId, facts }: NonNullable<Effects['unremember']>,
  now: number,
): Promise<void> {
  const id = await fanOf(context, trx, accountId, now)
  const known = await trx
    .selectFrom('facts')
    .select(['conversation_id', 'key', 'value'])
    .where('fan_id', '=', id)
    .execute()
  for (const { conversation_id, key, value } of known) {
    if (!facts.some((gone) => gone.key === key && isOf(gone, value))) continue
    await trx
      .deleteFrom('facts')
      .where('fan_id', '=', id)
      .where('conversation_id', '=', conversation_id)
      .where('key', '=', key)
      .execute()
  }
}

/** Names agree by whole words ("Ann" is not Annabel, and is "Ann Miller"), things by a part ("nut", "nuts"); what names nothing is all of its key. */
function isOf({ key, value: said }: { readonly key: string; readonly value: string }, value: string): boolean {
  const [gone, kept] = [said, value].map((one) => one.toLowerCase())
  if (gone === '' || gone === undefined || kept === undefined) return true
  const [a, b] = key === 'name' ? [` ${gone} `, ` ${kept} `] : [gone, kept]
  return a.includes(b) || b.includes(a)
}

const updateLangs = statement(
  (context) => sql`
    update fans set lang = r.lang
    from (select accounts.fan_id, said.lang
      from (select ${text('brand')} as brand, ${text('account')} as account, ${text('lang')} as lang from ${context.rows([])}) as said
      join accounts on accounts.brand = said.brand and accounts.id = said.account) as r
    where fans.id = r.fan_id and coalesce(fans.lang, '') <> r.lang`,
)

export async function setLangs(
  context: StoreContext,
  trx: Connection,
  langs: readonly { readonly account: AccountId; readonly lang: string }[],
): Promise<void> {
  const { brand } = context
  const rows = langs.map(({ account, lang }) => ({ brand, account, lang }))
  await updateLangs(context, trx, JSON.stringify(rows))
}

const updateIntroduced = statement(
  (context) => sql`
    update fans set introduced_at = r.at
    from (select accounts.fan_id, told.at
      from (select ${text('brand')} as brand, ${text('account')} as account, ${int('at')} as at from ${context.rows([])}) as told
      join accounts on accounts.brand = told.brand and accounts.id = told.account) as r
    where fans.id = r.fan_id`,
)

/** `at`: when they were told that a bot speaks, epoch ms; null: it was taken back before they read it. */
export async function setIntroduced(
  context: StoreContext,
  trx: Connection,
  told: readonly { readonly account: AccountId; readonly at: number | null }[],
): Promise<void> {
  const { brand } = context
  await updateIntroduced(context, trx, JSON.stringify(told.map(({ account, at }) => ({ brand, account, at }))))
}

/** A fan has one open handoff at most in a conversation: a second request brings its draft up to date. */
export async function openCase(
  context: StoreContext,
  trx: Connection,
  { accountId, reason, team, summary, draft, timers = {}, promise, danger }: NonNullable<Effects['handoff']>,
  here: ConversationId,
  now: number,
): Promise<void> {
  const known = await fanOf(context, trx, accountId, now)
  const { conversation, fan } = (await privateCaseOf(context, trx, accountId, here)) ?? {
    conversation: here,
    fan: known,
  }
  const id = randomUUID() as string as CaseId
  const { rows: before } = await sql<Gist>`select reason, summary from handoffs where conversation_id = ${conversation}
    and fan_id = ${fan} and status <> 'closed'`.execute(trx)
  const { rows } = await sql<{ id: CaseId }>`
    insert into handoffs (id, conversation_id, fan_id, account_id, reason, team, summary, draft, status, handler, opened_at, card_at, changed_at)
    values (${id}, ${conversation}, ${fan}, ${accountId}, ${reason}, ${team ?? null}, ${storable(summary)},
      ${draft === undefined ? null : storable(draft)}, 'waiting', 'bot', ${now}, ${now}, ${now})
    on conflict (conversation_id, fan_id) where status <> 'closed' do update set
      summary = ${storable(gistOf({ reason, summary }, before[0]))},
      reason = case when handoffs.reason = 'draft' then excluded.reason else handoffs.reason end,
      team = case when handoffs.reason = 'draft' then coalesce(excluded.team, handoffs.team) else handoffs.team end,
      draft = coalesce(excluded.draft, handoffs.draft),
      version = handoffs.version + 1,
      card_at = excluded.card_at,
      changed_at = excluded.changed_at
    returning id`.execute(trx)
  const [opened] = rows
  if (opened === undefined) return
  // Where only a draft waited, a person is called for the first time.
  const isNew = opened.id === id || before[0]?.reason === 'draft'
  if (!isNew) {
    if (danger) await tellDanger(trx, opened.id, danger, now)
    return
  }
  await keepEvents(trx, opened.id, [{ who: 'bot', what: 'opened', detail: reason }], now)
  await announceCase(context, trx, opened.id, 'case.opened', now)
  await keepTimers(trx, opened.id, timers)
  const windows = await windowsOf(trx, conversation)
  if (windows.length > 0) await setClocks(trx, conversation, windows, now)
  if (promise) await keepPromise(trx, opened.id, promise, now)
}

type Gist = Pick<NonNullable<Effects['handoff']>, 'reason' | 'summary'>

/** A case keeps the words for which it was opened; graver ones come before them. */
function gistOf(told: Gist, before: Gist | undefined): string {
  if (before === undefined || before.reason === 'draft') return told.summary
  const isGraver = isDanger(told.reason) && graver(told.reason, before.reason) !== before.reason
  return isGraver ? `${told.summary}\n${before.summary}` : before.summary
}
