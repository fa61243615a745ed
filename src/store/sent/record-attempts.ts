/** How attempts to send ended: sent, to be tried again, or given up, perhaps with all that is to be said there. */
import { sql, type Transaction } from 'kysely'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { bot } from '../../domain/speaker.ts'
import type { Parcel } from '../../ports/outbox.ts'
import { byThread, int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import type { MessageState } from '../database/tables/talk.ts'
import { storable } from '../database/text.ts'
import { closeConversation } from '../heard/close.ts'
import { dropLastWords } from './last-words.ts'
import { keepParts } from './message-parts.ts'
import { moveElsewhere } from './move-elsewhere.ts'
import { shutWindow, spendWindow } from './reply-windows.ts'
import { type Locked, lockHeld, scheduleNext } from './send-lease.ts'
import { writeOutbox } from './write-outbox.ts'

export interface Attempt {
  readonly parcel: Parcel
  readonly state: Extract<MessageState, 'sent' | 'pending' | 'held' | 'dead'>
  /** When the conversation's next message may leave. */
  readonly dueAt: number
  readonly messageId?: string
  readonly parts?: readonly string[]
  /** It went without its files. */
  readonly isInstead?: true
  readonly reason?: string
  /** Of what waits for the fan's next word: until when it is of use. */
  readonly usefulUntil?: number
  /** Platforms on which it may be said instead. */
  readonly elsewhere?: readonly string[]
  /** The reply window by which it left; and one that is closed, as the platform says. */
  readonly window?: string
  readonly shuts?: string
  /** Rows whose words left with it. */
  readonly with?: readonly number[]
  /** Why the conversation is closed with it, if it is. */
  readonly closes?: string
}

/**
 * Writes how attempts ended, all in one transaction. A sender that lost its lease may only say that it did send. Not to know of an attempt
 * is what a failing power costs anyway where it comes between a send and this.
 */
export async function recordAll(context: StoreContext, attempts: readonly Attempt[]): Promise<undefined[]> {
  const hasMore = await context.repeatable(async (trx) => {
    const rows = attempts.map((attempt) => ({
      brand: context.brand,
      thread: attempt.parcel.message.threadId,
      lease: attempt.parcel.lease,
      row: Number.parseInt(attempt.parcel.message.id, 10),
      attempt,
    }))
    rows.sort(byThread)
    const held = await lockHeld(context, trx, rows)
    const ends = rows.flatMap((row) => {
      const place = held.get(row)
      return place || row.attempt.state === 'sent' ? endsOf(row, place) : []
    })
    await writeAttempts(context, trx, ends)
    for (const { row, parts } of ends) await keepParts(trx, row, parts)
    await tellOfLostFiles(trx, ends)
    await tellWhatStays(trx, ends)
    await keepWindows(trx, rows, held)
    await markAnew(trx, rows)
    const hasOther = await goElsewhere(context, trx, rows)
    for (const { closes, conversation, due } of ends) {
      if (closes !== undefined && conversation)
        await closeConversation(trx, conversation, { reason: closes, at: due, now: due })
    }
    const hasNext = await scheduleNext(
      context,
      trx,
      ends.filter((end) => end.conversation !== undefined),
    )
    await dropLastWords(trx, rows)
    return hasNext || hasOther
  })
  if (hasMore) context.notify('outbox')
  return attempts.map(() => undefined)
}

interface AttemptEnd {
  readonly row: number
  /** Of the sender that still holds its lease. */
  readonly conversation: ConversationId | undefined
  readonly state: Attempt['state']
  readonly due: number
  readonly message: string | undefined
  readonly parts: readonly string[]
  readonly isInstead: boolean
  readonly needsAll: boolean
  /** What was to be taken down, and was not. */
  readonly stays: Extract<Outgoing, { kind: 'deletion' }> | undefined
  readonly reason: string | undefined
  readonly closes: string | undefined
  readonly usefulUntil: number | undefined
}

/** Of what left in one message with others each row has an end, and the first one's conversation goes on. */
function endsOf(row: Parameters<typeof endOf>[0], place?: Locked): AttemptEnd[] {
  const end = endOf(row, place)
  const others = row.attempt.state === 'sent' ? (row.attempt.with ?? []) : []
  return [end, ...others.map((other) => ({ ...end, row: other, conversation: undefined, parts: [] }))]
}

function endOf(
  { row, thread, attempt }: { row: number; thread: ThreadId; attempt: Attempt },
  place?: Locked,
): AttemptEnd {
  const { state, dueAt: due, messageId: message, closes } = attempt
  const { message: outgoing } = attempt.parcel
  const reason = attempt.reason === undefined ? undefined : storable(attempt.reason)
  // What was refused at the old address has not been tried at the new one.
  const hasMoved = state === 'dead' && place !== undefined && place.thread_id !== thread
  return {
    row,
    conversation: place?.id,
    state: hasMoved ? 'pending' : state,
    due,
    message,
    parts: attempt.parts ?? [],
    isInstead: attempt.isInstead === true,
    needsAll: outgoing.kind === 'text' && outgoing.ifRefused === 'none',
    stays: state === 'dead' && outgoing.kind === 'deletion' && !hasMoved ? outgoing : undefined,
    reason,
    closes: hasMoved ? undefined : closes,
    usefulUntil: attempt.usefulUntil,
  }
}

const updateAttempts = statement<{ id: number }>(
  (context) => sql`
    update messages set
      state = r.state,
      attempts = messages.attempts + 1,
      message_id = r.message,
      reason = coalesce(r.reason, messages.reason),
      done_at = case when r.state in ('pending', 'held') then null else r.due end,
      held_at = case when r.state = 'held' then coalesce(messages.held_at, r.due) else messages.held_at end,
      useful_until = coalesce(messages.useful_until, r.useful)
    from (select ${int('row')} as id, ${text('state')} as state, ${text('message')} as message,
      ${text('reason')} as reason, ${int('due')} as due, ${int('usefulUntil')} as useful from ${context.rows([])}) as r
    where messages.id = r.id and messages.direction = 'out'
      and (messages.state = 'pending' or (r.state = 'sent' and messages.state <> 'sent'))
      and (select brand from conversations where conversations.id = messages.conversation_id) = ${context.brand}
    returning messages.id`,
)

/** What was sent was sent, even if it had been given up or taken back meanwhile. */
async function writeAttempts(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly AttemptEnd[],
): Promise<void> {
  if (rows.length === 0) return
  const written = await updateAttempts(context, trx, JSON.stringify(rows), context.brand)
  const known = new Set(written.map(({ id }) => Number(id)))
  for (const end of rows) if (end.state === 'sent' && !known.has(end.row)) await takeDownForgotten(trx, end)
}

/** What was sent used up a part of its reply window; one that the platform calls closed is. */
async function keepWindows(
  trx: Transaction<Database>,
  rows: readonly { readonly attempt: Attempt }[],
  held: ReadonlyMap<object, Locked>,
): Promise<void> {
  for (const row of rows) {
    const conversation = held.get(row)?.id
    const { state, window, shuts, parts = [] } = row.attempt
    if (conversation === undefined) continue
    if (shuts !== undefined) await shutWindow(trx, conversation, shuts, row.attempt.dueAt)
    if (state === 'sent' && window !== undefined)
      await spendWindow(trx, conversation, { on: window, messages: Math.max(1, parts.length), now: row.attempt.dueAt })
  }
}

/** What waits in vain here is said where the same fan can be told at any time. It goes once: where that ends, it waits. */
async function goElsewhere(
  context: StoreContext,
  trx: Transaction<Database>,
  rows: readonly { readonly row: number; readonly attempt: Attempt }[],
): Promise<boolean> {
  let hasGone = false
  for (const { row, attempt } of rows) {
    const { state, elsewhere = [], dueAt: now, parcel } = attempt
    const { message, wasHeld } = parcel
    if (state !== 'held' || wasHeld || message.kind !== 'text' || message.mayGoElsewhere !== true) continue
    if (message.surface === 'direct' && (await moveElsewhere(context, trx, { row, elsewhere, now }))) hasGone = true
  }
  return hasGone
}

/** Staff were told that it waits, and are told that it left. */
async function markAnew(
  trx: Transaction<Database>,
  rows: readonly { readonly row: number; readonly attempt: Attempt }[],
): Promise<void> {
  for (const { row, attempt } of rows) {
    if (!attempt.parcel.wasHeld || attempt.state === 'held' || attempt.state === 'pending') continue
    for (const one of [row, ...(attempt.with ?? [])])
      await sql`update relays set todo = 'mark' where fan_row = ${one} and direction = 'out' and todo is null
        and staff_row is not null`.execute(trx)
  }
}

/**
 * A fan's file that was refused on its way to staff is told to the fan. Words of staff that were to come with a file that did not
 * arrive, in the messages behind it, do not leave without it.
 */
async function tellOfLostFiles(trx: Transaction<Database>, ends: readonly AttemptEnd[]): Promise<void> {
  for (const { row, state, due, reason, isInstead, needsAll } of ends) {
    if (isInstead)
      await sql`update relays set todo = 'lost' where staff_row = ${row} and direction = 'in' and todo is null`.execute(
        trx,
      )
    if (state !== 'dead' || !needsAll) continue
    const { rows } = await sql<{ id: number }>`
      update messages set state = 'dead', done_at = ${due}, reason = ${reason ?? null}
      where state = 'pending' and id > ${row} and direction = 'out'
        and (conversation_id, turn_id) = (select conversation_id, turn_id from messages as first where first.id = ${row})
      returning id`.execute(trx)
    // Of what they said at once they are told once.
    for (const { id } of rows)
      await sql`update relays set todo = null where fan_row = ${id} and todo = 'mark'`.execute(trx)
  }
}

/** Who can take it down by hand is told so, once for each message. */
async function tellWhatStays(trx: Transaction<Database>, ends: readonly AttemptEnd[]): Promise<void> {
  for (const { conversation, stays, due } of ends) {
    if (conversation === undefined || stays?.ifItStays === undefined) continue
    const { ifItStays: text, messageId: replyTo } = stays
    await writeOutbox(trx, conversation, [{ kind: 'text', text, isLiteral: true, speaker: bot, replyTo }], due)
  }
}

/** Its fan was forgotten while it was on its way to staff: what arrived there all the same is taken down. */
async function takeDownForgotten(
  trx: Transaction<Database>,
  { row, conversation, message, parts, due }: AttemptEnd,
): Promise<void> {
  if (conversation === undefined || message === undefined) return
  const { rows } = await sql`select 1 from conversations where id = ${conversation} and surface = 'group'
    and not exists (select 1 from messages where messages.id = ${row})`.execute(trx)
  if (rows.length === 0) return
  const ids = parts.length > 0 ? parts : [message]
  await writeOutbox(
    trx,
    conversation,
    ids.map((messageId) => ({ kind: 'deletion', messageId, speaker: bot })),
    due,
  )
}
