/** What a message answers, where the platform told no more than its id: the words are ours to know, however long ago they were said. */
import type { InboundMessage, Outgoing, RepliedTo } from '../../domain/message.ts'
import { indexable, parse } from '../database/text.ts'
import type { EventWork } from './event-work.ts'
import type { InRow } from './in-row.ts'

export async function withAnswered(work: EventWork, rows: readonly InRow[]): Promise<readonly InRow[]> {
  if (!rows.some(({ isBareReply: isBare }) => isBare)) return rows
  const told: InRow[] = []
  for (const row of rows) told.push(row.isBareReply ? await withWords(work, row) : row)
  return told
}

/** A press answers the message that has the button, which tells nobody anything. */
export function isBareReply({ replyTo, button }: InboundMessage): boolean {
  return replyTo !== undefined && button === undefined && replyTo.text === undefined && !replyTo.attachments?.length
}

async function withWords(work: EventWork, row: InRow): Promise<InRow> {
  const message = parse<InboundMessage>(row.body)
  const { replyTo } = message
  const found = replyTo && (await find(work, row, replyTo.messageId))
  if (!found) return row
  return { ...row, body: JSON.stringify({ ...message, replyTo: { ...found, ...replyTo } }) }
}

async function find(
  { trx }: EventWork,
  { conversation }: InRow,
  messageId: string,
): Promise<Partial<RepliedTo> | undefined> {
  const id = indexable(messageId)
  const row = await trx
    .selectFrom('messages')
    .select(['direction', 'body'])
    .where('conversation_id', '=', conversation)
    .where('said', '=', 1)
    .where(({ eb, or, selectFrom }) =>
      or([
        eb('message_id', '=', id),
        eb('id', 'in', selectFrom('message_parts').select('message_row').where('message_id', '=', id)),
      ]),
    )
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (row === undefined) return undefined
  return row.direction === 'in' ? wordsOfFan(parse(row.body)) : wordsOfOurs(parse(row.body))
}

function wordsOfFan({ text, author, attachments }: InboundMessage): Partial<RepliedTo> {
  return {
    accountId: author.accountId,
    ...(author.name !== '' && { authorName: author.name }),
    ...(text !== '' && { text }),
    ...(attachments && { attachments }),
  }
}

function wordsOfOurs(outgoing: Outgoing): Partial<RepliedTo> {
  if (outgoing.kind !== 'text' || outgoing.text === '') return {}
  const { speaker, text } = outgoing
  return { text, ...('name' in speaker && { authorName: speaker.name }) }
}
