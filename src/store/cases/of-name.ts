/** Conversations found by the name of the fan who wrote last, whatever its letters and their case. */
import { type RawBuilder, sql } from 'kysely'
import type { AccountId } from '../../domain/ids.ts'
import { type StoreContext, text } from '../database/context.ts'

/** Where more fans have such a name, the talks are read along their order until the page is full; else from the fans. */
const FEW = 500

/** A condition on a row of `conversations`. */
export async function isOfName(context: StoreContext, name: string): Promise<RawBuilder<unknown>> {
  const { db, brand } = context
  const { rows } = await sql<{ id: AccountId }>`
    select id from accounts where brand = ${brand} and ${holds(name)} limit ${FEW + 1}`.execute(db)
  const ofFew = sql`conversations.id in (select conversation_id from messages
    where account_id in (select ${text('id')} from ${context.rows(rows.map(({ id }) => ({ id })))}) and direction = 'in')`
  const wroteLast = sql`exists (select 1 from messages as last cross join accounts
    where last.id = (select max(newest.id) from messages as newest
        where newest.conversation_id = conversations.id and newest.direction = 'in')
      and accounts.brand = ${brand} and accounts.id = last.account_id and ${holds(name)})`
  return rows.length > FEW ? wroteLast : sql`${ofFew} and ${wroteLast}`
}

/** SQLite lowers the letters A to Z alone, so other letters are sought as they stand, small, large, and as names are written. */
function holds(name: string): RawBuilder<unknown> {
  const small = name.toLowerCase()
  const written = small.replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
  const spellings = [...new Set([name, small, name.toUpperCase(), written].map(plainLower))]
  const escaped = spellings.map((spelling) => `%${spelling.replaceAll(/[\\%_]/g, '\\$&')}%`)
  return sql`(${sql.join(
    escaped.map((pattern) => sql`lower(accounts.name) like ${pattern} escape '\\'`),
    sql` or `,
  )})`
}

function plainLower(name: string): string {
  return name.replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
}
