/** What was heard and said in one turn of a case's conversation, found by any row of it. */
import { sql } from 'kysely'
import type { DecisionKind, ReasonCode } from '../../domain/decision.ts'
import type { CaseId, ThreadId, TurnId } from '../../domain/ids.ts'
import type { InboundMessage, Outgoing, Surface } from '../../domain/message.ts'
import type { Exchange } from '../../ports/case-reader.ts'
import type { StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { rowsWithId } from '../sent/message-parts.ts'

interface Row {
  direction: 'in' | 'out'
  said: number
  body: string
  surface: Surface
  kind: DecisionKind | null
  reason: ReasonCode | null
  answer_id: string | null
}

/** Of a draft that was never sent, its words count as said. */
export async function readExchange(context: StoreContext, id: CaseId, row: number): Promise<Exchange | undefined> {
  const { db, brand } = context
  const { rows } = await sql<Row>`
    select messages.direction, messages.said, messages.body, conversations.surface,
      decisions.kind, decisions.reason, decisions.answer_id
    from (select turn_id, conversation_id from messages where id = ${row}) as meant
    join messages on messages.turn_id = meant.turn_id and messages.conversation_id = meant.conversation_id
    join conversations on conversations.id = messages.conversation_id and conversations.brand = ${brand}
    join handoffs on handoffs.conversation_id = conversations.id and handoffs.id = ${id}
    left join decisions on decisions.turn_id = meant.turn_id
    order by messages.id`.execute(db)
  const heard = rows.flatMap(({ direction, said, body }) => {
    if (direction !== 'in' || said === 0) return []
    const { text, author, isMention } = parse<InboundMessage>(body)
    return [{ text, name: author.name, isMention }]
  })
  const [first] = rows
  if (first === undefined || heard.length === 0) return undefined
  const spoken = rows.flatMap(({ direction, body }) => (direction === 'out' ? wordsOf(parse<Outgoing>(body)) : []))
  return {
    heard,
    said: spoken.length > 0 ? spoken : await drafted(context, row),
    surface: first.surface,
    reason: first.reason ?? 'model-reply',
    ...(first.answer_id !== null && { answerId: first.answer_id }),
  }
}

/** The bot's own; what a person said in its place was not wrong. */
function wordsOf(outgoing: Outgoing): string[] {
  if (outgoing.kind !== 'text' || !['bot', 'approved'].includes(outgoing.speaker.kind)) return []
  return [outgoing.text]
}

async function drafted({ db }: StoreContext, row: number): Promise<string[]> {
  const { rows } = await sql<{ record: string }>`select record from drafts
    where turn_id = (select turn_id from messages where id = ${row}) order by made_at desc limit 1`.execute(db)
  return rows.flatMap(({ record }) => parse<{ outgoing: readonly Outgoing[] }>(record).outgoing.flatMap(wordsOf))
}

/** The row of the fan's conversation that a message of a staff thread shows. */
export async function shownRow(
  context: StoreContext,
  thread: ThreadId,
  messageId: string,
): Promise<number | undefined> {
  const { rows } = await sql<{ body: string; fan_row: number | null }>`
    select body, (select fan_row from relays where staff_row = messages.id and direction = 'out' limit 1) as fan_row
    from messages where id in ${rowsWithId(context, thread, messageId)} and direction = 'out' limit 1`.execute(
    context.db,
  )
  const [found] = rows
  if (found === undefined) return undefined
  if (found.fan_row !== null) return Number(found.fan_row)
  const outgoing = parse<Outgoing>(found.body)
  return outgoing.kind === 'text' ? outgoing.showsRow : undefined
}

export async function lastHeard({ db }: StoreContext, turn: TurnId): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`
    select max(id) as id from messages where turn_id = ${turn} and direction = 'in'`.execute(db)
  const id = rows[0]?.id
  return id === null || id === undefined ? undefined : Number(id)
}
