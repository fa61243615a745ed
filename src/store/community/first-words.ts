/** What was said without having been spoken to, kept and counted. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { FirstReason, FirstWord } from '../../domain/first-word.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { FirstWords } from '../../ports/first-words.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'

/** Of a fan's own messages, by which their hours are known. */
const WRITTEN = 50
/** Of our messages that are read to know how much of them promotes. */
const READ = 5_000

export function createFirstWords(context: StoreContext): FirstWords {
  const { db, brand } = context
  return {
    async about(account, conversation, since) {
      const from = sql`cast(${since} as bigint)`
      const count = async (which: ReturnType<typeof sql>) => {
        const { rows } = await sql<{ count: number }>`select count(*) as count from first_words where ${which}`.execute(
          db,
        )
        return Number(rows[0]?.count ?? 0)
      }
      const here = await count(sql`conversation_id = ${conversation} and at >= ${from}`)
      if (account === undefined) return { toFan: 0, here, wroteAt: [] }
      const { rows } = await sql<{ at: number }>`select at from messages where account_id = ${account}
        and direction = 'in' order by id desc limit ${WRITTEN}`.execute(db)
      const toFan = await count(sql`brand = ${brand} and account_id = ${account} and at >= ${from}`)
      return { toFan, here, wroteAt: rows.map(({ at }) => Number(at)) }
    },
    said: (word, now) => keepFirstWord(context, db, word, now),
    async countSince(since) {
      const { rows } = await sql<{
        reason: FirstReason
        count: number
      }>`select reason, count(*) as count from first_words
        where brand = ${brand} and at >= cast(${since} as bigint) group by reason order by reason`.execute(db)
      return rows.map(({ reason, count }) => ({ reason, count: Number(count) }))
    },
    async lengthsSince(since, answers) {
      const { rows } = await sql<{ body: string; answer_id: string | null }>`
        select messages.body, decisions.answer_id from messages join conversations on conversations.id = messages.conversation_id
          left join decisions on decisions.turn_id = messages.turn_id
        where messages.direction = 'out' and messages.said = 1 and messages.at >= cast(${since} as bigint)
          and conversations.brand = ${brand} order by messages.id desc limit ${READ}`.execute(db)
      let [all, promoting] = [0, 0]
      for (const { body, answer_id: answer } of rows) {
        const outgoing = parse<Outgoing>(body)
        if (outgoing.kind !== 'text' || !('kind' in outgoing.speaker) || outgoing.speaker.kind.startsWith('person'))
          continue
        all += outgoing.text.length
        if (answer !== null && answers.has(answer)) promoting += outgoing.text.length
      }
      return { all, promoting }
    },
  }
}

/** Beside the words themselves, in their transaction. */
export async function keepFirstWord(
  { brand }: StoreContext,
  trx: Connection,
  { reason, conversation, accountId }: FirstWord,
  now: number,
): Promise<void> {
  const values = {
    id: randomUUID(),
    brand,
    reason,
    conversation_id: conversation,
    account_id: accountId ?? null,
    at: now,
  }
  await trx.insertInto('first_words').values(values).execute()
}
