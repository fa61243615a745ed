/** How drafts of a case end, and what is true once one was sent, written within a change of the case. */
import { sql } from 'kysely'
import type { DraftEnd } from '../../domain/case.ts'
import type { HeldReply } from '../../domain/draft.ts'
import type { AccountId, CaseId, DraftId, TurnId } from '../../domain/ids.ts'
import type { Connection, StoreContext } from '../database/context.ts'
import { parse, storable } from '../database/text.ts'
import { setIntroduced } from '../fans/fans.ts'

export async function endDrafts(
  context: StoreContext,
  trx: Connection,
  { ofCase, end, now }: { readonly ofCase: CaseId; readonly end: DraftEnd; readonly now: number },
): Promise<void> {
  const isMeant = end.id === undefined ? sql`true` : sql`id = ${end.id}`
  const { rows } = await sql<{
    account_id: AccountId
    record: string
  }>`update drafts set state = ${end.became}, ended_at = ${now}, by_staff = ${storable(end.by)}
    where handoff_id = ${ofCase} and state = 'open' and ${isMeant} returning account_id, record`.execute(trx)
  if (end.became !== 'sent') return
  const told = rows.filter(({ record }) => parse<HeldReply>(record).introduces)
  if (told.length > 0)
    await setIntroduced(
      context,
      trx,
      told.map(({ account_id: account }) => ({ account, at: now })),
    )
}

/** The turn that would have said it, and the row that shows it in its staff thread. */
export async function placeOfDraft(
  trx: Connection,
  id: DraftId,
): Promise<{ readonly turn: TurnId; readonly shownBy: number | null } | undefined> {
  const row = await trx.selectFrom('drafts').select(['turn_id', 'staff_row']).where('id', '=', id).executeTakeFirst()
  return row && { turn: row.turn_id, shownBy: row.staff_row }
}

/** The case is not as it was read, and its card is to be looked at. */
export async function touchCase(trx: Connection, id: CaseId, now: number): Promise<void> {
  await sql`update handoffs set version = version + 1, card_at = ${now} where id = ${id}`.execute(trx)
}
