/** Turns that nobody has counted yet, with what was said in them and by whom. */
import { sql } from 'kysely'
import { MINUTE_MS } from '../../domain/durations.ts'
import type { ConversationId, TurnId } from '../../domain/ids.ts'
import type { Uncounted } from '../../domain/insight.ts'
import type { InboundMessage, Surface } from '../../domain/message.ts'
import { overheard } from '../../domain/weight.ts'
import { int, type StoreContext, text } from '../database/context.ts'
import type { DecisionTable } from '../database/tables/talk.ts'
import { parse } from '../database/text.ts'
import { BEHIND } from './count-turns.ts'

/** Lines before a message, by which it is told who talked. */
const BEFORE = 10
const TALK_MS = 2 * MINUTE_MS

type Row = Pick<DecisionTable, 'turn_id' | 'conversation_id' | 'at' | 'kind' | 'reason' | 'answer_id' | 'record'> & {
  readonly surface: Surface
  readonly held: number | null
}

interface Heard {
  readonly id: number
  readonly weight: number
  readonly body: string
}

interface Spoken {
  readonly turn: TurnId
  readonly lines: number
  readonly talkers: number
}

interface Record {
  readonly rows?: readonly number[]
  readonly alternatives?: readonly { readonly answerId: string; readonly score: number }[]
}

export async function readUncounted(context: StoreContext, limit: number): Promise<Uncounted[]> {
  const { db, brand } = context
  const { rows } = await sql<Row>`
    select turn_id, conversation_id, surface, at, kind, reason, answer_id, record,
      (select 1 from drafts where drafts.turn_id = decisions.turn_id limit 1) as held
    from decisions cross join conversations
    where counted = 0 and conversations.id = decisions.conversation_id and brand = ${brand} order by at limit ${limit}`.execute(
    db,
  )
  const recorded = rows.map((row) => ({ row, record: parse<Record>(row.record) }))
  const heard = await heardIn(
    context,
    recorded.flatMap(({ record }) => record.rows ?? []),
  )
  const spoken = await spokenIn(
    context,
    recorded.flatMap(({ row, record }) =>
      row.kind === 'silent' || record.rows?.[0] === undefined
        ? []
        : [{ conversation: row.conversation_id, turn: row.turn_id, row: Math.max(...record.rows), at: Number(row.at) }],
    ),
  )
  return recorded.map(({ row, record }) => {
    const found = (record.rows ?? []).flatMap((id) => heard.get(id) ?? [])
    const [closest] = record.alternatives ?? []
    return {
      ...{ turnId: row.turn_id, conversationId: row.conversation_id, surface: row.surface, at: Number(row.at) },
      ...{ kind: row.kind, reason: row.reason, isHeld: row.held !== null },
      ...(row.answer_id === null ? {} : { answerId: row.answer_id }),
      ...(closest === undefined ? {} : { closest }),
      messages: found.map(({ id, body }) => ({ ...parse<InboundMessage>(body), row: Number(id) })),
      isOverheard: row.surface === 'group' && found.every(({ weight }) => Number(weight) === overheard),
      lines: spoken.get(row.turn_id)?.lines ?? 0,
      talkers: spoken.get(row.turn_id)?.talkers ?? 0,
    }
  })
}

async function heardIn(context: StoreContext, rows: readonly number[]): Promise<Map<number, Heard>> {
  if (rows.length === 0) return new Map()
  const ids = context.rows(rows.map((id) => ({ id })))
  const { rows: found } = await sql<Heard>`
    select id, weight, body from messages where id in (select ${int('id')} from ${ids}) and direction = 'in'`.execute(
    context.db,
  )
  return new Map(found.map((one) => [Number(one.id), one]))
}

async function spokenIn(
  context: StoreContext,
  turns: readonly { conversation: ConversationId; turn: TurnId; row: number; at: number }[],
): Promise<Map<TurnId, Spoken>> {
  if (turns.length === 0) return new Map()
  const { rows } = await sql<Spoken>`
    select turn,
      (select count(*) from (select turn_id, direction, said from messages
        where messages.conversation_id = asked.conversation and messages.id > asked.line order by messages.id limit ${BEHIND}) as after
        where after.turn_id = asked.turn and after.direction = 'out' and after.said = 1) as lines,
      (select count(distinct account_id) from (select account_id, at from messages
        where messages.conversation_id = asked.conversation and messages.id <= asked.line and direction = 'in' and said = 1
        order by messages.id desc limit ${BEFORE}) as before
        where before.at >= asked.at - ${TALK_MS}) as talkers
    from (select ${text('turn')} as turn, ${text('conversation')} as conversation, ${int('row')} as line, ${int('at')} as at
      from ${context.rows(turns)}) as asked`.execute(context.db)
  return new Map(
    rows.map(({ turn, lines, talkers }) => [turn, { turn, lines: Number(lines), talkers: Number(talkers) }]),
  )
}
