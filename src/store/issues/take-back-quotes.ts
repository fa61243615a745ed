/** What told staff of issues and quoted a fan who is forgotten. */
import { type RawBuilder, sql } from 'kysely'
import type { StoreContext } from '../database/context.ts'

/** Rows of messages that quote reports of these accounts, as long as the reports stand. `accounts`: a list in brackets. */
export function rowsQuoting({ brand }: StoreContext, accounts: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(select report_quotes.message_row from report_quotes join reports on reports.id = report_id
    where reports.brand = ${brand} and reports.account_id in ${accounts})`
}
