/** Lines of ours that may not be shown any more: what has not left never does, what has is deleted where it stands, and no transcript keeps it. */
import { sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot, type Speaker } from '../../domain/speaker.ts'
import type { Connection } from '../database/context.ts'
import { readParts } from './message-parts.ts'
import { writeOutbox } from './write-outbox.ts'

export interface LineToSilence {
  readonly id: number
  readonly state: string
  readonly message_id: string | null
  readonly speaker: Speaker
}

/** All of one conversation, whose row has to be locked. */
export async function silence(
  trx: Connection,
  conversation: ConversationId,
  lines: readonly LineToSilence[],
  now: number,
): Promise<void> {
  const parts = await readParts(
    trx,
    lines.map(({ id }) => Number(id)),
  )
  for (const { id, state, message_id: messageId, speaker } of lines) {
    await trx
      .updateTable('messages')
      .set({
        body: JSON.stringify({ kind: 'text', text: '', speaker }),
        said: 0,
        ...((state === 'pending' || state === 'held') && { state: 'withdrawn', done_at: now }),
      })
      .where('id', '=', id)
      .execute()
    await sql`update conversations set summary = null, summary_up_to = null
      where id = ${conversation} and summary_up_to >= ${id}`.execute(trx)
    const shown = state === 'sent' ? (parts.get(Number(id)) ?? (messageId === null ? [] : [messageId])) : []
    const gone = shown.map((one): Outgoing => ({ kind: 'deletion', messageId: one, speaker: bot }))
    await writeOutbox(trx, conversation, gone, now)
  }
}
