/** What a turn changes about works, within its settle; and that what it quotes may still be quoted. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Effects } from '../../domain/effects.ts'
import type { AccountId, ConversationId, TurnId } from '../../domain/ids.ts'
import { sameWords, type WorkChange } from '../../domain/work.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { indexable, storable } from '../database/text.ts'
import { emptyWorks } from './empty-works.ts'
import { joinedAccounts } from './joined-accounts.ts'
import { workNumber } from './work-numbers.ts'

export async function changeWork(
  context: StoreContext,
  trx: Connection,
  change: WorkChange,
  now: number,
): Promise<void> {
  const { brand } = context
  await context.alone(trx, `works ${brand}`)
  if (change.kind === 'offered') {
    await insertWork(context, trx, change, now)
    return
  }
  const accounts = sql.join(await joinedAccounts(context, trx, change.account))
  const isMeant = change.number === undefined ? sql`` : sql`and number = cast(${change.number} as integer)`
  const which = sql`account_id in (${accounts}) and state <> 'withdrawn' ${isMeant}`
  if (change.kind === 'withdrawn') await emptyWorks(context, trx, which, { withdrawnAt: now, now })
  else
    await sql`update works set ${creditedTo(storable(change.credit))} where brand = ${brand} and ${which}`.execute(trx)
}

/** Of a message that was taken back: it is shown no more, and its words go, as all of that message's do. */
export async function withdrawWorkOf(
  context: StoreContext,
  trx: Connection,
  { account, row }: { readonly account: AccountId; readonly row: number },
  now: number,
): Promise<void> {
  const which = sql`account_id = ${account} and message_row = cast(${row} as bigint)`
  await emptyWorks(context, trx, which, { withdrawnAt: now, now })
}

/** A name that staff have not seen beside an accepted work is looked at again; nobody named needs no look. */
function creditedTo(credit: string) {
  if (credit === '') return sql`credit = ''`
  return sql`credit = ${credit}, told_at = case when state = 'accepted' and credit <> ${credit} then null else told_at end,
    state = case when state = 'accepted' and credit <> ${credit} then 'offered' else state end`
}

async function insertWork(
  context: StoreContext,
  trx: Connection,
  { account, conversation, offer, withdrawHash }: Extract<WorkChange, { kind: 'offered' }>,
  now: number,
): Promise<void> {
  const { brand } = context
  const { licence, picture } = offer
  // Two questions about the same words, and a yes to each.
  const accounts = await joinedAccounts(context, trx, account)
  const held = await trx
    .selectFrom('works')
    .select('text')
    .where('brand', '=', brand)
    .where('account_id', 'in', [...accounts])
    .where('state', '<>', 'withdrawn')
    .where('text', '<>', '')
    .execute()
  if (held.some(({ text }) => sameWords(text, storable(offer.text)))) return
  const number = await workNumber(context, trx)
  await trx
    .insertInto('works')
    .values({
      ...{ id: randomUUID(), brand, number, account_id: account },
      ...{ conversation_id: conversation, message_id: indexable(offer.message), message_row: offer.row },
      ...{ text: storable(offer.text), picture: picture ? JSON.stringify(picture) : null, lang: offer.lang },
      ...{ how: offer.how, licence: storable(licence.text), licence_version: licence.version },
      ...{ licence_lang: licence.lang, scope: storable(licence.scope), until: licence.until },
      ...{ credit: storable(offer.credit), state: 'offered', offered_at: now, answers: '[]' },
      ...{ decided_by: null, decided_at: null, withdrawn_at: null, withdraw_hash: withdrawHash ?? null, told_at: null },
    })
    .execute()
}

/** Ids of works that the turn's words quote. */
export function quotedIn({ outbox }: Pick<Effects, 'outbox'>): string[] {
  return outbox.flatMap((one) => (one.kind === 'text' && one.work !== undefined ? [one.work] : []))
}

/** False, and nothing written, where one of them was withdrawn meanwhile. */
export async function keepUses(
  context: StoreContext,
  trx: Connection,
  works: readonly string[],
  { conversation, turn, now }: { readonly conversation: ConversationId; readonly turn: TurnId; readonly now: number },
): Promise<boolean> {
  const { brand } = context
  await context.alone(trx, `works ${brand}`)
  for (const id of works) {
    const { numAffectedRows } = await sql`insert into work_uses (work_id, brand, conversation_id, turn_id, at)
      select id, ${brand}, ${conversation}, ${turn}, cast(${now} as bigint) from works
      where id = ${id} and brand = ${brand} and state = 'accepted' and until > ${now}
      on conflict (work_id, turn_id) do nothing`.execute(trx)
    if (Number(numAffectedRows ?? 0) === 0) return false
  }
  return true
}

/** Before a fan who is forgotten goes: what was quoted of theirs is still to be taken down, and tells nobody whose it was. */
export async function loosenUses(
  { brand }: StoreContext,
  trx: Connection,
  accounts: readonly AccountId[],
): Promise<void> {
  if (accounts.length === 0) return
  await sql`update work_uses set work_id = '' where brand = ${brand} and work_id in
    (select id from works where brand = ${brand} and account_id in (${sql.join(accounts)}))`.execute(trx)
}
