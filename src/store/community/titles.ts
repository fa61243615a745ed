/** Titles as they are given, shown and taken back. */
import { randomUUID } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { AccountId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { HeldTitle, TitleShown, TitlesTold } from '../../domain/title.ts'
import type { Titles } from '../../ports/titles.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { storable } from '../database/text.ts'

interface TitleRow {
  id: string
  account_id: AccountId
  conversation_id: ConversationId
  thread_id: ThreadId
  title: string
  name: string
  since: number
  shown: TitleShown
  ended_at: number | null
}

export function createTitles({ db, brand }: StoreContext): Titles {
  const read = async (which: RawBuilder<unknown>): Promise<readonly HeldTitle[]> => {
    const { rows } = await sql<TitleRow>`
      select titles.id, titles.account_id, conversation_id, thread_id, title, name, since, shown, ended_at
      from titles join conversations on conversations.id = titles.conversation_id
      where titles.brand = ${brand} and ${which} order by since, titles.id`.execute(db)
    return rows.map((row) => ({
      ...{ id: row.id, accountId: row.account_id, conversation: row.conversation_id, threadId: row.thread_id },
      ...{ title: row.title, name: row.name, since: Number(row.since), shown: row.shown },
      ...(row.ended_at === null ? {} : { endedAt: Number(row.ended_at) }),
    }))
  }
  return {
    async due(now, limit) {
      const { rows } = await sql<{ account_id: AccountId }>`
        select account_id from standings where brand = ${brand} and due_at <= cast(${now} as bigint)
        order by due_at limit ${limit}`.execute(db)
      return rows.map(({ account_id }) => account_id)
    },
    async looked(account, now, again) {
      await sql`update standings set due_at = ${again ?? null}
        where brand = ${brand} and account_id = ${account} and due_at <= cast(${now} as bigint)`.execute(db)
    },
    async groupsOf(account) {
      const { rows } = await sql<{ id: ConversationId; thread_id: ThreadId }>`
        select distinct conversations.id, thread_id from messages join conversations on conversations.id = messages.conversation_id
        where messages.account_id = ${account} and messages.direction = 'in' and surface = 'group' and brand = ${brand}`.execute(
        db,
      )
      return rows.map(({ id, thread_id }) => ({ conversation: id, threadId: thread_id }))
    },
    heldBy: (accounts) =>
      accounts.length === 0
        ? Promise.resolve([])
        : read(sql`titles.account_id in (${sql.join(accounts)}) and ended_at is null`),
    async give({ accountId, conversation, title, name, since, shown }) {
      await db.transaction().execute(async (trx) => {
        await sql`update titles set ended_at = cast(${since} as bigint), told_at = cast(${since} as bigint),
            farewell_at = cast(${since} as bigint)
          where brand = ${brand} and account_id = ${accountId} and conversation_id = ${conversation} and ended_at is null`.execute(
          trx,
        )
        const values = { id: randomUUID(), brand, account_id: accountId, conversation_id: conversation, title, shown }
        const times = { since, ended_at: null, told_at: null, farewell_at: null }
        await trx
          .insertInto('titles')
          .values({ ...values, name: storable(name), ...times })
          .execute()
      })
    },
    async end(id, now, isQuiet) {
      await sql`update titles set ended_at = cast(${now} as bigint), told_at = coalesce(told_at, cast(${now} as bigint)),
          farewell_at = case when ${isQuiet ? 1 : 0} = 1 or told_at is null then cast(${now} as bigint) end
        where id = ${id} and brand = ${brand} and ended_at is null`.execute(db)
    },
    async show(id, shown) {
      await sql`update titles set shown = ${shown} where id = ${id} and brand = ${brand}`.execute(db)
    },
    toTell: (account) =>
      read(sql`titles.account_id = ${account} and ((told_at is null and ended_at is null and shown <> 'hidden')
        or (ended_at is not null and farewell_at is null))`),
  }
}

/** Within settle. */
export async function keepTitlesTold(
  { brand }: StoreContext,
  trx: Connection,
  { given, ended }: TitlesTold,
  now: number,
): Promise<void> {
  for (const id of given)
    await sql`update titles set told_at = cast(${now} as bigint) where id = ${id} and brand = ${brand}`.execute(trx)
  for (const id of ended)
    await sql`update titles set farewell_at = cast(${now} as bigint) where id = ${id} and brand = ${brand}`.execute(trx)
}
