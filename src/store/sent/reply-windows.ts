/**
 * What a platform lets us still say in a talk, kept with its conversation, whose row has to be locked; and what waits there until the fan
 * writes again.
 */
import { sql } from 'kysely'
import type { ConversationId } from '../../domain/ids.ts'
import {
  type Opening,
  opened,
  type ReplyWindow,
  roomIn,
  shut,
  spent,
  type Windows,
  warnBefore,
} from '../../domain/reply-window.ts'
import { keepTimers } from '../cases/case-records.ts'
import type { Connection } from '../database/context.ts'
import { parse } from '../database/text.ts'

/** What a fan did where the platform has reply windows. `at`: when, by the platform's clock. */
export interface FanOpened {
  readonly conversation: ConversationId
  readonly rule: ReplyWindow
  readonly by: Opening
  readonly at: number
  /** The platform's id of it. */
  readonly on: string
}

const TOO_LATE = 'they wrote again too late for it to be of use'

export function readWindows(json: string | null): Windows {
  return json === null ? [] : parse<Windows>(json)
}

/** Opens what the fan opened; what waited there leaves first, unless it came to be of no use. Returns whether anything is to be sent. */
export async function openWindows(trx: Connection, all: readonly FanOpened[], now: number): Promise<boolean> {
  let isMore = false
  for (const [conversation, those] of Map.groupBy(all, (one) => one.conversation)) {
    const before = await windowsOf(trx, conversation)
    const after = those.reduce((windows, one) => opened(windows, one.rule, { ...one, now }), before)
    await keepWindows(trx, conversation, after)
    await showOnCards(trx, conversation, now)
    await setClocks(trx, conversation, after, now)
    if (after.length > 0 && (await letGo(trx, conversation, now))) isMore = true
  }
  return isMore
}

/** Staff are told before their words stop reaching the fan. A case that is opened later gets its clock then. */
export async function setClocks(
  trx: Connection,
  conversation: ConversationId,
  windows: Windows,
  now: number,
): Promise<void> {
  const room = roomIn(windows, { isPerson: true, now })
  const open = await trx
    .selectFrom('handoffs')
    .select('id')
    .where('conversation_id', '=', conversation)
    .where('status', '<>', 'closed')
    .execute()
  for (const { id } of open)
    await keepTimers(trx, id, { window: room ? room.until - warnBefore(room.until - now) : null })
}

async function showOnCards(trx: Connection, conversation: ConversationId, now: number): Promise<void> {
  await sql`update handoffs set card_at = ${now} where conversation_id = ${conversation} and status <> 'closed'
    and (card_at is null or card_at > ${now})`.execute(trx)
}

export async function spendWindow(
  trx: Connection,
  conversation: ConversationId,
  { on, messages, now }: { readonly on: string; readonly messages: number; readonly now: number },
): Promise<void> {
  const after = spent(await windowsOf(trx, conversation), on, messages)
  await keepWindows(trx, conversation, after)
  if (after.some((one) => one.on === on && one.left !== undefined)) await showOnCards(trx, conversation, now)
}

export async function shutWindow(
  trx: Connection,
  conversation: ConversationId,
  on: string,
  now: number,
): Promise<void> {
  await keepWindows(trx, conversation, shut(await windowsOf(trx, conversation), on))
  await showOnCards(trx, conversation, now)
}

/** Those that stood open then are closed; a later word of the fan has opened another. `at`: by the platform's clock. */
export async function shutAll(trx: Connection, conversation: ConversationId, at: number): Promise<void> {
  const windows = await windowsOf(trx, conversation)
  await keepWindows(
    trx,
    conversation,
    windows.filter(({ since }) => since > at),
  )
}

export async function windowsOf(trx: Connection, conversation: ConversationId): Promise<Windows> {
  const row = await trx
    .selectFrom('conversations')
    .select('reply_windows')
    .where('id', '=', conversation)
    .executeTakeFirst()
  return readWindows(row?.reply_windows ?? null)
}

async function keepWindows(trx: Connection, conversation: ConversationId, windows: Windows): Promise<void> {
  await trx
    .updateTable('conversations')
    .set({ reply_windows: JSON.stringify(windows) })
    .where('id', '=', conversation)
    .execute()
}

/** Held words stand before whatever is said from now on, since their rows are older. */
async function letGo(trx: Connection, conversation: ConversationId, now: number): Promise<boolean> {
  await sql`update messages set state = 'dead', reason = ${TOO_LATE}, done_at = ${now}
    where conversation_id = ${conversation} and state = 'held' and useful_until < ${now}`.execute(trx)
  const freed = await trx
    .updateTable('messages')
    .set({ state: 'pending', attempts: 0 })
    .where('conversation_id', '=', conversation)
    .where('state', '=', 'held')
    .returning('id')
    .execute()
  if (freed.length === 0) return false
  const first = Math.min(...freed.map(({ id }) => Number(id)))
  await trx.updateTable('messages').set({ is_late: 1 }).where('id', '=', first).execute()
  await sql`update conversations set send_at = ${now}, touched_at = ${now} where id = ${conversation}`.execute(trx)
  return true
}
