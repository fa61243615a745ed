/** edited: the message reads as its author changed it, and what was thought about the old words is thought about anew. */
import { readCommand } from '../../domain/command.ts'
import type { ThreadEvent } from '../../domain/event.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import { showAnew } from '../cases/case-records.ts'
import { tellOfStaff } from '../cases/case-words.ts'
import { indexable, parse } from '../database/text.ts'
import type { EventWork } from './event-work.ts'
import { hearAgain, mayCall } from './hear-again.ts'
import { breakLease, takeBackReply } from './take-back.ts'

/** False when the message is unknown. An edit older than the last one, or that changes no word, changes nothing. */
export async function editMessage(
  work: EventWork,
  conversation: ConversationId,
  event: Extract<ThreadEvent, { kind: 'edited' }>,
): Promise<boolean> {
  const { messageId, text, at } = event
  const { trx } = work
  const row = await trx
    .selectFrom('messages')
    .select(['id', 'state', 'turn_id', 'account_id', 'edited_at', 'body'])
    .where('conversation_id', '=', conversation)
    .where('message_id', '=', indexable(messageId))
    .where('direction', '=', 'in')
    .executeTakeFirst()
  if (row === undefined) return false
  if (row.state === 'withdrawn' || (row.edited_at !== null && at < row.edited_at)) return true
  const message = parse<InboundMessage>(row.body)
  const body = JSON.stringify(edited(message, event))
  await trx.updateTable('messages').set({ body, edited_at: at }).where('id', '=', row.id).execute()
  if (message.text === text) return true
  await trx
    .updateTable('relays')
    .set({ todo: 'edited' })
    .where('fan_row', '=', row.id)
    .where('direction', '=', 'in')
    .execute()
  await tellOfStaff(trx, row.id, 'retold')
  work.notices.add('inbox')
  await showAnew(trx, conversation, work.now)
  if (row.state === 'unread') {
    await mayCall(trx, conversation, row.id)
    await breakLease(work, conversation)
  }
  if (row.state !== 'read' || row.turn_id === null) return true
  if (await hearAgain(work, { conversation, row: row.id, turn: row.turn_id, afterMs: at - message.sentAt })) return true
  await takeBackReply(work, { conversation, turn: row.turn_id, account: row.account_id })
  return true
}

/** The new words may be another command, or none any more. */
function edited(
  message: InboundMessage,
  { text, masked, isMention, mentions }: Extract<ThreadEvent, { kind: 'edited' }>,
): InboundMessage {
  const { command, masked: _, links = [], ...rest } = message
  const left = links.filter((link) => text.includes(link.text))
  const now = command !== undefined || message.surface === 'direct' ? readCommand(text) : undefined
  return {
    ...rest,
    text,
    ...(isMention !== undefined && { isMention }),
    ...(mentions && { mentions }),
    ...(left.length > 0 && { links: left }),
    ...(now && { command: now }),
    ...(masked && { masked }),
  }
}
