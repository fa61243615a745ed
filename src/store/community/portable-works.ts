/** Works as they are carried to another database: the words, what was agreed to, and what became of them. */
import { sql } from 'kysely'
import type { AccountId, ConversationId, ThreadId } from '../../domain/ids.ts'
import type { PortableWork } from '../../domain/portable.ts'
import { type Connection, type StoreContext, text } from '../database/context.ts'
import type { WorkTable } from '../database/tables/works.ts'
import { indexable, parse, storable } from '../database/text.ts'
import { emptyWorks } from './empty-works.ts'
import type { IsErased } from './erased.ts'
import { placesOf } from './import-what-is-theirs.ts'
import { knownAmong, type Taken } from './known-accounts.ts'
import { workNumber } from './work-numbers.ts'

/** Of these accounts; what is a picture, or is over, stays. Of what was taken back, that it was: an older file may have it still. */
export async function portableWorks(
  { db, brand, rows: table }: StoreContext,
  page: readonly { readonly id: AccountId }[],
): Promise<PortableWork[]> {
  const { rows } = await sql<WorkTable & { thread_id: ThreadId }>`
    select works.*, thread_id from works join conversations on conversations.id = works.conversation_id
    where works.brand = ${brand} and picture is null and (works.text <> '' or works.state = 'withdrawn')
      and works.account_id in (select ${text('id')} from ${table(page.map(({ id }) => ({ id })))})
    order by works.number`.execute(db)
  return rows.map((row) => ({
    ...({ kind: 'work', id: row.id, account: row.account_id, thread: row.thread_id, message: row.message_id } as const),
    ...{ number: Number(row.number), text: row.text, lang: row.lang, how: row.how },
    licence: {
      ...{ text: row.licence, version: row.licence_version, lang: row.licence_lang, scope: row.scope },
      until: Number(row.until),
    },
    ...{
      credit: row.credit,
      state: row.state,
      offeredAt: Number(row.offered_at),
      answers: parse<string[]>(row.answers),
    },
    ...(row.decided_by !== null && { decidedBy: row.decided_by }),
    ...(row.decided_at !== null && { decidedAt: Number(row.decided_at) }),
    ...(row.withdrawn_at !== null && { withdrawnAt: Number(row.withdrawn_at) }),
    ...(row.withdraw_hash !== null && { withdrawHash: row.withdraw_hash }),
  }))
}

/** What is here stands; but what its fan took back elsewhere is taken back here as well. A number that is given already becomes the next one. */
export async function importWorks(
  context: StoreContext,
  trx: Connection,
  works: readonly PortableWork[],
  { isErased, now }: { readonly isErased: IsErased; readonly now: number },
): Promise<Taken> {
  const { brand } = context
  if (works.length === 0) return { written: 0, erased: 0, stands: 0 }
  await context.alone(trx, `works ${brand}`)
  const kept = works.filter(({ account, offeredAt }) => !isErased(account, offeredAt))
  const known = await knownAmong(
    context,
    trx,
    kept.map(({ account }) => account),
  )
  const theirs = kept.filter(({ account }) => known.has(account))
  // A work is offered in private. Of who is not here nothing is written, and no thread either.
  const inPrivate = theirs.map(({ thread, account }) => ({ thread, account, surface: 'direct' as const }))
  const placeOf = await placesOf(context, trx, inPrivate, now)
  let written = 0
  for (const work of theirs) {
    const place = placeOf.get(work.thread)
    if (place === undefined) continue
    // Where another brand of this database has that id, ours is named after both.
    for (const id of [indexable(work.id), indexable(`${brand} ${work.id}`)]) {
      const held = await trx.selectFrom('works').select(['brand', 'state']).where('id', '=', id).executeTakeFirst()
      if (held && held.brand !== brand) continue
      const isOver = work.state === 'withdrawn'
      if (!held) await insert(context, trx, { ...work, id, ...(isOver ? { text: '', credit: '' } : {}) }, place)
      else if (held.state !== 'withdrawn' && isOver)
        await emptyWorks(context, trx, sql`id = ${id}`, { withdrawnAt: work.withdrawnAt ?? now, now })
      else break
      written += 1
      break
    }
  }
  return { written, erased: works.length - kept.length, stands: kept.length - written }
}

async function insert(
  context: StoreContext,
  trx: Connection,
  work: PortableWork,
  place: ConversationId,
): Promise<void> {
  const { brand } = context
  const { licence, decidedBy, decidedAt = null, withdrawnAt = null, withdrawHash = null } = work
  const number = await workNumber(context, trx, work.number)
  const message = indexable(work.message)
  const row = await trx
    .selectFrom('messages')
    .select('id')
    .where('conversation_id', '=', place)
    .where('message_id', '=', message)
    .where('direction', '=', 'in')
    .executeTakeFirst()
  await trx
    .insertInto('works')
    .values({
      ...{ id: work.id, brand, number },
      ...{ account_id: work.account, conversation_id: place, message_id: message, message_row: row?.id ?? null },
      ...{ text: storable(work.text), picture: null, lang: storable(work.lang), how: work.how },
      ...{ licence: storable(licence.text), licence_version: storable(licence.version), licence_lang: licence.lang },
      ...{ scope: storable(licence.scope), until: licence.until, credit: storable(work.credit), state: work.state },
      ...{ offered_at: work.offeredAt, answers: JSON.stringify(work.answers), decided_at: decidedAt },
      ...{ decided_by: decidedBy === undefined ? null : storable(decidedBy), withdrawn_at: withdrawnAt },
      ...{ withdraw_hash: withdrawHash, told_at: null },
    })
    .execute()
}
