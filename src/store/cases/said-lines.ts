/** What was said in the conversation of a case, as staff see it on a page: also what was deleted, what came with it, and whether it arrived. */
import { sql } from 'kysely'
import { cameBy } from '../../domain/came-by.ts'
import type { AccountId, CaseId, ConversationId } from '../../domain/ids.ts'
import type { InboundMessage, Outgoing, Surface } from '../../domain/message.ts'
import type { CaseStamp, SaidLine } from '../../ports/case-reader.ts'
import { type StoreContext, text } from '../database/context.ts'
import type { MessageState } from '../database/tables/talk.ts'
import { parse } from '../database/text.ts'
import { brandLine, fanLine } from '../fans/memory.ts'
import { readParts } from '../sent/message-parts.ts'
import { reactionsIn } from './reaction-notes.ts'

/** Of so many newest messages it is noticed that they were sent, changed or deleted. */
const STAMPED = 12

interface LineRow {
  id: number
  direction: 'in' | 'out'
  state: MessageState
  said: number
  at: number
  edited_at: number | null
  message_id: string | null
  reason: string | null
  body: string
}

/** The last `limit`, oldest first. */
export async function readSaid(context: StoreContext, id: CaseId, limit: number): Promise<SaidLine[]> {
  const { db } = context
  const home = await homeOf(context, id)
  if (home === undefined) return []
  const { rows } = await sql<LineRow>`
    select id, direction, state, said, at, edited_at, message_id, reason, body from messages
    where conversation_id = ${home.id} and (said = 1 or state = 'withdrawn' or direction = 'out')
    order by id desc limit ${limit}`.execute(db)
  const [reactions, parts] = await Promise.all([
    reactionsIn(db, home.id, home.account),
    readParts(
      db,
      rows.map((row) => Number(row.id)),
    ),
  ])
  const lost = lostFiles(rows)
  return rows.reverse().flatMap((row) => {
    const ids = parts.get(Number(row.id)) ?? (row.message_id === null ? [] : [row.message_id])
    const shown = [...new Set(ids.flatMap((one) => reactions.get(one) ?? []))]
    const missing = row.message_id === null ? undefined : lost.get(row.message_id)
    const lines = row.direction === 'in' ? [{ ...heard(row), ...(missing && { lost: missing }) }] : spoken(row)
    return shown.length === 0 ? lines : lines.map((line) => ({ ...line, reactions: shown }))
  })
}

/** By the fan's message that they came with. */
function lostFiles(rows: readonly LineRow[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    rows.flatMap((row) => {
      const told = row.direction === 'out' ? parse<Outgoing>(row.body) : undefined
      return told?.kind === 'text' && told.tellsLost && told.replyTo !== undefined
        ? [[told.replyTo, told.tellsLost] as const]
        : []
    }),
  )
}

/** The conversation of a case; in a group what its own fan shows is meant. */
async function homeOf({ db, brand }: StoreContext, id: CaseId) {
  const { rows } = await sql<{ id: ConversationId; surface: Surface; account_id: AccountId | null }>`
    select conversations.id, surface, handoffs.account_id from handoffs join conversations on conversations.id = conversation_id
    where handoffs.id = ${id} and brand = ${brand}`.execute(db)
  const [row] = rows
  return row && { id: row.id, ...(row.surface === 'group' && row.account_id !== null && { account: row.account_id }) }
}

/** The newest line of each case's conversation. */
export async function readLastLines(
  { db, rows: asTable }: StoreContext,
  ids: readonly CaseId[],
): Promise<Map<CaseId, SaidLine>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<LineRow & { handoff_id: CaseId }>`
    select handoffs.id as handoff_id, messages.id, direction, messages.state, said, at, edited_at, message_id, messages.reason, body
    from handoffs join messages on messages.id = (select max(newest.id) from messages as newest
      where newest.conversation_id = handoffs.conversation_id and newest.said = 1 and newest.state not in ('dead', 'withdrawn'))
    where handoffs.id in (select ${text('id')} from ${asTable(ids.map((id) => ({ id })))})`.execute(db)
  return new Map(
    rows.flatMap((row) => {
      const [line] = row.direction === 'in' ? [heard(row)] : spoken(row)
      return line ? [[row.handoff_id, line] as const] : []
    }),
  )
}

/**
 * Of cases that were changed since, or in whose conversation anything was said, sent, changed or taken back since: what
 * changes with anything a page shows of them.
 */
export async function readStamps({ db, brand }: StoreContext, since: number, limit: number): Promise<CaseStamp[]> {
  const { rows } = await sql<{ id: CaseId; version: number; talk: string | null; reactions: string | null }>`
    select handoffs.id, handoffs.version,
      (select max(id) || ' ' || sum(coalesce(done_at, 0) + coalesce(edited_at, 0)) from (select id, done_at, edited_at from messages
        where messages.conversation_id = handoffs.conversation_id order by id desc limit ${STAMPED}) as newest) as talk,
      (select count(*) || ' ' || coalesce(sum(at), 0) from reactions where reactions.conversation_id = handoffs.conversation_id) as reactions
    from handoffs where id in (
        select id from handoffs where of_brand = ${brand} and changed_at >= ${since}
        union select handoffs.id from conversations cross join handoffs
          where conversations.brand = ${brand} and touched_at >= ${since} and handoffs.conversation_id = conversations.id)
    order by changed_at desc limit ${limit}`.execute(db)
  return rows.map(({ id, version, talk, reactions }) => ({ id, stamp: `${version} ${talk} ${reactions}` }))
}

function heard(row: LineRow): SaidLine {
  const isDeleted = row.state === 'withdrawn'
  const line = fanLine(row)
  const told = cameBy(line.text)
  return {
    ...line,
    ...(told !== undefined && { text: '', told }),
    attachments: isDeleted ? [] : (parse<InboundMessage>(row.body).attachments ?? []),
    ...(row.edited_at !== null && !isDeleted && { editedAt: Number(row.edited_at) }),
    ...(isDeleted && { isDeleted }),
  }
}

/** Of what was taken back unsent only what staff took back is shown: nobody heard the rest. */
function spoken(row: LineRow): SaidLine[] {
  const outgoing = parse<Outgoing>(row.body)
  const [line] = brandLine(row)
  if (line === undefined || outgoing.kind !== 'text') return []
  const isOfPerson = line.speaker?.kind === 'person' || line.speaker?.kind === 'person-as-brand'
  const isDeleted = row.said === 0 || row.state === 'withdrawn'
  if (isDeleted) return isOfPerson ? [{ ...line, text: '', attachments: [], isDeleted }] : []
  const { state } = row
  return [
    {
      ...line,
      attachments: [],
      ...(outgoing.media && { media: outgoing.media }),
      ...(outgoing.moreMedia && { moreMedia: outgoing.moreMedia }),
      ...((state === 'pending' || state === 'held' || state === 'sent' || state === 'dead') && { delivery: state }),
      ...((state === 'dead' || state === 'held') && row.reason !== null && { reason: row.reason }),
      ...(row.edited_at !== null && { editedAt: Number(row.edited_at) }),
    },
  ]
}
