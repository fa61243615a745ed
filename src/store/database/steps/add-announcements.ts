/** What other programs are told of by webhooks. `data` holds JSON text. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'
import { rowNumber } from './row-number.ts'

export async function addAnnouncements(db: Kysely<Database>, isPostgres: boolean): Promise<void> {
  await sql`create table announcements (${rowNumber(isPostgres)}, brand text not null, uid text not null, type text not null,
    subject text not null, at bigint not null, data text not null, failures bigint not null default 0,
    next_at bigint not null, held_until bigint not null default 0, aside_at bigint)`.execute(db)
  await sql`create index announcements_due on announcements (brand, subject, id) where aside_at is null`.execute(db)
}
