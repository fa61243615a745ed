/** Links into the circle, so that none lets in who said no since; a no to being written to first; and when staff were told of a work. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addCircleLinks(db: Kysely<Database>): Promise<void> {
  await sql`create table circle_links (id text primary key, brand text not null, account_id text, thread_id text not null,
    link text not null, made_at bigint not null, over_at bigint)`.execute(db)
  await sql`create index circle_links_account on circle_links (brand, account_id)`.execute(db)
  await sql`create index circle_links_made on circle_links (brand, made_at)`.execute(db)
  await sql`alter table works add column told_at bigint`.execute(db)
  await sql`alter table standings add column first_off_at bigint`.execute(db)
}
