/** Words to staff about issues, through the outbox like all that leaves, with what they quote and the wave they tell of. */
import { sql, type Transaction } from 'kysely'
import type { ThreadId } from '../../domain/ids.ts'
import type { OpenWave, ToldStaff, WaveTold } from '../../ports/issues.ts'
import { announce } from '../announced/announce.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import type { WaveTable } from '../database/tables/issues.ts'
import { storable } from '../database/text.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { staffConversation, writeOutbox } from '../sent/write-outbox.ts'
import { isWatching } from './keep-noticed.ts'

export async function tellStaff(
  context: StoreContext,
  thread: ThreadId,
  told: readonly ToldStaff[],
  now: number,
): Promise<void> {
  await context.transaction((trx) => sayTo(context, trx, thread, told, now))
  context.notify('outbox')
}

export async function finishHearing(
  context: StoreContext,
  owner: string,
  heard: readonly number[],
  waves: readonly WaveTold[],
  now: number,
): Promise<boolean> {
  const { brand } = context
  const isDone = await context.transaction(async (trx) => {
    if (!(await isWatching(brand, trx, owner))) return false
    await trx
      .updateTable('reports')
      .set({ heard: 1 })
      .where('brand', '=', brand)
      .where('id', 'in', [...heard])
      .execute()
    for (const wave of waves) {
      await keepWave(context, trx, wave, now)
      if (wave.words) await sayTo(context, trx, wave.words.thread, [wave.words.told], now)
    }
    return true
  })
  if (waves.length > 0) context.notify('outbox')
  return isDone
}

async function sayTo(
  context: StoreContext,
  trx: Transaction<Database>,
  thread: ThreadId,
  told: readonly ToldStaff[],
  now: number,
): Promise<void> {
  await lockThreads(context, trx, [thread])
  const conversation = await staffConversation(context, trx, thread, now)
  for (const { outgoing, quotes } of told) {
    const [row] = await writeOutbox(trx, conversation, [outgoing], now)
    if (row !== undefined) await keepQuotes(trx, row, quotes)
  }
}

async function keepQuotes(trx: Connection, row: number, quotes: readonly number[]): Promise<void> {
  for (const report of quotes)
    await sql`insert into report_quotes (report_id, message_row)
      select id, cast(${row} as bigint) from reports where id = cast(${report} as bigint)
      on conflict do nothing`.execute(trx)
}

async function keepWave(context: StoreContext, trx: Connection, wave: WaveTold, now: number): Promise<void> {
  const { brand } = context
  const { id, issue = null, topic, platform = null, at, people } = wave
  if (id === undefined)
    await trx
      .insertInto('waves')
      .values({
        ...{ brand, issue, platform, began_at: at, told: people, told_at: now, people },
        topic: topic === undefined ? null : storable(topic),
      })
      .execute()
  else
    await trx
      .updateTable('waves')
      .set({
        ...{ told: people, told_at: now, people },
        // What it is about shows later than that there is something.
        ...(issue === null ? {} : { issue }),
        ...(topic === undefined ? {} : { topic: storable(topic) }),
      })
      .where('id', '=', id)
      .execute()
  const data = {
    issue,
    topic: await namedTopic(context, trx, issue),
    platform,
    people,
    beganAt: new Date(at).toISOString(),
  }
  await announce(context, trx, issue === null ? 'brand' : `issue ${issue}`, {
    ...{ type: id === undefined ? 'wave.began' : 'wave.grew', at: now, data },
  })
}

/** What it was noticed by are words of fans: what staff called it is told instead, once they did. */
async function namedTopic({ brand }: StoreContext, trx: Connection, issue: number | null): Promise<string | null> {
  if (issue === null) return null
  const { rows } = await sql<{ title: string }>`select title from issues
    where brand = ${brand} and number = cast(${issue} as bigint) and named = 1`.execute(trx)
  return rows[0]?.title ?? null
}

export async function readWaves(
  { brand, db }: StoreContext,
  since: number,
): Promise<(OpenWave & { readonly toldAt: number; readonly people: number })[]> {
  const { rows } = await sql<Omit<WaveTable, 'id'> & { id: number }>`
    select * from waves where brand = ${brand} and told_at >= cast(${since} as bigint) order by id`.execute(db)
  return rows.map((row) => ({
    id: Number(row.id),
    beganAt: Number(row.began_at),
    told: Number(row.told),
    toldAt: Number(row.told_at),
    people: Number(row.people),
    ...(row.issue === null ? {} : { issue: Number(row.issue) }),
    ...(row.topic === null ? {} : { topic: row.topic }),
    ...(row.platform === null ? {} : { platform: row.platform }),
  }))
}

/** The thread of issues, unless the last that was said there could never be delivered. */
export async function readThread({ brand, db }: StoreContext): Promise<ThreadId | undefined> {
  const { rows } = await sql<{ thread: ThreadId | null; state: string | null }>`
    select thread, (select messages.state from messages where messages.conversation_id = conversations.id
      and direction = 'out' order by messages.id desc limit 1) as state
    from issue_watch left join conversations on conversations.brand = issue_watch.brand and conversations.thread_id = thread
    where issue_watch.brand = ${brand}`.execute(db)
  const [row] = rows
  return row === undefined || row.thread === null || row.state === 'dead' ? undefined : row.thread
}
