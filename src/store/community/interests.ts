/** What members say in groups, of who refused neither to be remembered nor what sets them apart, on whatever account of theirs. */
import { sql } from 'kysely'
import type { AccountId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { Interests } from '../../ports/interests.ts'
import { type StoreContext, text } from '../database/context.ts'
import { parse } from '../database/text.ts'

export function createInterests(context: StoreContext): Interests {
  const { db, brand } = context
  return {
    async saidIn(groups, { since, limit }) {
      if (groups !== 'all' && groups.length === 0) return []
      const which = groups === 'all' ? sql`` : sql`and thread_id in (${sql.join(groups)})`
      const { rows } = await sql<{ account: AccountId; body: string }>`
        select messages.account_id as account, messages.body from messages
          join conversations on conversations.id = messages.conversation_id
        where conversations.brand = ${brand} and conversations.surface = 'group' ${which} and messages.direction = 'in'
          and messages.said = 1 and messages.at >= cast(${since} as bigint) and messages.account_id is not null
          and not exists (select 1 from handoffs where handoffs.staff_thread = conversations.thread_id)
        order by messages.id desc limit ${limit}`.execute(db)
      const fans = await fansOf(
        context,
        rows.map(({ account }) => account),
      )
      const refused = await refusedBy(context, [...fans.keys()])
      const silent = new Set(refused.map((account) => fans.get(account)))
      return rows.flatMap(({ account, body }) => {
        const { text: words, author, command, isOwn, isStaffThread, forwarded } = parse<InboundMessage>(body)
        const fan = fans.get(account) ?? account
        const isTheirs = !author.isBot && !author.isBrand && !isOwn && !isStaffThread && !command && !forwarded
        return isTheirs && words !== '' && !silent.has(fan) ? [{ fan, name: author.name, text: words }] : []
      })
    },
  }
}

/** Of these accounts and all that are joined with them: the one account that stands for the fan. Read in a step for each link of a chain. */
async function fansOf(
  context: StoreContext,
  accounts: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, AccountId>> {
  const { db, brand } = context
  const leader = new Map(accounts.map((account) => [account, account]))
  const leads = (account: AccountId): AccountId => {
    const next = leader.get(account) ?? account
    return next === account ? account : leads(next)
  }
  for (let fresh = [...leader.keys()]; fresh.length > 0; ) {
    const table = sql`(select ${text('id')} from ${context.rows(fresh.map((id) => ({ id })))})`
    const { rows } = await sql<{ a: AccountId; b: AccountId }>`
      select account_a as a, account_b as b from links where brand = ${brand} and ended_at is null and account_a in ${table}
      union select account_a as a, account_b as b from links where brand = ${brand} and ended_at is null and account_b in ${table}`.execute(
      db,
    )
    fresh = [...new Set(rows.flatMap(({ a, b }) => [a, b]))].filter((account) => !leader.has(account))
    for (const account of fresh) leader.set(account, account)
    for (const { a, b } of rows) leader.set(leads(a), leads(b))
  }
  return new Map([...leader.keys()].map((account) => [account, leads(account)]))
}

async function refusedBy(context: StoreContext, accounts: readonly AccountId[]): Promise<readonly AccountId[]> {
  if (accounts.length === 0) return []
  const { db, brand } = context
  const table = sql`(select ${text('id')} from ${context.rows(accounts.map((id) => ({ id })))})`
  const { rows } = await sql<{ id: AccountId }>`
    select account_id as id from standings where brand = ${brand} and off_at is not null and account_id in ${table}
    union select accounts.id from accounts join fans on fans.id = accounts.fan_id
      where accounts.brand = ${brand} and fans.consent = 'no' and accounts.id in ${table}`.execute(db)
  return rows.map(({ id }) => id)
}
