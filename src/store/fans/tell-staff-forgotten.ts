/** What staff were shown of a fan who is forgotten goes from their threads too: found before it is deleted here, taken down afterwards. */
import { type RawBuilder, sql } from 'kysely'
import type { Effects } from '../../domain/effects.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { writeOutbox } from '../sent/write-outbox.ts'
import { isBesideOthers } from './beside-others.ts'

export interface Shown {
  readonly conversation: ConversationId
  readonly messageIds: readonly string[]
  /** It is about nobody else: its title names the fan. */
  readonly isTheirs: boolean
}

/** `fans`: their ids, as a list in brackets. Of a thread of their cases alone all that we said; of one that others share the cards and the lines of theirs. */
export async function shownToStaff(
  { brand }: StoreContext,
  trx: Connection,
  fans: RawBuilder<unknown>,
): Promise<readonly Shown[]> {
  const isShared = isBesideOthers({ brand }, fans)
  const { rows } = await sql<{ conversation_id: ConversationId; message_id: string; is_shared: number }>`
    with shown as (
      select messages.id, messages.conversation_id, messages.message_id, case when ${isShared} then 1 else 0 end as is_shared from messages
      join conversations on conversations.id = messages.conversation_id and conversations.brand = ${brand}
      where messages.direction = 'out' and messages.said = 1 and messages.message_id is not null and messages.state = 'sent'
        and conversations.thread_id in (select staff_thread from handoffs where fan_id in ${fans})
        and (messages.id in (select card_row from handoffs where fan_id in ${fans})
          or messages.id in (select staff_row from relays join handoffs on handoffs.id = relays.handoff_id where fan_id in ${fans})
          or messages.id in (select note_row from relays join handoffs on handoffs.id = relays.handoff_id where fan_id in ${fans})
          or not ${isShared}))
    select conversation_id, message_id, is_shared from shown
    union
    select conversation_id, message_parts.message_id, is_shared from shown join message_parts on message_parts.message_row = shown.id`.execute(
    trx,
  )
  return [...Map.groupBy(rows, (row) => row.conversation_id)].map(([conversation, found]) => ({
    conversation,
    messageIds: found.map(({ message_id: id }) => id),
    isTheirs: found.every(({ is_shared }) => Number(is_shared) === 0),
  }))
}

/** Queued like all that leaves: what a platform refuses to delete its adapter makes empty. */
export async function tellStaffForgotten(
  trx: Connection,
  shown: readonly Shown[],
  { words, title, stays }: NonNullable<Effects['tombstone']>,
  now: number,
): Promise<void> {
  for (const { conversation, messageIds, isTheirs } of shown) {
    const gone = messageIds.map(
      (messageId): Outgoing => ({ kind: 'deletion', messageId, speaker: bot, ifItStays: stays }),
    )
    await writeOutbox(trx, conversation, [...gone, words, ...(isTheirs ? [title] : [])], now)
  }
}
