/** Memory: what was said and what a fan told, where it was told; and its end. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { besideOf } from '../../domain/beside.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import type { Consent, Fact, Fan } from '../../domain/fan.ts'
import type { AccountId, ConversationId, FanId } from '../../domain/ids.ts'
import type { Author, InboundMessage, Lang, Outgoing } from '../../domain/message.ts'
import type { Memory, NewSummary, Recollection } from '../../ports/memory.ts'
import { compiledOnce, int, type StoreContext } from '../database/context.ts'
import { parse, storable } from '../database/text.ts'
import { exportFan } from './forget.ts'

interface SaidRow {
  id: number
  direction: 'in' | 'out'
  at: number
  message_id: string | null
  body: string
}

interface FanRow {
  id: FanId
  consent: Consent
  lang: Lang | null
  created_at: number
  introduced_at: number | null
  key: string | null
  value: string | null
  told_at: number | null
}

export function createMemory(context: StoreContext): Memory {
  const selectSaid = compiledOnce(context.db, saidRows('', '', 0, 0))
  const selectFan = compiledOnce(context.db, fanRows('', '', ''))
  return {
    async recall(conversationId, accountId, { before, limit }) {
      const [said, known] = await Promise.all([
        selectSaid(conversationId, context.brand, before, limit),
        selectFan(conversationId, context.brand, accountId),
      ])
      return { transcript: transcriptOf(said), ...fanOf(known, conversationId) }
    },
    keepSummary: (conversationId, summary) => keepSummary(context, conversationId, summary),
    exportFan: (accountId) => exportFan(context, accountId),
    expire: (before) => expire(context, before),
  }
}

async function keepSummary(
  { db, brand, rows: table }: StoreContext,
  conversationId: ConversationId,
  { text, rows, after }: NewSummary,
): Promise<void> {
  await sql`
    update conversations set summary = ${storable(text)}, summary_up_to = ${rows.at(-1) ?? 0}
    where id = ${conversationId} and brand = ${brand} and coalesce(summary_up_to, 0) = ${after}
      and (select count(*) from messages where conversation_id = ${conversationId} and said = 1
        and state not in ('dead', 'withdrawn') and id in (select ${int('id')} from ${table(rows.map((id) => ({ id })))})) = ${rows.length}
  `.execute(db)
}

export async function readTranscript(
  { db, brand }: StoreContext,
  conversationId: ConversationId,
  { before, limit }: { before: number; limit: number },
): Promise<TranscriptLine[]> {
  return transcriptOf((await saidRows(conversationId, brand, before, limit).execute(db)).rows)
}

function saidRows(conversationId: string, brand: string, before: number, limit: number) {
  return sql<SaidRow>`
    select id, direction, at, message_id, body from messages
    where conversation_id = (select id from conversations where id = ${conversationId} and brand = ${brand})
      and id < ${before} and said = 1 and state not in ('dead', 'withdrawn')
    order by id desc limit ${limit}`
}

function transcriptOf(newestFirst: SaidRow[]): TranscriptLine[] {
  return newestFirst.reverse().flatMap((row) => (row.direction === 'in' ? fanLine(row) : brandLine(row)))
}

export function fanLine(row: Omit<SaidRow, 'direction'>): TranscriptLine {
  const message = parse<InboundMessage>(row.body)
  const { author, text, sentAt, id } = message
  return {
    row: row.id,
    at: sentAt,
    ...whoSaid(author),
    text,
    ...besideOf(message),
    ...(row.message_id !== null && { messageId: id }),
  }
}

/** Who wrote as the brand's own channel is a person of the brand's. */
function whoSaid({
  name,
  accountId,
  isBrand,
}: Author): Pick<TranscriptLine, 'from' | 'name' | 'accountId' | 'speaker'> {
  return isBrand ? { from: 'brand', name, speaker: { kind: 'person', name } } : { from: 'fan', name, accountId }
}

/** The name is empty unless a person of staff speaks: the persona's name is not the store's to know. */
export function brandLine(row: Omit<SaidRow, 'direction'>): TranscriptLine[] {
  const outgoing = parse<Outgoing>(row.body)
  if (outgoing.kind !== 'text') return []
  const { speaker, text, personaVersion, lang, replyTo } = outgoing
  const name = 'name' in speaker ? speaker.name : ''
  return [
    {
      row: row.id,
      at: row.at,
      from: 'brand',
      name,
      speaker,
      text,
      ...(personaVersion !== undefined && { personaVersion }),
      ...(lang !== undefined && { lang }),
      ...(replyTo !== undefined && { toMessageId: replyTo }),
      ...(row.message_id !== null && { messageId: row.message_id }),
    },
  ]
}

/** What this fan told in this very conversation. */
export async function readFacts(
  context: StoreContext,
  conversationId: ConversationId,
  accountId: AccountId,
): Promise<readonly Fact[]> {
  const { rows } = await fanRows(conversationId, context.brand, accountId).execute(context.db)
  return fanOf(rows, conversationId).facts
}

function fanRows(conversationId: string, brand: string, accountId: string) {
  return sql<FanRow>`
    select fans.id, consent, lang, fans.created_at, introduced_at, key, value, told_at
    from accounts join fans on fans.id = accounts.fan_id
      left join facts on facts.fan_id = fans.id and facts.conversation_id = ${conversationId} and consent = 'yes'
    where accounts.brand = ${brand} and accounts.id = ${accountId}
    order by told_at, key`
}

/** A fan never seen, or forgotten, is one of whom nothing is known; looking writes nothing. */
function fanOf(rows: readonly FanRow[], conversationId: ConversationId): Pick<Recollection, 'fan' | 'facts'> {
  const [row] = rows
  const fan: Fan = row
    ? {
        id: row.id,
        consent: row.consent,
        since: Number(row.created_at),
        ...(row.lang !== null && { lang: row.lang }),
        ...(row.introduced_at !== null && { introducedAt: Number(row.introduced_at) }),
      }
    : { id: newFanId(), consent: 'unasked' }
  const facts = rows.flatMap(({ key, value, told_at }): Fact[] =>
    key !== null && value !== null && told_at !== null ? [{ key, value, scope: conversationId, toldAt: told_at }] : [],
  )
  return { fan, facts }
}

function newFanId(): FanId {
  return randomUUID() as string as FanId
}

/** Nothing unread, pending, open or held goes. Facts go with their fan, once nothing else is left of the fan. */
async function expire({ brand, transaction, clock }: StoreContext, before: number): Promise<number> {
  const ours = sql`(select id from conversations where brand = ${brand})`
  const statements = [
    sql`delete from messages where state in ('read', 'sent', 'dead', 'withdrawn') and at < ${before} and conversation_id in ${ours}`,
    sql`delete from reactions where at < ${before} and conversation_id in ${ours}`,
    sql`delete from decisions where at < ${before} and conversation_id in ${ours}`,
    sql`delete from handoffs where status = 'closed' and closed_at < ${before} and conversation_id in ${ours}`,
    // Told with consent, for as long as the fan is heard there: who stays away is forgotten with the last of their words.
    sql`delete from facts where told_at < ${before} and conversation_id in ${ours}
      and not exists (select 1 from accounts join messages on messages.account_id = accounts.id
        where accounts.fan_id = facts.fan_id and messages.conversation_id = facts.conversation_id)`,
    sql`delete from key_values where brand = ${brand} and expires_at <= ${clock.now()}`,
    sql`delete from access_links where brand = ${brand} and expires_at <= ${clock.now()}`,
    sql`delete from access_sessions where brand = ${brand} and expires_at < ${before}`,
    sql`delete from audit where brand = ${brand} and at < ${before}`,
    sql`delete from fans where brand = ${brand} and created_at < ${before}
      and not exists (select 1 from facts where facts.fan_id = fans.id)
      and not exists (select 1 from handoffs where handoffs.fan_id = fans.id)
      and not exists (select 1 from accounts join messages on messages.account_id = accounts.id
        where accounts.fan_id = fans.id and messages.conversation_id in ${ours})`,
    sql`delete from accounts where brand = ${brand} and created_at < ${before}
      and not exists (select 1 from fans where fans.id = accounts.fan_id)`,
    sql`delete from conversations where brand = ${brand} and touched_at < ${before}
      and next_at is null and lease_owner is null and send_at is null and send_owner is null
      and not exists (select 1 from messages where messages.conversation_id = conversations.id)
      and not exists (select 1 from reactions where reactions.conversation_id = conversations.id)
      and not exists (select 1 from decisions where decisions.conversation_id = conversations.id)
      and not exists (select 1 from handoffs where handoffs.conversation_id = conversations.id)
      and not exists (select 1 from facts where facts.conversation_id = conversations.id)`,
  ]
  return await transaction(async (trx) => {
    let deleted = 0
    for (const statement of statements) deleted += Number((await statement.execute(trx)).numAffectedRows ?? 0)
    return deleted
  })
}
