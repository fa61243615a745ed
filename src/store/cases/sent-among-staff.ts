/** What somebody sent in a staff thread, as it was heard: an album with all of its parts, late ones too. */
import { sql } from 'kysely'
import type { AccountId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { SentAmongStaff } from '../../ports/case-reader.ts'
import type { StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { rowsWithId } from '../sent/message-parts.ts'

export async function sentAmongStaff(
  context: StoreContext,
  thread: ThreadId,
  messageId: string,
): Promise<SentAmongStaff | undefined> {
  const { rows } = await sql<{ account_id: AccountId; body: string }>`
    select part.account_id, part.body from messages as first
    join messages as part on part.conversation_id = first.conversation_id and part.direction = 'in'
      and (part.id = first.id or part.album = first.album)
    where first.id in ${rowsWithId(context, thread, messageId)} and first.direction = 'in' and part.account_id is not null
    order by part.id`.execute(context.db)
  const [first] = rows
  if (first === undefined) return undefined
  const attachments = rows.flatMap(({ body }) => parse<Pick<InboundMessage, 'attachments'>>(body).attachments ?? [])
  return { by: first.account_id, attachments }
}
