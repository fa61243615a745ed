/** Memory: what was said and what a fan told, where it was told; and its end. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { besideOf } from '../../domain/beside.ts'
import type { TranscriptLine } from '../../domain/conversation.ts'
import type { Consent, Fact, Fan } from '../../domain/fan.ts'
import type { AccountId, ConversationId, FanId } from '../../domain/ids.ts'
import type { Attachment, Author, InboundMessage, Lang, Media, Outgoing } from '../../domain/message.ts'
import type { Memory, NewSummary, Recollection } from '../../ports/memory.ts'
import { compiledOnce, int, type StoreContext } from '../database/context.ts'
import { parse, storable } from '../database/text.ts'
import { expire } from './expire.ts'
import { factsEverywhere } from './facts-everywhere.ts'
import { exportFan, forget } from './forget.ts'

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
  everywhere_since: number | null
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
      const { fan, facts: here } = fanOf(known, conversationId)
      // Who let nothing be remembered has nothing to be looked for.
      const others = fan.consent === 'yes' ? await factsEverywhere(context, conversationId, accountId) : []
      const facts = [...others.filter(({ key }) => here.every((fact) => fact.key !== key)), ...here]
      return { transcript: transcriptOf(said), fan, facts }
    },
    keepSummary: (conversationId, summary) => keepSummary(context, conversationId, summary),
    exportFan: (accountId) => exportFan(context, accountId),
    async forget(account, words, now) {
      await context.transaction((trx) => forget(context, trx, account, undefined, words, now))
      await context.afterErasing()
      context.notify('outbox')
    },
    async expire(before, options) {
      const deleted = await expire(context, before, options)
      if (deleted > 0) await context.afterErasing()
      return deleted
    },
  }
}

async function keepSummary(
  { db, brand, rows: table }: StoreContext,
  conversationId: ConversationId,
  { text, rows, after, personaVersion }: NewSummary,
): Promise<void> {
  await sql`
    update conversations set summary = ${storable(text)}, summary_up_to = ${rows.at(-1) ?? 0},
      summary_version = ${personaVersion}
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
  const { author, text, sentAt, id, attachments = [] } = message
  return {
    row: row.id,
    at: sentAt,
    ...whoSaid(author),
    text,
    ...besideOf(message),
    ...(attachments.length > 0 && { attachments }),
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
  const { speaker, text, personaVersion, lang, replyTo, tellsLost, media, moreMedia = [] } = outgoing
  const files = media ? [media, ...moreMedia] : []
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
      ...(tellsLost && { tellsLost }),
      ...(files.length > 0 && { attachments: files.map(asAttachment) }),
      ...(row.message_id !== null && { messageId: row.message_id }),
    },
  ]
}

/** What it is, and not where it lies. */
function asAttachment({ kind, name }: Media): Attachment {
  return { kind, ...(name !== undefined && { name }) }
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
    select fans.id, consent, lang, fans.created_at, introduced_at, everywhere_since, key, value, told_at
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
        ...(row.everywhere_since !== null && { isEverywhere: true as const }),
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
