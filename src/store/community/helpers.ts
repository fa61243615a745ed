/** Who offers to help in a group, and what was said there. */
import { sql } from 'kysely'
import { type Helper, type HelperChange, helperRestMs } from '../../domain/helper.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { InboundMessage } from '../../domain/message.ts'
import type { Helpers } from '../../ports/helpers.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { keepFirstWord } from './first-words.ts'

interface HelperRow {
  account_id: AccountId
  name: string
  from_hour: number
  to_hour: number
  named_at: number | null
}

export function createHelperStore({ db, brand }: StoreContext): Helpers {
  return {
    async offeringIn(conversation) {
      const { rows } = await sql<HelperRow>`
        select helpers.account_id, accounts.name, from_hour, to_hour, (select max(named_at) from helpers as elsewhere
          where elsewhere.brand = helpers.brand and elsewhere.account_id = helpers.account_id) as named_at
        from helpers join accounts on accounts.brand = helpers.brand and accounts.id = helpers.account_id
        where helpers.conversation_id = ${conversation} and helpers.brand = ${brand} and helpers.ended_at is null order by since`.execute(
        db,
      )
      return rows.map(
        ({ account_id: accountId, name, from_hour: from, to_hour: to, named_at: namedAt }): Helper => ({
          ...{ accountId, name, from: Number(from), to: Number(to) },
          ...(namedAt !== null && { namedAt: Number(namedAt) }),
        }),
      )
    },

    async saidIn(conversation, { before, limit }) {
      const { rows } = await sql<{ body: string }>`
        select body from messages where conversation_id = ${conversation} and id < ${before} and said = 1
          and direction = 'in' order by id desc limit ${limit}`.execute(db)
      return rows.reverse().map(({ body }) => {
        const { author, text, sentAt, replyTo, mentions = [] } = parse<InboundMessage>(body)
        const to = [...(replyTo?.accountId ? [replyTo.accountId] : []), ...mentions]
        return { accountId: author.accountId, name: author.name, at: sentAt, text, to }
      })
    },
  }
}

/** False, and nothing written, where the helper was named meanwhile, or offers no more. */
export async function changeHelper(
  context: StoreContext,
  trx: Connection,
  change: HelperChange,
  now: number,
): Promise<boolean> {
  const { brand } = context
  const { account, conversation } = change
  switch (change.kind) {
    case 'offers':
      await sql`insert into helpers (conversation_id, account_id, brand, from_hour, to_hour, since)
        values (${conversation}, ${account}, ${brand}, ${change.from}, ${change.to}, ${now})
        on conflict (conversation_id, account_id) do update set from_hour = excluded.from_hour, to_hour = excluded.to_hour,
          ended_at = null`.execute(trx)
      return true
    case 'offers-no-more':
      await endOffer(context, trx, change, now)
      return true
    case 'named': {
      // All of theirs are marked, so that two groups at once wait for each other.
      const { numAffectedRows } =
        await sql`update helpers set named_at = ${now} where brand = ${brand} and account_id = ${account}
        and (named_at is null or named_at <= ${now - helperRestMs})
        and exists (select 1 from helpers as here where here.conversation_id = ${conversation} and here.account_id = ${account}
          and here.ended_at is null)`.execute(trx)
      if (Number(numAffectedRows ?? 0) === 0) return false
      await keepFirstWord(context, trx, { reason: 'helper-named', conversation }, now)
      return true
    }
  }
}

/** In this group alone: they took it back, or left. */
export async function endOffer(
  { brand }: Pick<StoreContext, 'brand'>,
  trx: Connection,
  { account, conversation }: Pick<HelperChange, 'account' | 'conversation'>,
  now: number,
): Promise<void> {
  await sql`update helpers set ended_at = coalesce(ended_at, cast(${now} as bigint))
    where brand = ${brand} and conversation_id = ${conversation} and account_id = ${account}`.execute(trx)
}
