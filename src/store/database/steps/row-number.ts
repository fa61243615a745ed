/** A row's own number, which is also its order. */
import { type RawBuilder, sql } from 'kysely'

export function rowNumber(isPostgres: boolean): RawBuilder<unknown> {
  return isPostgres
    ? sql`id bigint generated always as identity primary key`
    : sql`id integer primary key autoincrement`
}
