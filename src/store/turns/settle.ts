/** settle: the effects of finished turns are written, fenced by their leases. Several calls share a transaction. */

import { randomUUID } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { isDanger } from '../../domain/handoff.ts'
import type { ConversationId, ThreadId } from '../../domain/ids.ts'
import { danger } from '../../domain/weight.ts'
import type { Parcel } from '../../ports/outbox.ts'
import { applyCases, areCurrent, threadsOf } from '../cases/apply-cases.ts'
import { showSaidInGroup } from '../cases/in-private.ts'
import { keepDraft } from '../cases/keep-draft.ts'
import { changeLink } from '../community/change-links.ts'
import { changeStanding, endEvidence, keepEvidence, lookAgain } from '../community/change-standing.ts'
import { changeWork, keepUses, quotedIn } from '../community/change-works.ts'
import { keepVote } from '../community/circle-votes.ts'
import { changeHelper } from '../community/helpers.ts'
import { keepTitlesTold } from '../community/titles.ts'
import { byThread, int, type StoreContext, statement, text } from '../database/context.ts'
import type { Database } from '../database/schema.ts'
import { storable } from '../database/text.ts'
import { dropFacts, keepFacts, openCase, setConsent, setIntroduced, setLangs, setScope } from '../fans/fans.ts'
import { forget } from '../fans/forget.ts'
import { lockThreads } from '../heard/apply-events.ts'
import { keepReports, keepWantsNews } from '../issues/keep-reports.ts'
import { writeOutbox } from '../sent/write-outbox.ts'
import { stateText } from './conversation-state.ts'
import { endTurns, isAnyDue, type TurnEnd } from './end-turns.ts'
import { insertReplies, parcelOf } from './insert-replies.ts'
import type { Settlement } from './settlement.ts'
import { isToldLost } from './told-lost.ts'

/** Writes all settlements in one transaction; returns which of them still held their lease. */
export async function settleAll(context: StoreContext, settlements: readonly Settlement[]): Promise<boolean[]> {
  const { results, notices, sentOn } = await context.transaction((trx) => write(context, trx, settlements))
  if (settlements.some(erases)) await context.afterErasing()
  for (const what of notices) context.notify(what)
  for (const [{ sendOn }, parcel] of sentOn) sendOn?.taken(parcel)
  return results
}

function erases({ effects }: Settlement): boolean {
  return effects.forget !== undefined || effects.unremember !== undefined || effects.consent?.consent === 'no'
}

async function write(context: StoreContext, trx: Transaction<Database>, settlements: readonly Settlement[]) {
  const notices = new Set<'inbox' | 'outbox'>()
  const changing = settlements.filter(changesCases)
  if (changing.length > 0) await lockThreads(context, trx, threadsOfAll(settlements))
  const held = await lockHeld(context, trx, settlements)
  await dropOutdated(context, trx, changing, held)
  await dropDenied(trx, held)
  const closedReason = (settlement: Settlement) => held.get(settlement) ?? null
  if (changing.length > 0) notices.add('inbox')
  const sentOn = new Map<Settlement, Parcel>()
  if (held.size === 0) return { results: settlements.map(() => false), notices, sentOn }
  // Locked by thread, written in the order in which they were settled.
  const kept = settlements.filter((settlement) => held.has(settlement))
  for (const settlement of kept) await changeFans(context, trx, settlement)
  await keepLangs(context, trx, kept)
  await keepIntroductions(context, trx, kept)
  await markRead(context, trx, kept)
  const firsts = await insertReplies(context, trx, kept, closedReason)
  await insertDecisions(context, trx, kept)
  for (const { effects, now } of kept.filter(changesCases))
    await applyCases(context, trx, effects.cases ?? [], now, effects.stepsIn)
  for (const { effects, claim } of kept)
    for (const said of effects.saidInGroup ?? []) await showSaidInGroup(context, trx, said, claim.conversation.id)
  for (const { effects, now } of kept)
    for (const { conversation, outgoing } of effects.elsewhere ?? [])
      await writeOutbox(trx, conversation, [outgoing], now)
  const sendLease = randomUUID()
  const ends = kept.map((one) => turnEnd(one, closedReason(one) !== null, sendLease))
  const ended = await endTurns(context, trx, ends)
  if (isAnyDue(ended)) notices.add('inbox')
  const places = new Map(ended.map((row) => [row.id, row]))
  for (const one of kept) {
    const place = places.get(one.claim.conversation.id)
    const parcel = place?.send_owner === sendLease ? parcelOf(one, place, firsts, sendLease) : undefined
    if (parcel) sentOn.set(one, parcel)
  }
  const isForOutbox = ({ effects }: Settlement) =>
    effects.outbox.length > 0 || effects.draft !== undefined || effects.saidInGroup !== undefined
  if (kept.some((one) => (isForOutbox(one) && !sentOn.has(one)) || changesCases(one))) notices.add('outbox')
  return { results: settlements.map((settlement) => held.has(settlement)), notices, sentOn }
}

function changesCases({ effects }: Settlement): boolean {
  return (
    effects.stepsIn !== undefined ||
    effects.link !== undefined ||
    effects.helper !== undefined ||
    quotedIn(effects).length > 0 ||
    (effects.cases?.length ?? 0) > 0
  )
}

function threadsOfAll(settlements: readonly Settlement[]): ThreadId[] {
  return settlements.flatMap(({ claim, effects }) => [
    claim.conversation.threadId,
    ...threadsOf(effects.cases ?? [], effects.stepsIn),
    ...(effects.elsewhere ?? []).map(({ threadId }) => threadId),
  ])
}

/** Whoever decided about a case, or a request to join accounts, that changed since thinks about the turn anew: its lease ends here, and is no failure. */
async function dropOutdated(
  context: StoreContext,
  trx: Transaction<Database>,
  changing: readonly Settlement[],
  held: Map<Settlement, string | null>,
): Promise<void> {
  const taken = new Set<string>()
  for (const settlement of changing) {
    if (!held.has(settlement)) continue
    const { cases = [], stepsIn } = settlement.effects
    const isFirst = cases.every(({ id, version }) => version === undefined || !taken.has(id))
    const isCurrent = isFirst && (await areCurrent(context, trx, cases, stepsIn))
    if (isCurrent && (await changeCommunity(context, trx, settlement))) {
      for (const { id } of cases) taken.add(id)
      continue
    }
    held.delete(settlement)
    await thinkAnew(trx, settlement)
  }
}

async function thinkAnew(trx: Transaction<Database>, { claim }: Settlement): Promise<void> {
  await trx
    .updateTable('conversations')
    .set({ lease_owner: null, lease_until: null })
    .where('id', '=', claim.conversation.id)
    .execute()
}

/** That staff have all of it would deny what its fan was told since, that a file did not get through. */
async function dropDenied(trx: Transaction<Database>, held: Map<Settlement, string | null>): Promise<void> {
  for (const settlement of held.keys()) {
    const { claim, effects } = settlement
    if (effects.saysHeld === undefined || !(await isToldLost(trx, claim.conversation.id, effects.saysHeld))) continue
    held.delete(settlement)
    await thinkAnew(trx, settlement)
  }
}

/** False where it is out of date. A turn brings one change of these at most. */
async function changeCommunity(
  context: StoreContext,
  trx: Transaction<Database>,
  { effects, claim, turn, now }: Settlement,
): Promise<boolean> {
  const { link, helper } = effects
  const quoted = quotedIn(effects)
  const use = { conversation: claim.conversation.id, turn: turn.id, now }
  if (quoted.length > 0 && !(await keepUses(context, trx, quoted, use))) return false
  if (link) return await changeLink(context, trx, link, now)
  return !helper || (await changeHelper(context, trx, helper, now))
}

const selectHeld = statement<{ id: ConversationId; lease_owner: string; closed_reason: string | null }>(
  (context) => sql`
    select conversations.id, lease_owner, closed_reason
    from (select ${text('conversation')} as conversation, ${text('lease')} as lease, ${text('brand')} as brand
      from ${context.rows([])}) as held
    join conversations on conversations.id = held.conversation and conversations.lease_owner = held.lease
      and conversations.brand = held.brand
    ${context.lockConversations}`,
)

/** Locks the conversations whose lease is still held, each with why it is closed if it is; the others are left alone. */
async function lockHeld(
  context: StoreContext,
  trx: Transaction<Database>,
  settlements: readonly Settlement[],
): Promise<Map<Settlement, string | null>> {
  const byLease = new Map<string, Settlement>()
  for (const settlement of settlements) {
    const { conversation, lease } = settlement.claim
    const key = `${conversation.id} ${lease}`
    if (!byLease.has(key)) byLease.set(key, settlement)
  }
  const { brand } = context
  const rows: { thread: ThreadId; conversation: ConversationId; lease: string; brand: string }[] = []
  for (const { claim } of byLease.values()) {
    const { id, threadId } = claim.conversation
    rows.push({ thread: threadId, conversation: id, lease: claim.lease, brand })
  }
  const locked = await selectHeld(context, trx, JSON.stringify(rows.sort(byThread)))
  return new Map(
    locked.flatMap(({ id, lease_owner, closed_reason }) => {
      const settlement = byLease.get(`${id} ${lease_owner}`)
      return settlement ? [[settlement, closed_reason] as const] : []
    }),
  )
}

/** The rarer effects, in the order in which one may rest on another. */
async function changeFans(context: StoreContext, trx: Transaction<Database>, settlement: Settlement): Promise<void> {
  const { effects, claim, now } = settlement
  const conversation = claim.conversation.id
  if (effects.forget) await forget(context, trx, effects.forget, conversation, effects, now)
  if (effects.consent) {
    await setConsent(context, trx, effects.consent, now)
    if (effects.consent.consent === 'no') await endEvidence(context, trx, effects.consent.accountId, now)
  }
  if (effects.scope) await setScope(context, trx, effects.scope, now)
  if (effects.unremember) await dropFacts(context, trx, effects.unremember, now)
  if (effects.remember) await keepFacts(context, trx, effects.remember, conversation, now)
  if (effects.work) {
    await changeWork(context, trx, effects.work, now)
    await lookAgain(context, trx, effects.work.account, now)
  }
  if (effects.handoff) await openCase(context, trx, effects.handoff, conversation, now)
  if (effects.wantsNews) await keepWantsNews(context, trx, effects.wantsNews)
  if (effects.standing) await changeStanding(context, trx, effects.standing, now)
  if (effects.vote) await keepVote(context, trx, effects.vote, now)
  if (effects.titlesTold) await keepTitlesTold(context, trx, effects.titlesTold, now)
  if (effects.evidence) await keepEvidence(context, trx, effects.evidence, conversation)
  if (effects.reports) await keepReports(context, trx, effects.reports, conversation)
  if (effects.draft) await keepDraft(context, trx, effects.draft, { conversation, turn: settlement.turn.id, now })
}

/** The language a fan last wrote in: of the turn's last author, unless the turn forgot them. */
async function keepLangs(
  context: StoreContext,
  trx: Transaction<Database>,
  settlements: readonly Settlement[],
): Promise<void> {
  const langs = settlements.flatMap(({ claim, turn, effects }) => {
    const lang = effects.conversation?.lang
    const account = claim.unread.findLast(({ row }) => turn.rows.includes(row))?.author.accountId
    return lang === undefined || account === undefined || effects.forget ? [] : [{ account, lang: storable(lang) }]
  })
  if (langs.length > 0) await setLangs(context, trx, langs)
}

async function keepIntroductions(
  context: StoreContext,
  trx: Transaction<Database>,
  settlements: readonly Settlement[],
): Promise<void> {
  const told = settlements.flatMap(({ effects: { introduced }, now }) =>
    introduced === undefined ? [] : [{ account: introduced, at: now }],
  )
  if (told.length > 0) await setIntroduced(context, trx, told)
}

const updateRead = statement(
  (context) => sql`
    update messages set state = 'read', turn_id = r.turn, done_at = r.now
    from (select ${int('row')} as id, ${text('conversation')} as conversation, ${text('turn')} as turn, ${int('now')} as now
      from ${context.rows([])}) as r
    where messages.id = r.id and messages.conversation_id = r.conversation and messages.state = 'unread'`,
)

async function markRead(
  context: StoreContext,
  trx: Transaction<Database>,
  settlements: readonly Settlement[],
): Promise<void> {
  const rows = settlements.flatMap(({ claim, turn, now }) =>
    turn.rows.map((row) => ({ row, conversation: claim.conversation.id, turn: turn.id, now })),
  )
  await updateRead(context, trx, JSON.stringify(rows))
}

const insertRecords = statement(
  (context) => sql`
    insert into decisions (turn_id, conversation_id, at, kind, reason, answer_id, score, record, only_spoke, owed)
    select ${text('turn')}, ${text('conversation')}, ${int('at')}, ${text('kind')}, ${text('reason')}, ${text('answer')},
      cast(${text('score')} as double precision), ${text('record')}, ${int('spoke')}, ${int('owed')}
    from ${context.rows([])}`,
)

async function insertDecisions(
  context: StoreContext,
  trx: Transaction<Database>,
  settlements: readonly Settlement[],
): Promise<void> {
  const rows = settlements.map(({ claim, turn, effects: { decision, ...effects }, now }) => ({
    turn: turn.id,
    conversation: claim.conversation.id,
    at: now,
    kind: decision.kind,
    reason: decision.reason,
    answer: 'answerId' in decision ? decision.answerId : undefined,
    score: 'score' in decision ? decision.score : undefined,
    record: JSON.stringify({
      flags: decision.flags,
      alternatives: decision.alternatives,
      unsupported: decision.unsupported,
      rows: turn.rows,
      personaVersion: effects.personaVersion,
      introduced: effects.forget === undefined ? effects.introduced : undefined,
      spent: effects.spent,
    }),
    spoke:
      effects.cases ||
      effects.stepsIn ||
      effects.handoff ||
      effects.remember ||
      effects.unremember ||
      effects.consent ||
      effects.forget ||
      effects.link ||
      effects.helper ||
      effects.standing ||
      effects.titlesTold ||
      effects.vote ||
      effects.work ||
      quotedIn(effects).length > 0 ||
      effects.scope
        ? 0
        : 1,
    owed: decision.reason === 'model-failed' ? 1 : 0,
  }))
  await insertRecords(context, trx, JSON.stringify(rows))
}

/** A turn in which danger was told, or that calls a person for it. */
function isUrgent({ claim, turn, effects }: Pick<Settlement, 'claim' | 'turn' | 'effects'>): boolean {
  if (effects.outbox.length === 0) return false
  if (effects.handoff && isDanger(effects.handoff.reason)) return true
  return claim.unread.some(({ row, weight }) => weight === danger && turn.rows.includes(row))
}

function turnEnd({ claim, turn, effects, now, sendOn }: Settlement, isClosed: boolean, sendLease: string): TurnEnd {
  const { state, lang, summary, summaryUpTo } = effects.conversation ?? {}
  return {
    conversation: claim.conversation.id,
    now,
    turn: turn.id,
    ...(state !== undefined && { state: stateText(state) }),
    ...(lang !== undefined && { lang: storable(lang) }),
    ...(summary !== undefined && { summary: storable(summary) }),
    ...(summaryUpTo !== undefined && { summaryUpTo }),
    ...(effects.outbox.length > 0 && !isClosed && { sendAt: now }),
    ...(sendOn && effects.outbox.length > 0 && !isClosed && { sendLease, sendLeaseMs: sendOn.leaseMs }),
    ...(isUrgent({ claim, turn, effects }) && { isUrgent: 1 }),
  }
}
