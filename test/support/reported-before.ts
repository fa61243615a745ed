/** A brand's ordinary weeks, written straight into its database: what it was reported before a test begins, so that what is usual is known. */
import type { TurnId } from '../../src/domain/ids.ts'
import { accountId, threadId } from '../../src/domain/ids.ts'
import { openStore } from '../../src/store/open-store.ts'
import { createManualClock } from './manual-clock.ts'

const MINUTE_MS = 60_000
const troubles = [
  'the parcel is late again, terrible',
  'my beans arrived stale and dusty',
  'the website logs me out all the time',
  'wrong grind size in my order, disappointed',
  'nobody picks up the phone on Sundays',
  'the subscription charged me twice, not good',
]

export interface ReportedBefore {
  readonly url: string
  readonly brand: string
  /** Epoch ms of the first, and how many there are, one in 40 minutes. */
  readonly from: number
  readonly count: number
}

export async function reportedBefore({ url, brand, from, count }: ReportedBefore): Promise<void> {
  const clock = createManualClock({ startsAt: from })
  await using store = await openStore(url, { brand, clock })
  for (let at = 0; at < count; at++) {
    const fan = `usual${at % 12}`
    const account = accountId('test', fan)
    const said = `${troubles[at % troubles.length]}`
    await store.inbox.accept(
      [
        {
          ...{
            threadId: threadId('test', fan),
            id: `before-${at}`,
            sentAt: clock.now(),
            surface: 'direct',
            isMention: true,
          },
          author: { accountId: account, name: fan, isBot: false },
          text: said,
        },
      ],
      { now: clock.now(), burstMs: 0 },
    )
    const [claim] = await store.inbox.claim({ now: clock.now(), leaseMs: MINUTE_MS, limit: 1 })
    if (claim === undefined) throw new Error('what was accepted is claimed')
    const [{ row }] = claim.unread
    const decision = { kind: 'silent', reason: 'staff-has-it', alternatives: [], flags: [] } as const
    const reports = [{ accountId: account, row, at: clock.now(), kind: 'complaint', lang: 'en' }] as const
    await store.inbox.settle(
      claim,
      { id: `turn-${at}` as TurnId, rows: [row] },
      { outbox: [], decision, reports },
      clock.now(),
    )
    clock.advance(40 * MINUTE_MS)
  }
}
