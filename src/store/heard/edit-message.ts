/** edited: the message reads as its author changed it, and what was thought about the old words is thought about anew. */

import { sql } from 'kysely'
import { changePart } from '../../domain/album.ts'
import { readCommand } from '../../domain/command.ts'
import type { ThreadEvent } from '../../domain/event.ts'
import type { ConversationId } from '../../domain/ids.ts'
import type { InboundMessage, Link } from '../../domain/message.ts'
import { called } from '../../domain/weight.ts'
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
  const { messageId, at } = event
  const { trx } = work
  const row = await trx
    .selectFrom('messages')
    .select(['id', 'state', 'turn_id', 'account_id', 'edited_at', 'body'])
    .where('conversation_id', '=', conversation)
    .where('direction', '=', 'in')
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('message_id', '=', indexable(messageId)),
        eb(
          'id',
          'in',
          selectFrom('message_parts').select('message_row').where('message_id', '=', indexable(messageId)),
        ),
      ]),
    )
    .executeTakeFirst()
  if (row === undefined) return false
  if (row.state === 'withdrawn' || (row.edited_at !== null && at < row.edited_at)) return true
  const message = parse<InboundMessage>(row.body)
  const now = edited(message, event)
  const body = JSON.stringify(now)
  await trx.updateTable('messages').set({ body, edited_at: at }).where('id', '=', row.id).execute()
  if (isSame(message, now)) return true
  // It shows something else now, which is kept if it is thought about anew.
  await trx.deleteFrom('evidence').where('message_row', '=', row.id).execute()
  const isRefiled = filesOf(message) !== filesOf(now)
  await sql`update relays set todo = case when todo = 'follow' then todo
      ${isRefiled ? sql`else 'refiled' end` : sql`when todo = 'refiled' then todo else 'edited' end`}
    where fan_row = ${row.id} and direction = 'in'`.execute(trx)
  await tellOfStaff(trx, row.id, isRefiled ? 'refiled' : 'retold')
  work.notices.add('inbox')
  await showAnew(trx, conversation, work.now)
  if (row.state === 'unread') {
    await mayCall(trx, conversation, row.id)
    await breakLease(work, conversation)
  }
  if (row.state !== 'read' || row.turn_id === null) return true
  if (
    message.isStaffThread &&
    (await readAnew(work, conversation, { id: row.id, message: now, textBefore: message.text }))
  )
    return true
  if (await hearAgain(work, { conversation, row: row.id, turn: row.turn_id, afterMs: at - message.sentAt })) return true
  await takeBackReply(work, { conversation, turn: row.turn_id, account: row.account_id })
  return true
}

/**
 * Staff changed words that had been read, and that said nothing to a fan: whether they are an act by now, which is not done then, is
 * read once more. False where they did say something.
 */
async function readAnew(
  { trx, now, notices }: EventWork,
  conversation: ConversationId,
  { id, message, textBefore }: { readonly id: number; readonly message: InboundMessage; readonly textBefore: string },
): Promise<boolean> {
  const said = await trx
    .selectFrom('relays')
    .select('id')
    .where('staff_row', '=', id)
    .where('direction', '=', 'out')
    .executeTakeFirst()
  if (said) return false
  const body = JSON.stringify({ ...message, isEdited: true, textBefore })
  await trx
    .updateTable('messages')
    .set({ body, state: 'unread', done_at: null, turn_id: null })
    .where('id', '=', id)
    .execute()
  await sql`update conversations set next_at = ${now}, unread_since = coalesce(unread_since, ${now}),
    weight = case when weight < ${called} then ${called} else weight end
    where id = ${conversation}`.execute(trx)
  notices.add('inbox')
  return true
}

/** The new words may be another command, or none any more. Of an album, one part is changed. */
function edited(message: InboundMessage, event: Extract<ThreadEvent, { kind: 'edited' }>): InboundMessage {
  const { command, masked: _, links: before = [], attachments: old, ...rest } = message
  const {
    text,
    captions,
    attachments = old,
  } = message.captions
    ? changePart(message, event.messageId, event)
    : { text: event.text, captions: undefined, attachments: event.attachments ?? old }
  const isWhole = captions === undefined && event.links !== undefined
  const links = isWhole ? event.links : joined(before, event.links).filter((link) => text.includes(link.text))
  const now = command !== undefined || message.surface === 'direct' ? readCommand(text) : undefined
  return {
    ...rest,
    text,
    ...(event.isMention !== undefined && { isMention: event.isMention }),
    ...(event.mentions && { mentions: event.mentions }),
    ...(captions && { captions }),
    ...(attachments && attachments.length > 0 && { attachments }),
    ...(links.length > 0 && { links }),
    ...(now && { command: now }),
    ...(event.masked && { masked: event.masked }),
  }
}

function joined(before: readonly Link[], more: readonly Link[] = []): readonly Link[] {
  return [...before, ...more.filter(({ text, url }) => !before.some((one) => one.text === text && one.url === url))]
}

/** What a reader would see is what it was; a platform's references to the same file change. */
function isSame(one: InboundMessage, other: InboundMessage): boolean {
  return seen(one) === seen(other)
}

function seen(message: InboundMessage): string {
  const { text, links = [] } = message
  return JSON.stringify([text, links.map(({ text: words, url }) => [words, url]), filesOf(message)])
}

function filesOf({ attachments = [] }: InboundMessage): string {
  return JSON.stringify(
    attachments.map(({ kind, fingerprint, ref, description }) => [kind, fingerprint ?? ref, description]),
  )
}
