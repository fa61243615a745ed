/** A private talk as its fan may see it: what they said, and what reached them. */
import { sql } from 'kysely'
import type { ThreadId } from '../../domain/ids.ts'
import { type InboundMessage, mediaOf, type Outgoing } from '../../domain/message.ts'
import type { TalkLine } from '../../ports/adapter.ts'
import type { StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'

interface TalkRow {
  id: number
  direction: 'in' | 'out'
  at: number
  message_id: string | null
  edited_at: number | null
  body: string
}

/** The last `limit`, oldest first. */
export async function readTalk({ db, brand }: StoreContext, thread: ThreadId, limit: number): Promise<TalkLine[]> {
  const { rows } = await sql<TalkRow>`
    select messages.id, direction, messages.at, message_id, edited_at, body
    from messages join conversations on conversations.id = conversation_id
    where brand = ${brand} and thread_id = ${thread} and surface = 'direct'
      and ((direction = 'in' and said = 1 and messages.state <> 'withdrawn') or (direction = 'out' and messages.state = 'sent'))
    order by messages.id desc limit ${limit}`.execute(db)
  const reactions = new Map(
    rows.flatMap(({ direction, body }) => {
      const outgoing = direction === 'out' ? parse<Outgoing>(body) : undefined
      return outgoing?.kind === 'reaction' ? [[outgoing.messageId, outgoing.emoji] as const] : []
    }),
  )
  return rows.toReversed().flatMap((row) => (row.direction === 'in' ? heard(row, reactions) : said(row)))
}

function heard({ id, at, message_id, edited_at, body }: TalkRow, reactions: ReadonlyMap<string, string>): TalkLine[] {
  const { text, attachments = [], author } = parse<InboundMessage>(body)
  if (author.isBrand) return []
  const reaction = message_id === null ? undefined : reactions.get(message_id)
  return [
    {
      ...{ row: Number(id), at: Number(at), from: 'fan', text },
      ...(message_id !== null && { id: message_id }),
      ...(attachments.length > 0 && { attachments }),
      ...(edited_at !== null && { isEdited: true as const }),
      ...(reaction !== undefined && { reaction }),
    },
  ]
}

function said({ id, at, message_id, edited_at, body }: TalkRow): TalkLine[] {
  const outgoing = parse<Outgoing>(body)
  if (outgoing.kind !== 'text') return []
  const media = mediaOf(outgoing)
  if (outgoing.text === '' && media.length === 0) return []
  const { speaker } = outgoing
  return [
    {
      ...{ row: Number(id), at: Number(at), from: 'brand', text: outgoing.text },
      ...(message_id !== null && { id: message_id }),
      ...(speaker.kind === 'person' && { personName: speaker.name }),
      ...(outgoing.isLiteral && { isLiteral: true as const }),
      ...(outgoing.isCard && { isCard: true as const }),
      ...(outgoing.buttons && { buttons: outgoing.buttons }),
      ...(media.length > 0 && { media }),
      ...(edited_at !== null && { isEdited: true as const }),
    },
  ]
}
