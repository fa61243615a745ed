/** Which files leave with an act of staff: those of its own message, and those of a message of staff that it answers. */
import { attachmentName } from '../../domain/beside.ts'
import type { Attachment, InboundMessage } from '../../domain/message.ts'
import type { CaseReader } from '../../ports/case-reader.ts'
import type { Act } from '../../ports/desk.ts'
import { isWordless } from '../threads/media.ts'

export interface SentWith {
  readonly attachments: readonly Attachment[]
  /** What is answered and is a colleague's to send. */
  readonly stays: readonly Attachment[]
}

/**
 * Who answers a message of staff with `/r` sends what is in it: a voice note, a place or a poll has no room for words. A file may have been meant
 * for colleagues, so that it is its sender's alone to send; what went to the fan goes there once. What the bot shows of a fan is none of theirs.
 */
export async function sentWith(
  { kind }: Act,
  { attachments = [], author, replyTo, threadId }: InboundMessage,
  cases: Pick<CaseReader, 'relayed' | 'sentAmongStaff'>,
): Promise<SentWith> {
  if (kind !== 'reply' || !replyTo || replyTo.isToBot) return { attachments, stays: [] }
  if ((await cases.relayed(threadId, replyTo.messageId))?.direction === 'out') return { attachments, stays: [] }
  const sent = await cases.sentAmongStaff(threadId, replyTo.messageId)
  const { by = replyTo.accountId, attachments: all = replyTo.attachments ?? [] } = sent ?? {}
  const isTheirs = (one: Attachment) => by === author.accountId || isWordless(one)
  return { attachments: [...attachments, ...all.filter(isTheirs)], stays: all.filter((one) => !isTheirs(one)) }
}

export function staysHere(files: readonly Attachment[]): string {
  const names = files.map(attachmentName).join(', ')
  return `📎 Not sent with it: ${names}. Who sent it here can send it on, by answering it with /r.`
}
