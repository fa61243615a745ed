/** Numbers of works: staff type them, so that none is ever given to another work, also once the first one is gone. */
import { sql } from 'kysely'
import type { AccountId } from '../../domain/ids.ts'
import type { Connection, StoreContext } from '../database/context.ts'

/** The next one; works have to be held alone. `wished`: the one that it has elsewhere, which it keeps where no work here ever had it. */
export async function workNumber({ brand }: StoreContext, trx: Connection, wished?: number): Promise<number> {
  const { rows } = await sql<{ last: number | null; taken: number | null }>`
    select max(number) as last, sum(case when number = cast(${wished ?? 0} as bigint) then 1 else 0 end) as taken from (
      select number from works where brand = ${brand}
      union all select number from spent_numbers where brand = ${brand} and what = 'work') as given`.execute(trx)
  const isFree = Number(rows[0]?.taken ?? 0) === 0
  return wished !== undefined && isFree ? wished : Number(rows[0]?.last ?? 0) + 1
}

/** Before the works of these accounts go. */
export async function spendNumbers(
  { brand }: StoreContext,
  trx: Connection,
  accounts: readonly AccountId[],
): Promise<void> {
  if (accounts.length === 0) return
  await sql`insert into spent_numbers (brand, what, number) select brand, 'work', number from works
    where brand = ${brand} and account_id in (${sql.join(accounts)}) on conflict do nothing`.execute(trx)
}
