/** Which of the accounts that an import names are here already, and how what becomes of it is counted. */
import { sql } from 'kysely'
import type { Consent } from '../../domain/fan.ts'
import type { AccountId, FanId } from '../../domain/ids.ts'
import { type Connection, type StoreContext, text } from '../database/context.ts'

/** How many were written, were held back as erased, and stood already. */
export interface Taken {
  readonly written: number
  readonly erased: number
  readonly stands: number
}

interface KnownRow {
  id: AccountId
  fan_id: FanId
  consent: Consent | null
}

/** The accounts that are here, with their fans. */
export async function knownAmong(
  { brand, rows: table }: StoreContext,
  trx: Connection,
  accounts: readonly AccountId[],
): Promise<Map<AccountId, KnownRow>> {
  const ids = table([...new Set(accounts)].map((id) => ({ id })))
  const { rows } =
    await sql<KnownRow>`select accounts.id, fan_id, consent from accounts left join fans on fans.id = fan_id
    where accounts.brand = ${brand} and accounts.id in (select ${text('id')} from ${ids})`.execute(trx)
  return new Map(rows.map((row) => [row.id, row]))
}
