/** A thread of staff that is not a fan's alone, such as a staff chat without topics: which rows there are of the fan, so that all else stays. */
import { type RawBuilder, sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'

/** Of a row of `conversations`: others have a case there, or staff are told of issues there. `fans`: ids, as a list in brackets. */
export function isBesideOthers({ brand }: Pick<StoreContext, 'brand'>, fans: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`(exists (select 1 from handoffs as others join conversations as home on home.id = others.conversation_id
      where others.staff_thread = conversations.thread_id and others.fan_id not in ${fans} and home.brand = ${brand})
    or exists (select 1 from issue_watch where issue_watch.brand = ${brand} and issue_watch.thread = conversations.thread_id))`
}

interface Theirs {
  readonly id: number
  readonly conversation_id: ConversationId
  readonly message_id: string | null
}

/** Cards, lines and notes of their cases with what staff answered to one of them. `shared`: threads, `about`: accounts and cases; in brackets. */
export async function rowsBesideOthers(
  { brand }: StoreContext,
  db: Connection,
  {
    fans,
    shared,
    about,
  }: { readonly fans: RawBuilder<unknown>; readonly shared: RawBuilder<unknown>; readonly about: RawBuilder<unknown> },
): Promise<readonly { readonly id: number }[]> {
  const ofCases = sql`join handoffs on handoffs.id = handoff_id where handoffs.fan_id in ${fans}`
  const isThere = sql`conversation_id in ${shared} and exists (select 1 from conversations
    where conversations.id = messages.conversation_id and conversations.brand = ${brand})`
  const { rows } = await sql<Theirs>`with theirs as (
      select id, conversation_id, message_id from messages where ${isThere} and id in (
        select card_row from handoffs where fan_id in ${fans}
        union select staff_row from relays ${ofCases} union select note_row from relays ${ofCases}
        union select staff_row from drafts ${ofCases} union select message_row from told_of where about in ${about}))
    select id, conversation_id, message_id from theirs
    union select theirs.id, conversation_id, message_parts.message_id from theirs
      join message_parts on message_parts.message_row = theirs.id`.execute(db)
  const known = new Set(rows.map((row) => keyOf(row.conversation_id, row.message_id)))
  const { rows: answers } = await sql<{ id: number; conversation_id: ConversationId; body: string }>`
    select id, conversation_id, body from messages where ${isThere} and direction = 'in' and body like '%"replyTo":%'`.execute(
    db,
  )
  const answering = answers.filter(({ conversation_id: place, body }) => {
    const on = parse<InboundMessage>(body).replyTo?.messageId
    return on !== undefined && known.has(keyOf(place, on))
  })
  return [...new Set([...rows, ...answering].map(({ id }) => Number(id)))].map((id) => ({ id }))
}

function keyOf(conversation: ConversationId, messageId: string | null): string {
  return JSON.stringify([conversation, messageId])
}
