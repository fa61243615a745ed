/** Hours that are grave, until a person ends them; and what reporters are told once it is fixed. `statements`, `events` and `words` hold JSON text. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function addCrises(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  await sql`create table crises (${rowNumber(isPostgres)}, brand text not null, issue bigint, level text not null,
    began_at bigint not null, review_at bigint, review_ms bigint, statements text not null, events text not null,
    words text not null, ended_at bigint, drill bigint not null default 0)`.execute(db)
  await sql`alter table issues add column news text`.execute(db)
  await sql`create index reports_wanting on reports (brand, id) where wants = 'yes'`.execute(db)
  await sql`create index crises_open on crises (brand) where ended_at is null`.execute(db)
}
