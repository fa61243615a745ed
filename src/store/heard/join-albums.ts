/** Parts of albums, as they are accepted: they join the message that the first of them became, or say that they came too late. */
import { joinAlbum } from '../../domain/album.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { MessageTable } from '../database/tables/talk.ts'
import { parse } from '../database/text.ts'
import { keepParts, readParts } from '../sent/message-parts.ts'
import type { EventWork } from './event-work.ts'
import type { InRow } from './in-row.ts'
import { breakLease, takeBackReply, takeBackSilence } from './take-back.ts'

/** `rows`: what is to be inserted. `joined`: what is in a row that was there before. Duplicates are in neither, or in `rows` to end there. */
export async function joinAlbums(
  work: EventWork,
  rows: readonly InRow[],
): Promise<{ readonly rows: readonly InRow[]; readonly joined: readonly InRow[] }> {
  if (rows.every(({ album }) => album === undefined)) return { rows, joined: [] }
  const albums = Map.groupBy(rows, ({ conversation, album, message }) =>
    album === undefined ? `message ${conversation} ${message}` : `album ${conversation} ${album}`,
  )
  const inserted: InRow[] = []
  const joined: InRow[] = []
  for (const parts of albums.values()) {
    const [first] = parts
    if (first?.album === undefined) inserted.push(...parts)
    else {
      const done = await joinOne(work, parts)
      inserted.push(...done.rows)
      joined.push(...done.joined)
    }
  }
  return { rows: inserted, joined }
}

type Found = Pick<MessageTable, 'state' | 'turn_id' | 'account_id' | 'message_id' | 'body'> & { readonly id: number }

async function joinOne(work: EventWork, parts: readonly InRow[]): Promise<{ rows: InRow[]; joined: readonly InRow[] }> {
  const [one] = parts
  if (one === undefined) return { rows: [], joined: [] }
  const first = await findFirst(work, one)
  const known = first ? await idsOf(work, first) : new Set<string>()
  const fresh = parts.filter(
    ({ message }, nth) => !known.has(message) && parts.findIndex((other) => other.message === message) === nth,
  )
  const [begin, ...more] = fresh
  if (begin === undefined) return { rows: [], joined: [] }
  if (first === undefined) {
    if (more.length === 0) return { rows: [begin], joined: [] }
    const body = JSON.stringify(joinAlbum(messageIn(begin), more.map(messageIn)))
    return { rows: [{ ...begin, body, parts: fresh.map(({ message }) => message) }], joined: [] }
  }
  if (!(await isOpen(work, first, begin))) return { rows: fresh.map((row) => late(row, first)), joined: [] }
  const whole = joinAlbum(parse<InboundMessage>(first.body), fresh.map(messageIn))
  await work.trx
    .updateTable('messages')
    .set({ body: JSON.stringify(whole) })
    .where('id', '=', first.id)
    .execute()
  await keepParts(work.trx, first.id, [whole.id, ...(whole.parts ?? [])])
  await breakLease(work, begin.conversation)
  return { rows: [], joined: fresh }
}

async function findFirst({ trx }: EventWork, { conversation, album = '' }: InRow): Promise<Found | undefined> {
  const row = await trx
    .selectFrom('messages')
    .select(['id', 'state', 'turn_id', 'account_id', 'message_id', 'body'])
    .where('conversation_id', '=', conversation)
    .where('album', '=', album)
    .where('direction', '=', 'in')
    .orderBy('id')
    .executeTakeFirst()
  return row && { ...row, id: Number(row.id) }
}

async function idsOf({ trx }: EventWork, { id, message_id }: Found): Promise<Set<string>> {
  return new Set([message_id ?? '', ...((await readParts(trx, [id])).get(id) ?? [])])
}

/** Nobody has answered it, or the answer can still be taken back; and staff have not been shown it. */
async function isOpen(work: EventWork, first: Found, { conversation }: InRow): Promise<boolean> {
  const shown = await work.trx.selectFrom('relays').select('id').where('fan_row', '=', first.id).executeTakeFirst()
  if (shown) return false
  if (first.state === 'read' && first.turn_id !== null) {
    const turn = { conversation, turn: first.turn_id, account: first.account_id }
    await takeBackReply(work, turn)
    await takeBackSilence(work, turn)
  }
  const now = await work.trx.selectFrom('messages').select('state').where('id', '=', first.id).executeTakeFirst()
  return now?.state === 'unread'
}

function late(row: InRow, first: Found): InRow {
  const { id } = parse<InboundMessage>(first.body)
  return { ...row, body: JSON.stringify({ ...messageIn(row), lateFor: id }) }
}

function messageIn({ body }: InRow): InboundMessage {
  return parse<InboundMessage>(body)
}
