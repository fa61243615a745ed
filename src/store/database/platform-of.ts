/** The platform at the head of a thread's id, in SQL: what stands before the first colon. */
import { type RawBuilder, sql } from 'kysely'

export function platformOf(thread: RawBuilder<unknown>, isPostgres: boolean): RawBuilder<string> {
  return isPostgres ? sql`split_part(${thread}, ':', 1)` : sql`substr(${thread}, 1, instr(${thread}, ':') - 1)`
}
