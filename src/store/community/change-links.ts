/** What a turn changes about links, within its settle: each change only where all stands as the turn read it, else none is written. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { AccountId } from '../../domain/ids.ts'
import { joinable, type LinkChange } from '../../domain/link.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { joinedAccounts } from './joined-accounts.ts'

/** False, and nothing written, where it is out of date: a turn brings one change. */
export async function changeLink(
  context: StoreContext,
  trx: Connection,
  change: LinkChange,
  now: number,
): Promise<boolean> {
  const { brand } = context
  await context.alone(trx, `links ${brand}`)
  switch (change.kind) {
    case 'offered':
      return await offer(context, trx, change, now)
    case 'taken':
      return await hits(sql`update link_requests set state = 'taken', by_account = ${change.account},
        by_conversation = ${change.conversation}, expires_at = ${change.expiresAt}
        where id = ${change.id} and brand = ${brand} and state = 'offered' and expires_at > ${now}`)
    case 'agreed':
      return await hits(sql`update link_requests set state = 'agreed', back_hash = ${change.backHash ?? null},
        expires_at = ${change.expiresAt} where id = ${change.id} and brand = ${brand} and state = 'taken' and expires_at > ${now}`)
    case 'ended':
      return await hits(sql`update link_requests set state = ${change.as}
        where id = ${change.id} and brand = ${brand} and state in ('offered', 'taken', 'agreed')`)
    case 'joined':
      return await join(context, trx, change.id, now)
    case 'missed':
      await trx.insertInto('link_misses').values({ brand, account_id: change.account, at: now }).execute()
      return true
    case 'separated':
      return await hits(sql`update links set ended_at = ${now}, ended_by = ${change.account}
        where ended_at is null and id in (select id from links where brand = ${brand} and account_a = ${change.account}
          union select id from links where brand = ${brand} and account_b = ${change.account})`)
  }

  async function hits(statement: ReturnType<typeof sql>): Promise<boolean> {
    const { numAffectedRows } = await statement.execute(trx)
    return Number(numAffectedRows ?? 0) > 0
  }
}

/** An account has one offer at a time: an older one ends here. */
async function offer(
  { brand }: StoreContext,
  trx: Connection,
  offered: LinkChange & { readonly kind: 'offered' },
  now: number,
): Promise<boolean> {
  const { id, account, conversation, codeHash, isOpen, expiresAt } = offered
  await sql`update link_requests set state = 'refused' where brand = ${brand} and from_account = ${account}
    and state in ('offered', 'taken', 'agreed')`.execute(trx)
  const values = {
    ...{ id, brand, code_hash: codeHash, back_hash: null, from_account: account, from_conversation: conversation },
    ...{ by_account: null, by_conversation: null, is_open: isOpen ? 1 : 0, state: 'offered' as const },
    ...{ made_at: now, expires_at: expiresAt },
  }
  await trx
    .insertInto('link_requests')
    .values(values)
    .onConflict((row) => row.column('id').doNothing())
    .execute()
  return true
}

/** Looked at once more, as other requests may have joined either account meanwhile, or one of them was forgotten. */
async function join(context: StoreContext, trx: Connection, id: string, now: number): Promise<boolean> {
  const { brand } = context
  const { rows } = await sql<{ a: AccountId; b: AccountId }>`
    select first.id as a, second.id as b from link_requests as asked
      join accounts as first on first.brand = asked.brand and first.id = asked.from_account
      join accounts as second on second.brand = asked.brand and second.id = asked.by_account
    where asked.id = ${id} and asked.brand = ${brand} and asked.state = 'agreed' and asked.expires_at > ${now}`.execute(
    trx,
  )
  const [pair] = rows
  if (pair === undefined) return false
  const { a, b } = pair
  const from = await joinedAccounts(context, trx, a)
  if (joinable(from, await joinedAccounts(context, trx, b)).kind !== 'may') return false
  await trx.updateTable('link_requests').set({ state: 'joined' }).where('id', '=', id).execute()
  await trx
    .insertInto('links')
    .values({ id: randomUUID(), brand, account_a: a, account_b: b, made_at: now, ended_at: null, ended_by: null })
    .execute()
  return true
}
