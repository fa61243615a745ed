/** A community as records, page by page: fans by the first of their accounts, each with what is theirs; links last. */
import { sql } from 'kysely'
import type { Consent } from '../../domain/fan.ts'
import type { AccountId, FanId, ThreadId } from '../../domain/ids.ts'
import type { Lang, Surface } from '../../domain/message.ts'
import type {
  Portable,
  PortableAccount,
  PortableFact,
  PortableHelper,
  PortableStanding,
} from '../../domain/portable.ts'
import { type StoreContext, text } from '../database/context.ts'
import { erasures } from './erased.ts'
import { portableWorks } from './portable-works.ts'

const PAGE = 500

interface FanRow {
  fan_id: FanId
  id: AccountId
  name: string
  since: number
  consent: Consent
  created_at: number
  lang: Lang | null
  everywhere_since: number | null
  introduced_at: number | null
  imported_from: string | null
}

export async function* exportCommunity(context: StoreContext): AsyncGenerator<Portable> {
  const { db, brand, byBytes } = context
  yield* erasures(context, PAGE)
  for (let last = ''; ; ) {
    const { rows: page } = await sql<{ id: AccountId; fan_id: FanId }>`select id, fan_id from accounts
      where brand = ${brand} and id ${byBytes} > ${last} order by id ${byBytes} limit ${PAGE}`.execute(db)
    const newest = page.at(-1)
    if (newest === undefined) break
    last = newest.id
    const fans = await fansOf(context, page)
    // A fan stands where the first of their accounts does.
    const here = new Set(page.map(({ id }) => id))
    const whole = [...fans].filter(([, [first]]) => first !== undefined && here.has(first.id))
    yield* whole.flatMap(([, rows]) => fanRecord(rows))
    const firstOf = new Map(whole.flatMap(([fan, [first]]) => (first ? [[fan, first.id] as const] : [])))
    yield* await factsOf(context, firstOf)
    yield* await helpersOf(context, page)
    yield* await standingsOf(context, page)
    yield* await portableWorks(context, page)
  }
  yield* linksOf(context)
}

async function fansOf(
  { db, brand, byBytes, rows: table }: StoreContext,
  page: readonly { readonly fan_id: FanId }[],
): Promise<Map<FanId, FanRow[]>> {
  const fans = table([...new Set(page.map(({ fan_id: id }) => id))].map((id) => ({ id })))
  const { rows } = await sql<FanRow>`
    select fan_id, accounts.id, name, accounts.created_at as since, consent, fans.created_at, lang, everywhere_since, introduced_at,
      imported_from
    from (select ${text('id')} as fan from ${fans}) as page cross join accounts cross join fans
    where accounts.fan_id = page.fan and fans.id = page.fan and fans.brand = ${brand}
    order by accounts.id ${byBytes}`.execute(db)
  return Map.groupBy(rows, ({ fan_id: id }) => id)
}

function fanRecord(rows: readonly FanRow[]): Portable[] {
  const [first, ...rest] = rows
  if (first === undefined) return []
  const account = ({ id, name, since }: FanRow): PortableAccount => ({ id, name, since: Number(since) })
  return [
    {
      kind: 'fan',
      accounts: [account(first), ...rest.map(account)],
      consent: first.consent,
      since: Number(first.created_at),
      ...(first.lang !== null && { lang: first.lang }),
      ...(first.everywhere_since !== null && { everywhereSince: Number(first.everywhere_since) }),
      ...(first.introduced_at !== null && { introducedAt: Number(first.introduced_at) }),
      ...(first.imported_from !== null && { from: first.imported_from }),
    },
  ]
}

interface FactRow {
  fan_id: FanId
  thread_id: ThreadId
  surface: Surface
  key: string
  value: string
  told_at: number
  message_id: string | null
}

async function factsOf(
  { db, rows: table }: StoreContext,
  firstOf: ReadonlyMap<FanId, AccountId>,
): Promise<PortableFact[]> {
  const fans = table([...firstOf.keys()].map((id) => ({ id })))
  const { rows } = await sql<FactRow>`
    select facts.fan_id, thread_id, surface, key, value, told_at, coalesce(facts.message_id, messages.message_id) as message_id
    from facts join conversations on conversations.id = facts.conversation_id
      left join messages on messages.id = facts.message_row
    where facts.fan_id in (select ${text('id')} from ${fans}) order by facts.fan_id, thread_id, key`.execute(db)
  return rows.flatMap((row): PortableFact[] => {
    const { fan_id: fan, thread_id: thread, surface, key, value, told_at: at, message_id: message } = row
    const account = firstOf.get(fan)
    if (account === undefined) return []
    const fact = { kind: 'fact', account, thread, surface, key, value, toldAt: Number(at) } as const
    return [message === null ? fact : { ...fact, message }]
  })
}

interface HelperRow {
  account_id: AccountId
  thread_id: ThreadId
  from_hour: number
  to_hour: number
  since: number
  named_at: number | null
  ended_at: number | null
}

async function helpersOf(
  { db, brand, rows: table }: StoreContext,
  page: readonly { readonly id: AccountId }[],
): Promise<PortableHelper[]> {
  const { rows } = await sql<HelperRow>`
    select helpers.account_id, thread_id, from_hour, to_hour, since, named_at, ended_at
    from helpers join conversations on conversations.id = helpers.conversation_id
    where helpers.brand = ${brand} and helpers.account_id in (select ${text('id')} from ${table(page.map(({ id }) => ({ id })))})
    order by helpers.account_id, thread_id`.execute(db)
  return rows.map((row) => ({
    kind: 'helper',
    account: row.account_id,
    thread: row.thread_id,
    from: Number(row.from_hour),
    to: Number(row.to_hour),
    since: Number(row.since),
    ...(row.named_at !== null && { namedAt: Number(row.named_at) }),
    ...(row.ended_at !== null && { endedAt: Number(row.ended_at) }),
  }))
}

async function standingsOf(
  { db, brand, byBytes }: StoreContext,
  page: readonly { readonly id: AccountId }[],
): Promise<PortableStanding[]> {
  const rows = await db
    .selectFrom('standings')
    .select(['account_id', 'off_at', 'hidden_at', 'first_at', 'first_off_at', 'circle', 'circle_at'])
    .where('brand', '=', brand)
    .where(
      'account_id',
      'in',
      page.map(({ id }) => id),
    )
    .orderBy(sql`account_id ${byBytes}`)
    .execute()
  return rows.map((row) => ({
    ...({ kind: 'standing', account: row.account_id } as const),
    ...(row.off_at !== null && { offAt: Number(row.off_at) }),
    ...(row.hidden_at !== null && { hiddenAt: Number(row.hidden_at) }),
    ...(row.first_at !== null && { firstAt: Number(row.first_at) }),
    ...(row.first_off_at !== null && { firstOffAt: Number(row.first_off_at) }),
    ...(row.circle !== null && { circle: row.circle }),
    ...(row.circle_at !== null && { circleAt: Number(row.circle_at) }),
  }))
}

async function* linksOf({ db, brand, byBytes }: StoreContext): AsyncGenerator<Portable> {
  for (let last = ''; ; ) {
    const rows = await db
      .selectFrom('links')
      .selectAll()
      .where('brand', '=', brand)
      .where(sql<boolean>`id ${byBytes} > ${last}`)
      .orderBy(sql`id ${byBytes}`)
      .limit(PAGE)
      .execute()
    for (const { id, account_a: a, account_b: b, made_at: madeAt, ended_at: endedAt, ended_by: endedBy } of rows)
      yield {
        ...({ kind: 'link', id, a, b, madeAt: Number(madeAt) } as const),
        ...(endedAt !== null && { endedAt: Number(endedAt) }),
        ...(endedBy !== null && { endedBy }),
      }
    const next = rows.at(-1)
    if (next === undefined) return
    last = next.id
  }
}
