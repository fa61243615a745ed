/**
 * Fills an empty database with a brand's year: conversations with everything said there, fans, decisions, and cases with their
 * staff threads. In SQL alone, so that a million messages take a minute; ids are as scattered as real ones.
 */
import { type RawBuilder, sql } from 'kysely'
import { migrate } from '../../src/store/database/migrations.ts'
import { openPostgres } from '../../src/store/database/postgres-database.ts'
import { openSqlite } from '../../src/store/database/sqlite-database.ts'

export interface Size {
  readonly conversations: number
  /** Of each conversation, every second one ours. */
  readonly messages: number
  readonly open: number
  readonly closed: number
  readonly brand: string
  /** When the last message was written, epoch ms; times that are promised run from it. */
  readonly at: number
}

const SECOND = 1_000
const HOUR = 3_600 * SECOND

export async function fill(url: string, size: Size): Promise<void> {
  const isPostgres = url.startsWith('postgres')
  const db = isPostgres
    ? await openPostgres(url, Number.POSITIVE_INFINITY)
    : openSqlite(url.replace('sqlite:', ''), 5_000)
  try {
    await migrate(db, isPostgres)
    // Whoever pulls the plug here fills it anew.
    for (const pragma of ['journal_mode = off', 'synchronous = off', 'cache_size = -500000'])
      if (!isPostgres) await sql.raw(`pragma ${pragma}`).execute(db)
    for (const statement of [...talk(size, isPostgres), ...cases(size, isPostgres)]) await statement.execute(db)
    if (isPostgres) await sql`vacuum analyze`.execute(db)
  } finally {
    await db.destroy()
  }
}

/** `n`: the numbers from 1 to `count`. */
function numbers(count: number): RawBuilder<unknown> {
  return sql`n as (select 1 as i union all select i + 1 from n where i < ${sql.lit(count)})`
}

function scattered(of: string, isPostgres: boolean): RawBuilder<string> {
  return isPostgres ? sql`md5(${sql.raw(of)})` : sql`lower(hex(randomblob(16)))`
}

function talk({ conversations, messages, brand, at }: Size, isPostgres: boolean): RawBuilder<unknown>[] {
  const thread = sql`'telegram:' || (1000000 + i)`
  const inbound = sql`'{"threadId":"' || thread_id || '","id":"' || nth || '","sentAt":' || at || ',"author":{"accountId":"' ||
    account_id || '","name":"Fan","isBot":false,"lang":"en"},"surface":"direct","text":"How long do I have to send message ' ||
    nth || ' back, and who pays for the way?","isMention":false}'`
  const outbound = sql`'{"kind":"text","text":"Thirty days, whatever the reason; message ' || nth ||
    ' goes back for free.","speaker":{"kind":"bot"},"lang":"en"}'`
  const heard = sql`case when nth % 2 = 1`
  return [
    sql`with recursive ${numbers(conversations)}
      insert into conversations (id, brand, thread_id, surface, account_id, lang, state, failures, touched_at)
      select ${scattered("'c' || i", isPostgres)}, ${brand}, ${thread}, 'direct', ${thread}, 'en', '{}', 0, ${sql.lit(at)} - i * 10
      from n`,
    sql`insert into fans (id, brand, consent, lang, created_at)
      select 'fan-' || id, brand, 'unasked', 'en', ${sql.lit(at - 1000 * HOUR)} from conversations`,
    sql`insert into accounts (brand, id, fan_id, name, created_at)
      select brand, account_id, 'fan-' || id, 'Fan ' || account_id, ${sql.lit(at - 1000 * HOUR)} from conversations`,
    sql`with recursive ${numbers(messages)}
      insert into messages (conversation_id, direction, state, said, account_id, message_id, turn_id, at, done_at, attempts, body)
      select id, ${heard} then 'in' else 'out' end, ${heard} then 'read' else 'sent' end, 1, ${heard} then account_id end,
        cast(nth as text), 'turn-' || id || '-' || ((nth + 1) / 2), at, at, ${heard} then 0 else 1 end,
        ${heard} then ${inbound} else ${outbound} end
      from (select conversations.*, n.i as nth, conversations.touched_at - ${sql.lit(HOUR)} * (${sql.lit(messages)} - n.i) as at
        from n cross join conversations) as said
      order by nth, touched_at`,
    sql`insert into decisions (turn_id, conversation_id, at, kind, reason, record, only_spoke)
      select turn_id, conversation_id, at, 'reply', 'approved-answer', '{"flags":[],"alternatives":[],"rows":[' || id || ']}', 1
      from messages where direction = 'in'`,
  ]
}

/** Every case has a thread of its own, a card there and four lines; the open ones run against a time. */
function cases({ conversations, open, closed, brand, at }: Size, isPostgres: boolean): RawBuilder<unknown>[] {
  const count = open + closed
  const every = Math.max(1, Math.floor(conversations / Math.max(1, count)))
  const isOpen = sql`nth <= ${sql.lit(open)}`
  return [
    sql`create table bench_cases as
      select ${scattered("'h' || id", isPostgres)} as id, ${scattered("'s' || id", isPostgres)} as staff_id, id as conversation_id,
        account_id, touched_at, nth from (
        select conversations.*, row_number() over (order by touched_at desc) as nth from conversations
        where (${sql.lit(at)} - touched_at) / 10 % ${sql.lit(every)} = 0) as chosen where nth <= ${sql.lit(count)}`,
    sql`insert into conversations (id, brand, thread_id, surface, state, failures, touched_at)
      select staff_id, ${brand}, 'telegram:-100777:' || nth, 'group', '{}', 0, touched_at from bench_cases`,
    sql`insert into messages (conversation_id, direction, state, said, message_id, at, done_at, attempts, body)
      select staff_id, 'out', 'sent', 1, 'card', touched_at, touched_at, 1,
        '{"kind":"text","text":"A case","speaker":{"kind":"bot"}}' from bench_cases`,
    sql`insert into handoffs (id, conversation_id, fan_id, account_id, reason, team, summary, status, handler, assignee, assignee_id,
        opened_at, closed_at, first_response_at, relayed_to, staff_thread, card_row)
      select id, conversation_id, 'fan-' || conversation_id, account_id,
        case when nth % 97 = 0 then 'self-harm' when nth % 3 = 0 then 'complaint' else 'asked-for-person' end,
        case when nth % 2 = 0 then 'care' end, 'Asks for a person about an order that did not arrive.',
        case when not ${isOpen} then 'closed' when nth % 4 = 0 then 'assigned' else 'waiting' end,
        case when ${isOpen} and nth % 4 <> 0 then 'bot' else 'staff' end,
        case when nth % 4 = 0 then 'Dana' end, case when nth % 4 = 0 then 'desk:dana' end,
        touched_at - ${sql.lit(HOUR)}, case when not ${isOpen} then touched_at end,
        case when not ${isOpen} then touched_at - ${sql.lit(HOUR / 2)} end,
        (select max(messages.id) from messages where messages.conversation_id = bench_cases.conversation_id),
        'telegram:-100777:' || nth, (select min(messages.id) from messages where messages.conversation_id = staff_id)
      from bench_cases`,
    sql`insert into timers (handoff_id, kind, due_at)
      select id, case when nth % 4 = 0 then 'next-response' else 'first-response' end, ${sql.lit(at)} + nth * 60000
      from bench_cases where ${isOpen}`,
    sql`insert into case_events (handoff_id, at, who, what)
      select id, touched_at, 'bot', 'opened' from bench_cases`,
    sql`insert into messages (conversation_id, direction, state, said, message_id, at, done_at, attempts, body)
      select staff_id, 'out', 'sent', 1, 'line-' || messages.message_id, at, at, 1, messages.body
      from bench_cases join messages on messages.conversation_id = bench_cases.conversation_id and messages.direction = 'in'
      where cast(messages.message_id as bigint) > 2`,
    sql`insert into relays (handoff_id, direction, fan_row, staff_row)
      select bench_cases.id, 'in', fan.id, staff.id
      from bench_cases cross join messages as fan cross join messages as staff
      where fan.conversation_id = bench_cases.conversation_id and fan.direction = 'in' and staff.conversation_id = staff_id
        and staff.direction = 'out' and staff.message_id is not null and staff.message_id = 'line-' || fan.message_id`,
    sql`drop table bench_cases`,
  ]
}
