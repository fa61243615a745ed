/** All accounts of the fan of an account: those that links hold together, however long the chain. */
import { sql } from 'kysely'
import type { AccountId } from '../../domain/ids.ts'
import type { Connection, StoreContext } from '../database/context.ts'

/** The account itself first, then the others by the order in which they were joined. A fan has one on each platform, so there are few. */
export async function joinedAccounts(
  { brand }: StoreContext,
  db: Connection,
  account: AccountId,
): Promise<readonly AccountId[]> {
  const found = [account]
  for (const one of found) {
    const { rows } = await sql<{ other: AccountId }>`
      select other from (
        select account_b as other, made_at, id from links where brand = ${brand} and account_a = ${one} and ended_at is null
        union all
        select account_a as other, made_at, id from links where brand = ${brand} and account_b = ${one} and ended_at is null) as held
      order by made_at, id`.execute(db)
    found.push(...rows.map(({ other }) => other).filter((other) => !found.includes(other)))
  }
  return found
}
