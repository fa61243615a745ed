/** The unread messages of conversations that were claimed: of a long backlog what a turn can use, the weightiest among it. */
import { sql } from 'kysely'
import type { AcceptedMessage } from '../../domain/conversation.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import { called, danger, overheard, type Weight } from '../../domain/weight.ts'
import { int, type StoreContext, statement, text } from '../database/context.ts'
import { parse } from '../database/text.ts'

/** Most messages of each weight that are handed over at once: twice what a turn takes. */
const MOST = 100
/** Callers whose other messages are looked for beyond that, and most of each. */
const MOST_CALLERS = 50
const MOST_OF_CALLER = 50

interface UnreadRow {
  readonly id: number
  readonly conversation_id: ConversationId
  readonly account_id: AccountId
  readonly weight: Weight
  readonly attempts: number
  readonly body: string
}

export interface Unread {
  readonly messages: readonly Omit<AcceptedMessage, 'threadId'>[]
  readonly hasMore: boolean
}

const columns = sql`messages.id, messages.conversation_id, messages.account_id, messages.weight, messages.attempts, messages.body`

const weights = sql`select ${sql.lit(danger)} as weight union all select ${sql.lit(called)} union all select ${sql.lit(overheard)}`

// The row at which to stop is looked up, not the rows counted: `limit` for each of several conversations is said differently in every database.
const selectUnread = statement<UnreadRow>((context) => {
  const each = sql`conversation_id = ${text('id')} and state = 'unread' and weight = weights.weight`
  return sql`
    select ${columns}
    from ${context.rows([])} cross join (${weights}) as weights
    join messages on messages.conversation_id = ${text('id')} and messages.state = 'unread' and messages.weight = weights.weight
      and messages.id < coalesce((select id from messages where ${each} order by id limit 1 offset ${sql.lit(MOST)}), 9007199254740991)
    order by messages.conversation_id, messages.id`
})

const selectOfCallers = statement<UnreadRow>((context) => {
  const each = sql`conversation_id = ${text('conversation')} and state = 'unread' and account_id = ${text('account')}`
  return sql`
    select ${columns}
    from ${context.rows([])}
    join messages on messages.conversation_id = ${text('conversation')} and messages.state = 'unread' and messages.account_id = ${text('account')}
      and messages.id < coalesce((select id from messages where ${each} order by id limit 1 offset ${sql.lit(MOST_OF_CALLER)}), 9007199254740991)
      and messages.id > ${int('after')}`
})

/** `ids`: rows with the `id` of each conversation, as JSON. */
export async function readUnread(context: StoreContext, ids: string): Promise<Map<ConversationId, Unread>> {
  const rows = await selectUnread(context, context.db, ids)
  const all = new Map<ConversationId, Unread>()
  for (const [conversation, own] of Map.groupBy(rows, (row) => row.conversation_id)) {
    const fullest = [danger, called, overheard].filter(
      (weight) => own.filter((row) => row.weight === weight).length === MOST,
    )
    const more = fullest.includes(overheard) ? await beyond(context, conversation, own) : []
    const messages = [...own, ...more].map(acceptedMessage).toSorted((a, b) => a.row - b.row)
    all.set(conversation, { messages, hasMore: fullest.length > 0 })
  }
  return all
}

/** What the members who called said beside their call, where it stands further back than was read. */
async function beyond(
  context: StoreContext,
  conversation: ConversationId,
  read: readonly UnreadRow[],
): Promise<UnreadRow[]> {
  const calls = read.filter(({ weight }) => weight > overheard)
  const accounts = [...new Set(calls.map((row) => row.account_id))].slice(0, MOST_CALLERS)
  if (accounts.length === 0) return []
  const after = Math.max(...read.filter(({ weight }) => weight === overheard).map(({ id }) => id))
  const known = new Set(read.map(({ id }) => id))
  const asked = accounts.map((account) => ({ conversation, account, after }))
  const found = await selectOfCallers(context, context.db, JSON.stringify(asked))
  return found.filter(({ id }) => !known.has(id))
}

export function acceptedMessage({
  id,
  weight,
  attempts,
  body,
}: Pick<UnreadRow, 'id' | 'weight' | 'attempts' | 'body'>): Omit<AcceptedMessage, 'threadId'> {
  return { ...parse<AcceptedMessage>(body), row: id, weight, ...(attempts > 0 && { isAskedAgain: true }) }
}
