/** What the path and the desk ask of the store, each as they ask it; the round tells the fans apart. */
import { type AccountId, accountId, type ThreadId, type TurnId, threadId } from '../../src/domain/ids.ts'
import type { InboundMessage, Outgoing, ReviewedText } from '../../src/domain/message.ts'
import { bot } from '../../src/domain/speaker.ts'
import type { Claim } from '../../src/ports/inbox.ts'
import type { Parcel } from '../../src/ports/outbox.ts'
import type { Store } from '../../src/ports/store.ts'

type Ask = (round: number) => Promise<unknown>

/** When the last message was written. */
export const filledAt = 1_800_000_000_000
const leaseMs = 60_000
const first = 1_000_000
const far = 50_000

/** In their order: what is accepted is claimed, what is claimed is settled, what is settled is sent. */
export function asks(store: Store): readonly (readonly [string, Ask])[] {
  const { inbox, outbox, memory, cases, deskWork: work, records } = store
  const claims: Claim[] = []
  const parcels: Parcel[] = []
  const fan = (round: number) => first + far + round
  let at = filledAt + 1
  const next = () => {
    at += 1
    return at
  }
  return [
    ['accept: one message', (round) => inbox.accept([said(fan(round), `new-${at}`)], { now: next(), burstMs: 0 })],
    ['accept: a hundred', (round) => inbox.accept(hundred(round, at), { now: next(), burstMs: 1_000_000 })],
    ['claim', async () => void claims.push(...(await inbox.claim({ now: at, leaseMs, limit: 1 })))],
    ['when the next turn is due', () => inbox.nextDueAt()],
    ['recall', async (round) => recall(store, claims[round])],
    ['a case elsewhere', async (round) => cases.elsewhere(accountOf(fan(round)), conversationOf(claims[round]))],
    ['settle: a reply', (round) => settle(store, claims[round], at, {})],
    ['take what is to be sent', async () => void parcels.push(...(await outbox.due({ now: at, leaseMs, limit: 1 })))],
    ['when the next message leaves', () => outbox.nextDueAt()],
    ['sent', async (round) => void (parcels[round] && (await outbox.sent(parcels[round], `sent-${round}`, at)))],
    [
      'how long a team waits, and how many',
      async () => [await cases.waits('care', month), await cases.waiting('care')],
    ],
    [
      'accept, claim and settle: a handoff',
      async (round) => {
        const who = fan(round + 1000)
        await inbox.accept([said(who, `help-${round}`)], { now: next(), burstMs: 0 })
        const [claim] = await inbox.claim({ now: at, leaseMs, limit: 1 })
        const handoff = {
          accountId: accountOf(who),
          reason: 'complaint',
          summary: 'Wants a person.',
          timers: { 'first-response': at },
        } as const
        await settle(store, claim, at, { handoff })
      },
    ],
    ['the desk: is there work', () => work.isIdle(at)],
    ['the desk: when is the next', () => work.nextDueAt()],
    ['the desk: cards', () => work.claimCards({ now: at, leaseMs: 0, limit: 50 })],
    ['the desk: lines to show', () => work.unrelayed(50)],
    ['the desk: marks and changes', () => work.tasks(50)],
    ['the desk: timers', () => work.dueTimers(at, 50)],
    ['the desk: what changed for pages', () => cases.changedSince(at - 10_000, 500)],
    ['a message in a staff thread', async (round) => cases.byStaffThread(staffThread(round + 1))],
    ['what an answered line stands for', async (round) => cases.relayed(staffThread(round + 1), 'line-9')],
    ['a case by its beginning', async () => cases.find('abcd')],
    ['the inbox, first page', () => cases.list({ gravestFirst: true, limit: 50 })],
    ['the inbox, of one team', () => cases.list({ gravestFirst: true, team: 'care', limit: 50 })],
    ['the inbox, counts', () => cases.counts('desk:dana')],
    ['closed cases', () => cases.list({ status: 'closed', limit: 50 })],
    ['talks', () => cases.recent(50)],
    [
      'a fan edits',
      (round) =>
        happens(store, at, {
          kind: 'edited',
          threadId: threadOf(fan(round)),
          messageId: '9',
          text: `new ${round}`,
          at,
        }),
    ],
    [
      'a fan reacts',
      (round) => happens(store, at, { kind: 'reacted', ...about(fan(round)), messageId: '10', emojis: ['👍'], at }),
    ],
    [
      'a fan deletes',
      (round) => happens(store, at, { kind: 'deleted', threadId: threadOf(fan(round)), messageIds: ['9'], at }),
    ],
    [
      'a fan blocks the bot',
      (round) => happens(store, at, { kind: 'closed', threadId: threadOf(fan(round)), reason: 'blocked', at }),
    ],
    ['threads of one chat', (round) => records.threads('telegram', threadOf(fan(round)))],
    ['metrics', () => records.workload()],
    ['export of a fan', (round) => memory.exportFan(accountOf(fan(round)))],
    [
      'forget',
      async (round) => {
        const who = fan(round + 2000)
        await inbox.accept([said(who, `forget-${round}`)], { now: next(), burstMs: 0 })
        const [claim] = await inbox.claim({ now: at, leaseMs, limit: 1 })
        await settle(store, claim, at, { forget: accountOf(who) })
      },
    ],
  ]
}

const month = { since: filledAt - 30 * 86_400_000, limit: 20 }

function threadOf(fan: number): ThreadId {
  return threadId('telegram', fan)
}

function staffThread(nth: number): ThreadId {
  return threadId('telegram', -100777, nth)
}

function accountOf(fan: number): AccountId {
  return accountId('telegram', fan)
}

function about(fan: number) {
  return { threadId: threadOf(fan), accountId: accountOf(fan) }
}

function said(fan: number, id: string): InboundMessage {
  return {
    ...{ id, threadId: threadOf(fan), surface: 'direct', sentAt: filledAt, isMention: false },
    author: { accountId: accountOf(fan), name: `Fan telegram:${fan}`, isBot: false, lang: 'en' },
    text: `How long do I have to send ${id} back?`,
  }
}

function hundred(round: number, at: number): InboundMessage[] {
  return Array.from({ length: 100 }, (_, nth) => said(first + 60_000 + round * 100 + nth, `many-${at}`))
}

function conversationOf(claim: Claim | undefined) {
  if (claim === undefined) throw new Error('nothing was due')
  return claim.conversation.id
}

async function recall({ memory }: Store, claim: Claim | undefined) {
  const account = claim?.unread[0].author.accountId
  if (claim && account) await memory.recall(claim.conversation.id, account, { before: claim.unread[0].row, limit: 30 })
}

async function settle(
  store: Store,
  claim: Claim | undefined,
  at: number,
  more: Partial<Parameters<Store['inbox']['settle']>[2]>,
) {
  if (claim === undefined) throw new Error('nothing was due')
  const outgoing: Outgoing = { kind: 'text', text: 'Thirty days.' as ReviewedText, speaker: bot }
  const rows = claim.unread.map(({ row }) => row)
  const id = `turn-${claim.lease}` as TurnId
  const decision = { kind: 'silent', reason: 'acknowledgement', alternatives: [], flags: [] } as const
  const isSettled = await store.inbox.settle(
    claim,
    { id, rows },
    { outbox: [outgoing], decision: decision, ...more },
    at,
  )
  if (!isSettled) throw new Error('the lease was lost')
}

async function happens(
  { inbox }: Store,
  at: number,
  event: NonNullable<Parameters<Store['inbox']['accept']>[1]['events']>[number],
) {
  await inbox.accept([], { now: at, burstMs: 0, events: [event] })
}
