/** What members say in groups, of who refused neither to be remembered nor what sets them apart. */
import { sql } from 'kysely'
import type { InboundMessage } from '../../domain/message.ts'
import type { Interests } from '../../ports/interests.ts'
import type { StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'

export function createInterests({ db, brand }: StoreContext): Interests {
  return {
    async saidIn(groups, { since, limit }) {
      if (groups !== 'all' && groups.length === 0) return []
      const which = groups === 'all' ? sql`` : sql`and thread_id in (${sql.join(groups)})`
      const { rows } = await sql<{ fan: string; body: string }>`
        select coalesce(accounts.fan_id, messages.account_id) as fan, messages.body from messages
          join conversations on conversations.id = messages.conversation_id
          left join accounts on accounts.brand = conversations.brand and accounts.id = messages.account_id
          left join fans on fans.id = accounts.fan_id
          left join standings on standings.brand = conversations.brand and standings.account_id = messages.account_id
        where conversations.brand = ${brand} and conversations.surface = 'group' ${which} and messages.direction = 'in'
          and messages.said = 1 and messages.at >= cast(${since} as bigint) and messages.account_id is not null
          and standings.off_at is null and coalesce(fans.consent, 'unasked') <> 'no'
          and not exists (select 1 from handoffs where handoffs.staff_thread = conversations.thread_id)
        order by messages.id desc limit ${limit}`.execute(db)
      return rows.flatMap(({ fan, body }) => {
        const { text, author, command, isOwn, isStaffThread, forwarded } = parse<InboundMessage>(body)
        const isTheirs = !author.isBot && !author.isBrand && !isOwn && !isStaffThread && !command && !forwarded
        return isTheirs && text !== '' ? [{ fan, text }] : []
      })
    },
  }
}
