/** What pages show of fans, read so that one page costs as much with many fans as with few. */
import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Consent } from '../../domain/fan.ts'
import type { AccountId, ThreadId } from '../../domain/ids.ts'
import type { InboundMessage, Outgoing, Surface } from '../../domain/message.ts'
import type { FanHeld, FanLine, FanViews, GroupLine } from '../../ports/fan-views.ts'
import type { StoreContext } from '../database/context.ts'
import { int, text } from '../database/context.ts'
import { parse } from '../database/text.ts'
import { changeLink } from './change-links.ts'
import { joinedAccounts } from './joined-accounts.ts'

const STEP = 500

interface LineRow {
  id: AccountId
  name: string
  since: number
  consent: Consent | null
  imported_from: string | null
}

const lineOf = ({ id, name, since, consent, imported_from: from }: LineRow): FanLine => ({
  ...{ account: id, name, since: Number(since), consent: consent ?? 'unasked' },
  ...(from !== null && { from }),
})

export function createFanViews(context: StoreContext): FanViews {
  const { db, brand, byBytes, asTheyLie } = context
  const columns = sql`accounts.id, name, accounts.created_at as since, consent, imported_from
    from accounts left join fans on fans.id = accounts.fan_id`
  return {
    async find({ search, limit, offset }) {
      const wanted = `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`
      const isMeant =
        search === '' ? sql`1 = 1` : sql`(lower(name) like ${wanted} escape '\\' or id like ${wanted} escape '\\')`
      // All are read once: those of the page are found and, where something is searched, counted with it.
      const total = search === '' ? sql`0` : sql`count(*) over ()`
      const read = search === '' ? sql`accounts` : sql`accounts ${asTheyLie}`
      const { rows } = await sql<LineRow & { total: number }>`
        select accounts.id, name, since, consent, imported_from, total from (
          select id, name, created_at as since, fan_id, ${total} as total from ${read} where brand = ${brand} and ${isMeant}
          order by id ${byBytes} limit ${limit} offset ${offset}) as accounts
        left join fans on fans.id = accounts.fan_id order by accounts.id ${byBytes}`.execute(db)
      const [first] = rows
      if (search !== '' && first) return { fans: rows.map(lineOf), total: Number(first.total) }
      const { rows: counted } = await sql<{ count: number }>`select count(*) as count from ${read}
        where brand = ${brand} and ${isMeant}`.execute(db)
      return { fans: rows.map(lineOf), total: Number(counted[0]?.count ?? 0) }
    },

    async held(account) {
      const accounts = sql.join(await joinedAccounts(context, db, account))
      const { rows } =
        await sql<LineRow>`select ${columns} where accounts.brand = ${brand} and accounts.id in (${accounts})
        order by accounts.id ${byBytes}`.execute(db)
      if (rows.length === 0) return undefined
      const count = async (of: ReturnType<typeof sql>) => {
        const { rows: counted } = await sql<{ count: number }>`select count(*) as count from ${of}`.execute(db)
        return Number(counted[0]?.count ?? 0)
      }
      return {
        accounts: rows.map(lineOf),
        ...(await whatIsHeld(context, accounts)),
        messages: await count(sql`messages join conversations on conversations.id = messages.conversation_id
          where messages.account_id in (${accounts}) and direction = 'in' and brand = ${brand}`),
        cases: await count(
          sql`handoffs where fan_id in (select fan_id from accounts where brand = ${brand} and id in (${accounts}))`,
        ),
      }
    },

    separate: (account, now) =>
      context.transaction((trx) => changeLink(context, trx, { kind: 'separated', account }, now)),

    async groupLines({ since, limit }) {
      const { rows } = await sql<{
        conversation_id: string
        direction: string
        message_id: string | null
        at: number
        body: string
      }>`
        select conversation_id, direction, message_id, at, body from messages where said = 1 and at >= ${since}
          and conversation_id in (select id from conversations where brand = ${brand} and surface = 'group')
        order by id desc limit ${limit}`.execute(db)
      return rows.reverse().flatMap((row) => groupLine(row))
    },

    async activeIn(bounds) {
      const spans = bounds.slice(1).map((to, nth) => ({ from: bounds[nth] ?? to, to }))
      const found = spans.map(() => ({ active: 0, stayed: 0 }))
      for (let last = ''; ; ) {
        const { rows: page } = await sql<{
          id: AccountId
        }>`select id from accounts where brand = ${brand} and id ${byBytes} > ${last}
          order by id ${byBytes} limit ${STEP}`.execute(db)
        const newest = page.at(-1)
        if (newest === undefined) return found
        last = newest.id
        const { rows } = await sql<{ account_id: AccountId; nth: number }>`
          select distinct account_id, r.nth from (select ${int('nth')} as nth, ${int('from')} as since, ${int('to')} as until
            from ${context.rows(spans.map((span, nth) => ({ nth, ...span })))}) as r
            join messages on messages.at >= r.since and messages.at < r.until and direction = 'in'
          where account_id in (select ${text('id')} from ${context.rows(page)})`.execute(db)
        for (const spansOf of Map.groupBy(rows, (row) => row.account_id).values()) {
          const active = new Set(spansOf.map(({ nth }) => Number(nth)))
          for (const nth of active) {
            const one = found[nth]
            if (!one) continue
            one.active += 1
            if (active.has(nth + 1)) one.stayed += 1
          }
        }
        await setImmediate()
      }
    },
  }
}

interface FactRow {
  key: string
  value: string
  told_at: number
  thread_id: ThreadId
  surface: Surface
  everywhere_since: number | null
  body: string | null
}

async function whatIsHeld(
  { db, brand }: StoreContext,
  accounts: ReturnType<typeof sql>,
): Promise<Pick<FanHeld, 'facts' | 'links' | 'helps'>> {
  const { rows: facts } = await sql<FactRow>`
    select key, value, told_at, thread_id, surface, everywhere_since, messages.body from facts
      join conversations on conversations.id = facts.conversation_id join fans on fans.id = facts.fan_id
      left join messages on messages.id = facts.message_row
    where facts.fan_id in (select fan_id from accounts where brand = ${brand} and id in (${accounts})) order by told_at, key`.execute(
    db,
  )
  const { rows: links } = await sql<{
    account_a: AccountId
    account_b: AccountId
    made_at: number
    ended_at: number | null
  }>`
    select account_a, account_b, made_at, ended_at from links where id in (select id from links where brand = ${brand}
      and account_a in (${accounts}) union select id from links where brand = ${brand} and account_b in (${accounts}))
    order by made_at, id`.execute(db)
  const { rows: helps } = await sql<{ thread_id: ThreadId; since: number; ended_at: number | null }>`
    select thread_id, since, ended_at from helpers join conversations on conversations.id = helpers.conversation_id
    where helpers.brand = ${brand} and helpers.account_id in (${accounts}) order by since`.execute(db)
  return {
    facts: facts.map(({ key, value, told_at, thread_id: thread, surface, everywhere_since, body }) => {
      const words = body === null ? '' : parse<InboundMessage>(body).text
      const fact = { key, value, toldAt: Number(told_at), thread, surface, isEverywhere: everywhere_since !== null }
      return words === '' ? fact : { ...fact, words }
    }),
    links: links.map(({ account_a: a, account_b: b, made_at, ended_at }) => ({
      ...{ a, b, madeAt: Number(made_at) },
      ...(ended_at !== null && { endedAt: Number(ended_at) }),
    })),
    helps: helps.map(({ thread_id: thread, since, ended_at }) => ({
      ...{ thread, since: Number(since) },
      ...(ended_at !== null && { endedAt: Number(ended_at) }),
    })),
  }
}

function groupLine(row: {
  conversation_id: string
  direction: string
  message_id: string | null
  at: number
  body: string
}): GroupLine[] {
  const place = { conversation: row.conversation_id, ...(row.message_id !== null && { messageId: row.message_id }) }
  if (row.direction === 'in') {
    const { author, text: words, sentAt, replyTo, mentions = [] } = parse<InboundMessage>(row.body)
    const to = [...(replyTo?.accountId ? [replyTo.accountId] : []), ...mentions]
    const said = { ...place, at: sentAt, who: author.accountId, isStaff: author.isBrand === true, text: words, to }
    return author.isBot ? [] : [replyTo ? { ...said, replyTo: replyTo.messageId } : said]
  }
  const outgoing = parse<Outgoing>(row.body)
  if (outgoing.kind !== 'text' || outgoing.speaker.kind !== 'person') return []
  const said = { ...place, at: Number(row.at), who: outgoing.speaker.name, isStaff: true, text: outgoing.text, to: [] }
  return [outgoing.replyTo === undefined ? said : { ...said, replyTo: outgoing.replyTo }]
}
