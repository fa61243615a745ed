/** Accounts of one fan, and requests to join two, as the engine reads them. */
import { sql } from 'kysely'
import type { AccountId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { JoinedAccount, LinkParty, LinkRequest, LinkState } from '../../domain/link.ts'
import type { Lang } from '../../domain/message.ts'
import type { Links } from '../../ports/links.ts'
import type { StoreContext } from '../database/context.ts'
import { joinedAccounts } from './joined-accounts.ts'

interface RequestRow {
  id: string
  state: LinkState
  is_open: number
  expires_at: number
  back_hash: string | null
  from_account: AccountId
  from_conversation: ConversationId
  from_thread: ThreadId
  from_name: string
  from_lang: Lang | null
  by_account: AccountId | null
  by_conversation: ConversationId | null
  by_thread: ThreadId | null
  by_name: string | null
  by_lang: Lang | null
}

export function createLinks(context: StoreContext): Links {
  const { db, brand } = context
  const requests = (condition: ReturnType<typeof sql>) => sql<RequestRow>`
    select asked.id, asked.state, asked.is_open, asked.expires_at, asked.back_hash,
      asked.from_account, asked.from_conversation, home.thread_id as from_thread, first.name as from_name, home.lang as from_lang,
      asked.by_account, asked.by_conversation, away.thread_id as by_thread, second.name as by_name, away.lang as by_lang
    from link_requests as asked
      join conversations as home on home.id = asked.from_conversation
      join accounts as first on first.brand = asked.brand and first.id = asked.from_account
      left join conversations as away on away.id = asked.by_conversation
      left join accounts as second on second.brand = asked.brand and second.id = asked.by_account
    where asked.brand = ${brand} and ${condition} order by asked.expires_at desc, asked.made_at desc, asked.id`

  return {
    async joinedTo(account) {
      const [, ...others] = await joinedAccounts(context, db, account)
      if (others.length === 0) return []
      const rows = await db
        .selectFrom('accounts')
        .select(['id', 'name'])
        .where('brand', '=', brand)
        .where('id', 'in', others)
        .execute()
      return others.flatMap((id): JoinedAccount[] => {
        const row = rows.find((one) => one.id === id)
        return row ? [{ accountId: id, name: row.name }] : []
      })
    },

    async byCode(hash) {
      const { rows } = await requests(sql`asked.id in (
        select id from link_requests where brand = ${brand} and code_hash = ${hash}
        union select id from link_requests where brand = ${brand} and back_hash = ${hash})`).execute(db)
      return rows.map((row) => requestOf(row, hash))[0]
    },

    async waitingFor(account, now) {
      const { rows } = await requests(sql`asked.expires_at > ${now} and asked.id in (
        select id from link_requests where brand = ${brand} and by_account = ${account} and state = 'taken'
        union select id from link_requests
          where brand = ${brand} and from_account = ${account} and state = 'agreed' and is_open = 0)`).execute(db)
      return rows.map((row) => requestOf(row))
    },

    async requestOf(account, id) {
      const isIt = id === undefined ? sql`1 = 1` : sql`asked.id = ${id}`
      const { rows } = await requests(sql`${isIt} and asked.id in (
        select id from link_requests where brand = ${brand} and by_account = ${account}
        union select id from link_requests where brand = ${brand} and from_account = ${account})`).execute(db)
      return rows.map((row) => requestOf(row))[0]
    },

    async missesSince(account, since) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from link_misses
        where brand = ${brand} and account_id = ${account} and at >= ${since}`.execute(db)
      return Number(rows[0]?.count ?? 0)
    },
  }
}

function requestOf(row: RequestRow, hash?: string): LinkRequest {
  const from: LinkParty = {
    accountId: row.from_account,
    name: row.from_name,
    conversation: row.from_conversation,
    threadId: row.from_thread,
    ...(row.from_lang !== null && { lang: row.from_lang }),
  }
  const { by_account: account, by_conversation: conversation, by_thread: threadId, by_lang: lang } = row
  const by: LinkParty | undefined =
    account === null || conversation === null || threadId === null
      ? undefined
      : { accountId: account, name: row.by_name ?? '', conversation, threadId, ...(lang !== null && { lang }) }
  return {
    id: row.id,
    from,
    ...(by && { by }),
    isOpen: Number(row.is_open) === 1,
    state: row.state,
    expiresAt: Number(row.expires_at),
    isBack: hash !== undefined && row.back_hash === hash,
  }
}
