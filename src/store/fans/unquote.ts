/** Words of a fan that stand in what other members of a group said: they go with the fan, here and from what staff were shown. */
import { sql } from 'kysely'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { InboundMessage, Outgoing } from '../../domain/message.ts'
import { showAnew } from '../cases/case-records.ts'
import type { Connection } from '../database/context.ts'
import { parse } from '../database/text.ts'

interface Quoting {
  readonly id: number
  readonly body: string
}

/** Of `groups`, where they spoke. Whatever staff see of these talks is shown anew, so that no card keeps a line of theirs. */
export async function unquote(
  trx: Connection,
  { groups, accounts }: { readonly groups: readonly ConversationId[]; readonly accounts: ReadonlySet<AccountId> },
  now: number,
): Promise<void> {
  for (const group of groups) {
    for (const account of accounts) {
      const { rows } = await sql<Quoting>`
        select id, body from messages where conversation_id = ${group} and direction = 'in' and account_id <> ${account}
          and body like ${`%"replyTo":%`} and body like ${`%${JSON.stringify(account)}%`}`.execute(trx)
      for (const row of rows) await withoutQuote(trx, row, accounts)
    }
    await showAnew(trx, group, now)
  }
}

/** That something was answered stays, and nothing of whose words it was. */
async function withoutQuote(trx: Connection, { id, body }: Quoting, accounts: ReadonlySet<AccountId>): Promise<void> {
  const message = parse<InboundMessage>(body)
  const { replyTo } = message
  if (replyTo?.accountId === undefined || !accounts.has(replyTo.accountId)) return
  const bare = { messageId: replyTo.messageId, isToBot: replyTo.isToBot }
  await write(trx, id, { ...message, replyTo: bare })
  const { rows } = await sql<{ id: number; body: string }>`
    select messages.id, body from relays join messages on messages.id = relays.staff_row
    where relays.fan_row = ${id} and relays.direction = 'in'`.execute(trx)
  for (const shown of rows) {
    const outgoing = parse<Outgoing>(shown.body)
    if (outgoing.kind === 'text') await write(trx, shown.id, { ...outgoing, text: '' })
  }
  await sql`update relays set todo = case when todo in ('edited', 'deleted', 'refiled') then todo else 'unquoted' end
    where fan_row = ${id} and direction = 'in'`.execute(trx)
}

async function write(trx: Connection, id: number, body: object): Promise<void> {
  await trx
    .updateTable('messages')
    .set({ body: JSON.stringify(body) })
    .where('id', '=', id)
    .execute()
}
