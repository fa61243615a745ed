/** The ledger of works, as `ports/works.ts` asks for it. */
import { type RawBuilder, sql } from 'kysely'
import type { ConversationState } from '../../domain/conversation.ts'
import type { AccountId } from '../../domain/ids.ts'
import type { Work } from '../../domain/work.ts'
import type { Works } from '../../ports/works.ts'
import type { WorkMade } from '../../ports/works-made.ts'
import type { StoreContext } from '../database/context.ts'
import type { WorkTable } from '../database/tables/works.ts'
import { parse } from '../database/text.ts'
import { emptyWorks } from './empty-works.ts'
import { joinedAccounts } from './joined-accounts.ts'
import { takeDownWorks } from './take-down-works.ts'

type WorkRow = WorkTable & { uses: number; shown_name: string | null }

export function createWorks(context: StoreContext): Works {
  const { db, brand } = context
  const select = async (condition: RawBuilder<unknown>): Promise<Work[]> => {
    const { rows } =
      await sql<WorkRow>`select works.*, (select count(*) from work_uses where work_uses.work_id = works.id) as uses,
        (select name from accounts where accounts.brand = works.brand and accounts.id = works.account_id) as shown_name
      from works where brand = ${brand} and ${condition}`.execute(db)
    return rows.map(workOf)
  }
  const page = async (condition: RawBuilder<unknown>, limit: number, offset: number) => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from works
      where brand = ${brand} and ${condition}`.execute(db)
    const works = await select(sql`${condition} order by number desc limit ${limit} offset ${offset}`)
    return { works, total: Number(rows[0]?.count ?? 0) }
  }
  const isOf = async (account: AccountId) =>
    sql`account_id in (${sql.join(await joinedAccounts(context, db, account))})`
  const isNumber = (number: number) => sql`number = cast(${number} as integer)`

  return {
    async countsOf(account) {
      const { rows } = await sql<{ offered: number; accepted: number; used: number }>`
        select count(*) as offered, coalesce(sum(case when state = 'accepted' then 1 else 0 end), 0) as accepted,
          (select count(*) from work_uses where brand = ${brand} and work_id in
            (select id from works where brand = ${brand} and ${await isOf(account)})) as used
        from works where brand = ${brand} and ${await isOf(account)} and state <> 'withdrawn'`.execute(db)
      const [row] = rows
      return { offered: Number(row?.offered ?? 0), accepted: Number(row?.accepted ?? 0), used: Number(row?.used ?? 0) }
    },
    async madeBy(accounts) {
      if (accounts.length === 0) return []
      const { rows } = await sql<{ what: WorkMade['what']; at: number }>`
        select 'offered' as what, offered_at as at from works
          where brand = ${brand} and account_id in (${sql.join(accounts)}) and state <> 'withdrawn'
        union all select 'used', work_uses.at from work_uses join works on works.id = work_uses.work_id
          where works.brand = ${brand} and account_id in (${sql.join(accounts)}) and state <> 'withdrawn'`.execute(db)
      return rows.map(({ what, at }) => ({ what, at: Number(at) }))
    },
    ofFan: async (account) => await select(sql`${await isOf(account)} order by number desc`),
    async wasAsked(account) {
      const { rows } = await sql<{ state: string }>`select state from conversations where brand = ${brand}
        and surface = 'direct' and ${await isOf(account)}`.execute(db)
      return rows.some(({ state }) => parse<ConversationState>(state).askedForWork !== undefined)
    },
    async quotable(answer, { conversation, account, now }) {
      const found =
        await select(sql`state = 'accepted' and until > ${now} and text <> '' and not (${await isOf(account)})
        and answers like ${`%${JSON.stringify(answer)}%`}
        and not exists (select 1 from work_uses where work_uses.work_id = works.id and work_uses.conversation_id = ${conversation})
        order by uses, number limit 20`)
      return found.find(({ answers }) => answers.includes(answer))
    },
    get: async (number) => (await select(isNumber(number)))[0],
    list: ({ state, limit, offset = 0 }) => page(state ? sql`state = ${state}` : sql`1 = 1`, limit, offset),
    showable: ({ now, limit, offset = 0 }) => page(sql`state = 'accepted' and until > ${now}`, limit, offset),
    async decide(number, state, { who, answers, now }) {
      const { numAffectedRows } = await sql`update works set state = ${state}, decided_by = ${who}, decided_at = ${now},
        answers = ${JSON.stringify(answers)} where brand = ${brand} and ${isNumber(number)} and state <> 'withdrawn'`.execute(
        db,
      )
      return Number(numAffectedRows ?? 0) > 0 ? (await select(isNumber(number)))[0] : undefined
    },
    async withdraw(account, number, now) {
      const which = sql`${isNumber(number)} and ${await isOf(account)} and state <> 'withdrawn'`
      const emptied = await context.transaction((trx) => emptyWorks(context, trx, which, { withdrawnAt: now, now }))
      context.notify('outbox')
      return emptied > 0
    },
    async untold(limit) {
      const { rows } = await sql<{ number: number }>`select number from works
        where brand = ${brand} and state = 'offered' and told_at is null order by number limit ${limit}`.execute(db)
      return rows.map(({ number }) => Number(number))
    },
    async keepTold(numbers, at) {
      if (numbers.length === 0) return []
      const { rows } = await sql<{ number: number }>`update works set told_at = ${at ?? null}
        where brand = ${brand} and number in (${sql.join(numbers)}) and told_at is ${at === undefined ? sql`not null` : sql`null`}
        returning number`.execute(db)
      return rows.map(({ number }) => Number(number))
    },
    byWithdrawHash: async (hash) => (await select(sql`withdraw_hash = ${hash} and state <> 'withdrawn'`))[0],
    takeDown: (now) => takeDownWorks(context, now),
  }
}

function workOf(row: WorkRow): Work {
  return {
    ...{ id: row.id, number: Number(row.number), account: row.account_id, conversation: row.conversation_id },
    ...{
      shownName: row.shown_name ?? '',
      text: row.text,
      message: row.message_id,
      row: Number(row.message_row ?? 0),
      lang: row.lang,
      how: row.how,
    },
    licence: {
      ...{ text: row.licence, version: row.licence_version, lang: row.licence_lang, scope: row.scope },
      until: Number(row.until),
    },
    ...{ credit: row.credit, state: row.state, offeredAt: Number(row.offered_at), uses: Number(row.uses) },
    answers: parse<string[]>(row.answers),
    ...(row.picture !== null && { picture: parse(row.picture) }),
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.decided_at !== null && { decidedAt: Number(row.decided_at) }),
    ...(row.withdrawn_at !== null && { withdrawnAt: Number(row.withdrawn_at) }),
  }
}
