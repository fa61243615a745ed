/** Lines of the bot's that name a fan in a group: they are taken down with the fan. */
import { sql } from 'kysely'
import type { AccountId, ConversationId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Connection } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { silence } from '../sent/silence.ts'

/**
 * What was said to them there, to them alone or by name, and where they were named as a helper, as far as it holds their name: a namesake's lines stay.
 * `groups` have to be locked; the fan's messages and accounts still stand.
 */
export async function unname(
  trx: Connection,
  {
    brand,
    groups,
    accounts,
  }: {
    readonly brand: string
    readonly groups: readonly ConversationId[]
    readonly accounts: readonly AccountId[]
  },
  now: number,
): Promise<void> {
  if (groups.length === 0 || accounts.length === 0) return
  const ids = sql.join(accounts)
  const { rows: called } = await sql<{ name: string }>`select distinct name from accounts
    where brand = ${brand} and id in (${ids}) and name <> ''`.execute(trx)
  const names = called.map(({ name }) => name)
  for (const group of groups) {
    const { rows } = await sql<{ id: number; state: string; message_id: string | null; body: string }>`
      select id, state, message_id, body from messages where conversation_id = ${group} and direction = 'out'
        and (turn_id in (select turn_id from messages where conversation_id = ${group} and account_id in (${ids}))
          or at in (select at from first_words where brand = ${brand} and conversation_id = ${group}
            and reason = 'helper-named'))
      order by id`.execute(trx)
    const told = rows.map((row) => ({ ...row, outgoing: parse<Outgoing>(row.body) }))
    // What one of them alone was shown stands nowhere else.
    const alone = told.filter(
      ({ outgoing }) =>
        outgoing.kind === 'text' && outgoing.onlyFor !== undefined && accounts.includes(outgoing.onlyFor),
    )
    if (alone.length > 0)
      await sql`delete from messages where id in (${sql.join(alone.map(({ id }) => id))})`.execute(trx)
    const naming = told.flatMap(({ outgoing, ...row }) => {
      const isIt = outgoing.kind === 'text' && names.some((name) => outgoing.text.includes(name))
      return isIt ? [{ ...row, speaker: outgoing.speaker }] : []
    })
    await silence(trx, group, naming, now)
  }
}
