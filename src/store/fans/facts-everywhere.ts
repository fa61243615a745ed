/** What a fan lets be used in all their private talks: of each of their accounts whose fan allows it. Groups are not among them. */
import { sql } from 'kysely'
import type { Fact } from '../../domain/fan.ts'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import { joinedAccounts } from '../community/joined-accounts.ts'
import type { StoreContext } from '../database/context.ts'

interface FactRow {
  key: string
  value: string
  told_at: number
  conversation_id: ConversationId
}

/**
 * Besides those told in this conversation, of each key the newest. Nothing in a group, and nothing where the fan of this account has not
 * allowed that things be remembered.
 */
export async function factsEverywhere(
  context: StoreContext,
  conversation: ConversationId,
  account: AccountId,
): Promise<readonly Fact[]> {
  const { brand, db } = context
  const accounts = await joinedAccounts(context, db, account)
  const { rows } = await sql<FactRow>`
    select key, value, told_at, facts.conversation_id from accounts
      join fans on fans.id = accounts.fan_id and fans.consent = 'yes' and fans.everywhere_since is not null
      join facts on facts.fan_id = fans.id and facts.conversation_id <> ${conversation}
    where accounts.brand = ${brand} and accounts.id in (${sql.join(accounts)})
      and exists (select 1 from conversations where conversations.id = ${conversation} and surface = 'direct')
    order by told_at, key`.execute(db)
  const newest = new Map(rows.map((row) => [row.key, row]))
  return [...newest.values()].map(({ key, value, told_at, conversation_id }) => ({
    ...{ key, value, scope: conversation_id, toldAt: Number(told_at) },
  }))
}
