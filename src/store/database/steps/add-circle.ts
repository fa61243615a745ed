/** What is said unasked, and the rounds in which the circle is asked. */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../schema.ts'

export async function addCircle(db: Kysely<Database>): Promise<void> {
  await sql`create table first_words (id text primary key, brand text not null, reason text not null,
    conversation_id text not null references conversations (id) on delete cascade, account_id text, at bigint not null)`.execute(
    db,
  )
  await sql`create index first_words_account on first_words (brand, account_id, at)`.execute(db)
  await sql`create index first_words_conversation on first_words (conversation_id, at)`.execute(db)
  await sql`create index first_words_at on first_words (brand, at)`.execute(db)
  await sql`create table circle_rounds (brand text not null, number integer not null, question text not null, options text,
    asked_by text not null, at bigint not null, closed_at bigint, primary key (brand, number))`.execute(db)
  await sql`create table circle_posts (brand text not null, number integer not null,
    conversation_id text not null references conversations (id) on delete cascade, message_row bigint not null,
    primary key (message_row))`.execute(db)
  await sql`create index circle_posts_conversation on circle_posts (conversation_id)`.execute(db)
  await sql`create table circle_votes (brand text not null, number integer not null, account_id text not null,
    choice integer not null, at bigint not null, primary key (brand, number, account_id))`.execute(db)
  await sql`create index circle_votes_account on circle_votes (brand, account_id)`.execute(db)
}
