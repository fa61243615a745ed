/** Imported facts and offers to help: of accounts that are here, in the talk each belongs to. */
import { sql } from 'kysely'
import type { AccountId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { Surface } from '../../domain/message.ts'
import type { PortableFact, PortableHelper, PortableStanding } from '../../domain/portable.ts'
import { type Connection, int, type StoreContext, text } from '../database/context.ts'
import { orderedIds } from '../database/ordered-id.ts'
import { indexable, storable } from '../database/text.ts'
import type { IsErased } from './erased.ts'
import { knownAmong, type Taken } from './known-accounts.ts'

/** Without a yes of the fan nothing is written; of two that contradict each other, the one told later stands. */
export async function importFacts(
  context: StoreContext,
  trx: Connection,
  facts: readonly PortableFact[],
  isErased: IsErased,
  now: number,
): Promise<Taken> {
  const known = await knownAmong(
    context,
    trx,
    facts.map(({ account }) => account),
  )
  const kept = facts.filter(({ account, toldAt }) => !isErased(account, toldAt))
  const allowed = kept.filter(({ account }) => known.get(account)?.consent === 'yes')
  const places = await placesOf(context, trx, allowed, now)
  const newest = new Map<string, { readonly at: number; readonly message?: string }>()
  for (const { account, thread, key, value, toldAt, message } of allowed) {
    const fan = known.get(account)?.fan_id
    const row = { fan, place: places.get(thread), key: indexable(key), value: storable(value), at: toldAt }
    const name = JSON.stringify([fan, thread, row.key])
    if ((newest.get(name)?.at ?? Number.NEGATIVE_INFINITY) >= toldAt) continue
    newest.set(name, { ...row, ...(message === undefined ? {} : { message: indexable(message) }) })
  }
  const { numAffectedRows } = await sql`
    insert into facts (fan_id, conversation_id, key, value, told_at, message_id, message_row)
    select ${text('fan')}, ${text('place')}, ${text('key')}, ${text('value')}, ${int('at')}, ${text('message')},
      (select messages.id from messages where messages.conversation_id = ${text('place')}
        and messages.message_id = ${text('message')} and direction = 'in')
    from ${context.rows([...newest.values()])} where true
    on conflict (fan_id, conversation_id, key) do update set value = excluded.value, told_at = excluded.told_at,
      message_id = excluded.message_id, message_row = excluded.message_row where excluded.told_at > facts.told_at`.execute(
    trx,
  )
  const written = Number(numAffectedRows ?? 0)
  return { written, erased: facts.length - kept.length, stands: kept.length - written }
}

export async function importHelpers(
  context: StoreContext,
  trx: Connection,
  helpers: readonly PortableHelper[],
  isErased: IsErased,
  now: number,
): Promise<Taken> {
  const kept = helpers.filter(({ account, since }) => !isErased(account, since))
  const known = await knownAmong(
    context,
    trx,
    kept.map(({ account }) => account),
  )
  const theirs = kept.filter(({ account }) => known.has(account))
  const places = await placesOf(
    context,
    trx,
    theirs.map((helper) => ({ ...helper, surface: 'group' as const })),
    now,
  )
  const rows = theirs.map(({ account, thread, from, to, since, namedAt, endedAt }) => ({
    ...{ place: places.get(thread), account, from, to, since },
    ...(namedAt === undefined ? {} : { named: namedAt }),
    ...(endedAt === undefined ? {} : { ended: endedAt }),
  }))
  const { numAffectedRows } = await sql`
    insert into helpers (conversation_id, account_id, brand, from_hour, to_hour, since, named_at, ended_at)
    select ${text('place')}, ${text('account')}, ${context.brand}, ${int('from')}, ${int('to')}, ${int('since')}, ${int('named')},
      ${int('ended')} from ${context.rows(rows)} where true
    on conflict (conversation_id, account_id) do nothing`.execute(trx)
  const written = Number(numAffectedRows ?? 0)
  return { written, erased: helpers.length - kept.length, stands: kept.length - written }
}

/** What a fan chose here stands. Where a place for it is here and nothing was chosen, the file's no counts; its leave to be written to does not. */
export async function importStandings(
  context: StoreContext,
  trx: Connection,
  standings: readonly PortableStanding[],
  isErased: IsErased,
): Promise<Taken> {
  const kept = standings.flatMap((standing) => sinceErased(standing, isErased) ?? [])
  const known = await knownAmong(
    context,
    trx,
    kept.map(({ account }) => account),
  )
  const rows = kept.filter(({ account }) => known.has(account))
  const isTaken = sql`(excluded.circle is not null and (standings.circle is null or (standings.circle = 'asked' and excluded.circle = 'no')))`
  const { numAffectedRows } = await sql`
    insert into standings (brand, account_id, off_at, hidden_at, first_at, first_off_at, circle, circle_at)
    select ${context.brand}, ${text('account')}, ${int('offAt')}, ${int('hiddenAt')}, ${int('firstAt')}, ${int('firstOffAt')}, ${text('circle')},
      ${int('circleAt')} from ${context.rows(rows)} where true
    on conflict (brand, account_id) do update set off_at = coalesce(standings.off_at, excluded.off_at),
      hidden_at = coalesce(standings.hidden_at, excluded.hidden_at),
      first_off_at = case when standings.first_at is null then coalesce(standings.first_off_at, excluded.first_off_at) end,
      circle = case when ${isTaken} then excluded.circle else standings.circle end,
      circle_at = case when ${isTaken} then excluded.circle_at else standings.circle_at end
    where (standings.off_at is null and excluded.off_at is not null) or (standings.hidden_at is null and excluded.hidden_at is not null)
      or (standings.first_at is null and standings.first_off_at is null and excluded.first_off_at is not null) or ${isTaken}`.execute(
    trx,
  )
  await forgetEvidenceOfOff(context, trx, rows)
  const written = Number(numAffectedRows ?? 0)
  return { written, erased: standings.length - kept.length, stands: kept.length - written }
}

/** What they chose before they were forgotten went with them. Undefined where nothing is left. */
function sinceErased(standing: PortableStanding, isErased: IsErased): PortableStanding | undefined {
  const { kind, account, offAt, hiddenAt, firstAt, firstOffAt, circle, circleAt } = standing
  const isKept = (at: number | undefined) => at !== undefined && !isErased(account, at)
  const left = {
    ...(isKept(offAt) ? { offAt } : {}),
    ...(isKept(hiddenAt) ? { hiddenAt } : {}),
    ...(isKept(firstAt) ? { firstAt } : {}),
    ...(isKept(firstOffAt) ? { firstOffAt } : {}),
    ...(circle !== undefined && !isErased(account, circleAt) ? { circle, circleAt } : {}),
  }
  return Object.keys(left).length > 0 || !isErased(account, undefined) ? { kind, account, ...left } : undefined
}

/** Who wants nothing of it kept has nothing of it kept. */
async function forgetEvidenceOfOff(
  { brand, rows }: StoreContext,
  trx: Connection,
  standings: readonly PortableStanding[],
): Promise<void> {
  const off = standings.filter(({ offAt }) => offAt !== undefined)
  await sql`delete from evidence where brand = ${brand} and account_id in (select ${text('account')} from ${rows(off)})`.execute(
    trx,
  )
}

interface Place {
  readonly thread: ThreadId
  readonly surface: Surface
  readonly account: AccountId
}

/** The conversations of these threads; one that is not here yet is made, with nothing said in it. */
export async function placesOf(
  { brand, rows: table }: StoreContext,
  trx: Connection,
  places: readonly Place[],
  now: number,
): Promise<Map<ThreadId, ConversationId>> {
  const byThread = new Map(places.map((place) => [place.thread, place]))
  const threads = [...byThread.values()].sort((a, b) => (a.thread < b.thread ? -1 : 1))
  const newId = orderedIds(now)
  const made = threads.map(({ thread, surface, account }) => ({
    ...{ id: newId(), thread, surface },
    ...(surface === 'direct' ? { account } : {}),
  }))
  await sql`insert into conversations (id, brand, thread_id, surface, account_id, state, failures, touched_at)
    select ${text('id')}, ${brand}, ${text('thread')}, ${text('surface')}, ${text('account')}, '{}', 0, cast(${now} as bigint)
    from ${table(made)} where true on conflict (brand, thread_id) do nothing`.execute(trx)
  const { rows } = await sql<{ id: ConversationId; thread_id: ThreadId }>`select id, thread_id from conversations
    where brand = ${brand} and thread_id in (select ${text('thread')} from ${table(threads)})`.execute(trx)
  return new Map(rows.map((row) => [row.thread_id, row.id]))
}
