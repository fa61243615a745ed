/** What staff are shown of a talk: one case that cannot be shown just now keeps none of the others back. */
import { expect, it } from 'vitest'
import type { DeskLoopDeps } from '../../../src/desk/threads/loop-deps.ts'
import { stillPostponed } from '../../../src/desk/threads/postponed.ts'
import { relayLines } from '../../../src/desk/threads/relay.ts'
import { type AccountId, threadId } from '../../../src/domain/ids.ts'
import { createLog } from '../../../src/log.ts'
import { createManualClock } from '../../support/manual-clock.ts'
import { testPersona } from '../../support/persona.ts'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  happens,
  message,
  says,
  settle,
  sqliteTestDatabase,
  useStore,
} from '../../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const wits = { persona: testPersona() } as ReturnType<DeskLoopDeps['wits']>

/** A case of this fan, with a thread of staff in which nothing was shown yet. */
async function openCase(fan: AccountId, thread: number) {
  await accept(under.store, message('1', fan))
  const handoff = { accountId: fan, reason: 'legal', summary: 'Beans late.' } as const
  await settle(under.store, await claimOne(under.store), { handoff })
  const [opened] = (await under.store.cases.list()).filter(({ accountId }) => accountId === fan)
  if (!opened) throw new Error('the case is open')
  await under.store.deskWork.threadOpened(
    opened.id,
    { threadId: threadId('telegram', -900, thread), card: says('card'), titledAs: 'legal', upTo: 0, behind: [] },
    11_000,
  )
}

const shown = async () =>
  (await under.store.outbox.due({ ...at, now: 90_000, limit: 99 })).map((one) => one.message.threadId)

it('lines of one case that fail are tried again later, and those of another are shown meanwhile', async () => {
  await openCase(ana, 1)
  await openCase(ben, 2)
  const clock = createManualClock({ startsAt: 12_000 })
  let isBroken = true
  const deps = {
    work: under.store.deskWork,
    clock,
    log: createLog({ level: 'silent' }),
    adapterOf: () => undefined,
    platforms: [],
    wits() {
      if (!isBroken) return wits
      isBroken = false
      throw new Error('a bug of ours')
    },
  } satisfies Parameters<typeof relayLines>[0]
  const postponed = new Map()
  expect(await relayLines(deps, postponed)).toBe(1)
  expect(await relayLines(deps, postponed)).toBe(0)
  clock.advance(30_000)
  expect(await relayLines(deps, postponed)).toBe(1)
  expect(await relayLines(deps, postponed)).toBe(0)
  expect((await shown()).toSorted()).toEqual([threadId('telegram', -900, 1), threadId('telegram', -900, 2)])
})

it('changes that wait to be tried again are passed over, however many they are', async () => {
  const { deskWork, outbox } = under.store
  for (const [nth, fan] of [ana, ben].entries()) await openCase(fan, nth + 1)
  for (const { case: one, lines } of await deskWork.unrelayed(9))
    await deskWork.relay(
      one.id,
      lines.map(({ row }) => ({ row, outgoing: says('shown') })),
      13_000,
    )
  for (let now = 20_000; now < 20_004; now++)
    for (const parcel of await outbox.due({ ...at, now, limit: 99 }))
      await outbox.sent(parcel, `p-${parcel.message.id}`, now)
  for (const fan of [ana, ben])
    await happens(under.store, {
      kind: 'edited',
      threadId: message('1', fan).threadId,
      messageId: '1',
      text: 'anew',
      at: 21_000,
    })
  const tasks = await deskWork.tasks(9)
  expect(tasks.map(({ todo }) => todo)).toEqual(['edited', 'edited'])
  const [first, second] = tasks
  const left = await deskWork.tasks(1, first ? [first.relayId] : [])
  expect(left.map(({ relayId }) => relayId)).toEqual([second?.relayId])
})

it('whoever waited long enough is postponed no more', () => {
  const postponed = new Map([
    ['a', 100],
    ['b', 200],
  ])
  expect([stillPostponed(postponed, 99), stillPostponed(postponed, 100), stillPostponed(postponed, 300)]).toEqual([
    ['a', 'b'],
    ['b'],
    [],
  ])
  expect(postponed.size).toBe(0)
})
