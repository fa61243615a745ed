/** Records of another community, or of another platform's export, taken in: what is here stands, what was erased here stays away. */
import { sql } from 'kysely'
import type { Consent } from '../../domain/fan.ts'
import type { AccountId, FanId } from '../../domain/ids.ts'
import { joinable } from '../../domain/link.ts'
import type { ImportCounts, Portable, PortableFan, PortableLink } from '../../domain/portable.ts'
import { type Connection, int, type StoreContext, text } from '../database/context.ts'
import { orderedIds } from '../database/ordered-id.ts'
import { indexable, storable } from '../database/text.ts'
import { endEvidence } from './change-standing.ts'
import { erasedAmong, type IsErased, keepErasures } from './erased.ts'
import { importFacts, importHelpers, importStandings } from './import-what-is-theirs.ts'
import { joinedAccounts } from './joined-accounts.ts'
import { knownAmong, type Taken } from './known-accounts.ts'
import { importWorks } from './portable-works.ts'

export async function importCommunity(
  context: StoreContext,
  records: readonly Portable[],
  now: number,
): Promise<ImportCounts> {
  return await context.transaction(async (trx) => {
    await context.alone(trx, `links ${context.brand}`)
    await keepErasures(context, trx, ofKinds(records, 'erase-key', 'erased'))
    const isErased = await erasedAmong(context, trx, records.flatMap(accountsIn))
    const fans = await importFans(context, trx, ofKinds(records, 'fan'), isErased, now)
    const facts = await importFacts(context, trx, ofKinds(records, 'fact'), isErased, now)
    const helpers = await importHelpers(context, trx, ofKinds(records, 'helper'), isErased, now)
    const standings = await importStandings(context, trx, ofKinds(records, 'standing'), isErased)
    const works = await importWorks(context, trx, ofKinds(records, 'work'), { isErased, now })
    const links = await importLinks(context, trx, ofKinds(records, 'link'), isErased)
    const all = [fans, facts, helpers, standings, works, links]
    return {
      written: {
        ...{ fans: fans.written, consents: fans.consents },
        ...{ facts: facts.written, helpers: helpers.written, standings: standings.written },
        ...{ works: works.written, links: links.written },
      },
      erased: all.reduce((sum, { erased }) => sum + erased, 0),
      stands: all.reduce((sum, { stands }) => sum + stands, 0),
    }
  })
}

function ofKinds<Kind extends Portable['kind']>(records: readonly Portable[], ...kinds: readonly Kind[]) {
  const isOne = (record: Portable): record is Extract<Portable, { kind: Kind }> =>
    kinds.some((kind) => kind === record.kind)
  return records.filter(isOne)
}

function accountsIn(record: Portable): AccountId[] {
  if ('accounts' in record) return record.accounts.map(({ id }) => id)
  if ('a' in record) return [record.a, record.b]
  return 'account' in record ? [record.account] : []
}

async function importFans(
  context: StoreContext,
  trx: Connection,
  fans: readonly PortableFan[],
  isErased: IsErased,
  now: number,
): Promise<Taken & { readonly consents: number }> {
  const { brand } = context
  const known = await knownAmong(context, trx, fans.flatMap(accountsIn))
  const accounts = new Map<AccountId, object>()
  const made = new Map<FanId, { readonly fan: PortableFan; readonly accounts: AccountId[] }>()
  const answers = new Map<FanId, PortableFan>()
  const newId = orderedIds(now)
  let erased = 0
  for (const given of fans) {
    const fan = withoutOldYes(given, isErased)
    const left = fan.accounts.filter(({ id, since }) => !isErased(id, since))
    if (left.length === 0) {
      erased += 1
      continue
    }
    const here = left.find(({ id }) => known.has(id))
    const row = here && known.get(here.id)
    const fanId = row?.fan_id ?? (newId() as FanId)
    if (row?.consent && isOpen(row.consent) && !isOpen(fan.consent)) answers.set(fanId, fan)
    if (!row) made.set(fanId, { fan, accounts: left.map(({ id }) => id) })
    for (const { id, name, since } of left) {
      if (known.has(id)) continue
      known.set(id, { id, fan_id: fanId, consent: fan.consent })
      accounts.set(id, { id, fan: fanId, name: storable(name), since: since ?? now })
    }
  }
  const added = new Set(await insertAccounts(context, trx, [...accounts.values()]))
  const rows = [...made].flatMap(([id, { fan, accounts }]) =>
    accounts.some((account) => added.has(account)) ? [fanRow(id, fan, now)] : [],
  )
  await sql`insert into fans (id, brand, consent, lang, created_at, everywhere_since, introduced_at, imported_at, imported_from)
    select ${text('id')}, ${brand}, ${text('consent')}, ${text('lang')}, ${int('since')}, ${int('everywhere')}, ${int('introduced')},
      ${int('at')}, ${text('from')} from ${context.rows(rows)} where true on conflict (id) do nothing`.execute(trx)
  for (const [id, { consent, everywhereSince = null }] of answers)
    await trx.updateTable('fans').set({ consent, everywhere_since: everywhereSince }).where('id', '=', id).execute()
  for (const {
    consent,
    accounts: [{ id }],
  } of answers.values())
    if (consent === 'no') await endEvidence(context, trx, id, now)
  return { written: rows.length, consents: answers.size, erased, stands: fans.length - erased - rows.length }
}

/** A yes of before one of the fan's accounts was forgotten went with it, whoever comes back under another: they are asked anew. A no stays one. */
function withoutOldYes(fan: PortableFan, isErased: IsErased): PortableFan {
  const { everywhereSince: _, ...rest } = fan
  const isOld = fan.consent !== 'no' && fan.accounts.some(({ id }) => isErased(id, fan.since))
  return isOld ? { ...rest, consent: 'unasked' } : fan
}

/** Nobody has said yes or no. */
function isOpen(consent: Consent): boolean {
  return consent === 'unasked' || consent === 'asked'
}

function fanRow(id: FanId, fan: PortableFan, now: number): object {
  const times = fan.accounts.flatMap(({ since }) => (since === undefined ? [] : [since]))
  return {
    ...{ id, consent: fan.consent, at: now },
    since: fan.since ?? (times.length > 0 ? Math.min(...times) : now),
    ...(fan.lang === undefined ? {} : { lang: storable(fan.lang) }),
    ...(fan.everywhereSince === undefined ? {} : { everywhere: fan.everywhereSince }),
    ...(fan.introducedAt === undefined ? {} : { introduced: fan.introducedAt }),
    ...(fan.from === undefined ? {} : { from: storable(fan.from) }),
  }
}

async function insertAccounts(
  { brand, rows: table }: StoreContext,
  trx: Connection,
  accounts: readonly object[],
): Promise<AccountId[]> {
  if (accounts.length === 0) return []
  const { rows } = await sql<{ id: AccountId }>`insert into accounts (brand, id, fan_id, name, created_at)
    select ${brand}, ${text('id')}, ${text('fan')}, ${text('name')}, ${int('since')} from ${table(accounts)} where true
    on conflict (brand, id) do nothing returning id`.execute(trx)
  return rows.map(({ id }) => id)
}

/** Joined only where both accounts are here and a fan would have one account at most on each platform. */
async function importLinks(
  context: StoreContext,
  trx: Connection,
  links: readonly PortableLink[],
  isErased: IsErased,
): Promise<Taken> {
  const { brand } = context
  const known = await knownAmong(context, trx, links.flatMap(accountsIn))
  let written = 0
  let erased = 0
  for (const { id, a, b, madeAt, endedAt = null, endedBy = null } of links) {
    if (isErased(a, madeAt) || isErased(b, madeAt)) {
      erased += 1
      continue
    }
    if (!known.has(a) || !known.has(b)) continue
    if (endedAt === null) {
      const from = await joinedAccounts(context, trx, a)
      if (joinable(from, await joinedAccounts(context, trx, b)).kind !== 'may') continue
    }
    const values = { brand, account_a: a, account_b: b, made_at: madeAt, ended_at: endedAt, ended_by: endedBy }
    // Where another brand of this database has that id, ours is named after both.
    for (const name of [indexable(id), indexable(`${brand} ${id}`)]) {
      const held = await trx.selectFrom('links').select('brand').where('id', '=', name).executeTakeFirst()
      if (held && held.brand !== brand) continue
      if (!held)
        await trx
          .insertInto('links')
          .values({ id: name, ...values })
          .execute()
      if (!held) written += 1
      break
    }
  }
  return { written, erased, stands: links.length - written - erased }
}
