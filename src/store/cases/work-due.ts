/** What the desk's loop looks at after every message: whether anything is to be shown, told or posted, and when the next is due. */
import { type RawBuilder, sql } from 'kysely'
import { HOUR_MS } from '../../domain/durations.ts'
import type { DeskWork } from '../../ports/desk-work.ts'
import { compiledOnce, type StoreContext } from '../database/context.ts'

/** What was said so long before the call may belong to it; what lies further back is no matter of the case. */
const BEFORE_CALL_MS = HOUR_MS

/** When the next timer rings, or the next card is to be looked at. */
export function createNextDueAt(context: StoreContext): () => Promise<number | undefined> {
  const { brand } = context
  const next = compiledOnce(
    context.db,
    sql<{ at: number | null }>`
    select min(at) as at from (
      select at from (select timers.due_at as at from timers cross join handoffs
        where handoffs.id = handoff_id and of_brand = ${brand} order by timers.due_at limit 1) as ringing
      union all
      select min(case when card_until > card_at then card_until else card_at end) as at
        from handoffs where of_brand = ${brand} and card_at is not null
      union all
      select min(expires_at) as at from drafts cross join conversations
        where drafts.state = 'open' and conversations.id = drafts.conversation_id and brand = ${brand}
    ) as due`,
  )
  return async () => {
    const at = (await next(brand, brand, brand))[0]?.at
    return at === null || at === undefined ? undefined : Number(at)
  }
}

/**
 * Whether an outbound row of `messages` is meant for the fan of the row of `handoffs`, where both lie in that row of
 * `conversations`: in a group not what answers another member, nor what staff say in another's case.
 */
export const isSaidToFan: RawBuilder<unknown> = sql`(conversations.surface = 'direct' or (
  (messages.turn_id is null or exists (select 1 from messages as heard where heard.conversation_id = messages.conversation_id
    and heard.turn_id = messages.turn_id and heard.direction = 'in' and heard.account_id = handoffs.account_id))
  and not exists (select 1 from relays where relays.fan_row = messages.id and relays.handoff_id <> handoffs.id)))`

/** Of `handoffs`: rows were said in its conversation that lie behind what was shown, or need not be. */
export const mayHaveNews: RawBuilder<unknown> = sql`handoffs.status <> 'closed' and handoffs.staff_thread is not null
  and handoffs.heard_to > handoffs.relayed_to`

/** The same where cases without a thread are read on the page, and never get one. */
export const mayHaveNewsOnPage: RawBuilder<unknown> = sql`handoffs.status <> 'closed'
  and handoffs.heard_to > handoffs.relayed_to`

/**
 * `from` and `where` of lines that staff have not been shown; to an album that is unread parts may still come. A cross join is
 * read in the order in which it is written: from the few cases in whose conversation something was said since.
 */
export function unshown({ brand }: StoreContext, isPageAlone: boolean): RawBuilder<unknown> {
  return sql`from handoffs cross join conversations cross join messages
    where conversations.id = handoffs.conversation_id
      and messages.conversation_id = handoffs.conversation_id and messages.id > handoffs.relayed_to
      and handoffs.of_brand = ${brand} and ${isPageAlone ? mayHaveNewsOnPage : mayHaveNews}
      and (handoffs.staff_thread is not null or messages.at >= handoffs.opened_at - ${sql.lit(BEFORE_CALL_MS)})
      and messages.said = 1 and messages.state <> 'withdrawn'
      and ((messages.direction = 'out' and ${isSaidToFan}) or conversations.surface = 'direct' or messages.account_id = handoffs.account_id)
      and not exists (select 1 from relays where relays.fan_row = messages.id and relays.staff_row is not null)
      and not exists (select 1 from messages as album where album.conversation_id = messages.conversation_id
        and album.id <= messages.id and album.album is not null and album.state = 'unread')`
}

/** `from` and `where` of marks and changes that can be told now. */
export function todo({ brand }: StoreContext): RawBuilder<unknown> {
  return sql`from relays cross join messages as fan cross join conversations as home
    left join messages as staff on staff.id = relays.staff_row
    left join conversations as desk on desk.id = staff.conversation_id
    where fan.id = relays.fan_row and home.id = fan.conversation_id
      and home.brand = ${brand} and relays.todo is not null
      and (relays.todo <> 'follow'
        or exists (select 1 from handoffs where handoffs.id = relays.handoff_id and handoffs.staff_thread is not null))
      and ((relays.direction = 'out' and (fan.state in ('sent', 'dead', 'held') or (fan.state = 'withdrawn' and home.send_owner is null)))
        or (relays.direction = 'in' and (staff.id is null or staff.state <> 'pending')))`
}

/** `from` and `where` of drafts that their staff threads do not show as they are. One that ended unseen need not be shown. */
export function unshownDrafts({ brand }: StoreContext): RawBuilder<unknown> {
  return sql`from drafts cross join handoffs cross join conversations as home
    where ((drafts.state = 'open' and drafts.shown is null) or (drafts.state <> 'open' and drafts.shown = 'open'))
      and handoffs.id = drafts.handoff_id and handoffs.staff_thread is not null
      and home.id = drafts.conversation_id and home.brand = ${brand}
      and (drafts.shown is null
        or not exists (select 1 from messages where messages.id = drafts.staff_row and messages.state = 'pending'))`
}

/** A card that is held is in somebody's hands. */
function anyWork(context: StoreContext, now: number, isPageAlone: boolean): RawBuilder<{ busy: number }> {
  const { brand } = context
  return sql`select case when
    exists (select 1 from handoffs where of_brand = ${brand} and ${isPageAlone ? mayHaveNewsOnPage : mayHaveNews})
    or exists (select 1 ${todo(context)})
    or exists (select 1 from handoffs where of_brand = ${brand} and card_at is not null
      and (card_at <= ${now} or card_until is not null))
    or exists (select 1 from timers cross join handoffs
      where handoffs.id = handoff_id and of_brand = ${brand} and timers.due_at <= ${now})
    or exists (select 1 from proposals where brand = ${brand} and state = 'approved')
    or exists (select 1 ${unshownDrafts(context)})
    or exists (select 1 from drafts cross join conversations where drafts.state = 'open' and expires_at <= ${now}
      and conversations.id = drafts.conversation_id and brand = ${brand})
    then 1 else 0 end as busy`
}

/** Whether there is nothing to do at `now`: asked after every message, so all of it in one look. */
export function createIsIdle(context: StoreContext): DeskWork['isIdle'] {
  const { brand } = context
  const inThreads = compiledOnce(context.db, anyWork(context, 0, false))
  const onPage = compiledOnce(context.db, anyWork(context, 0, true))
  return async (now, isPageAlone = false) => {
    const look = isPageAlone ? onPage : inThreads
    return Number((await look(brand, brand, brand, now, brand, now, brand, brand, now, brand))[0]?.busy) === 0
  }
}
