/** What is due leaves in order, is tried again while there is hope, and put aside when there is none. */
import { describe, expect, it, vi } from 'vitest'
import { accountId, type ThreadId, threadId } from '../../src/domain/ids.ts'
import { wordsOfOutgoing } from '../../src/domain/message.ts'
import { SendError } from '../../src/errors.ts'
import { createLog } from '../../src/log.ts'
import { createDeliver, type Deliver, type DeliverDeps } from '../../src/outbox/deliver.ts'
import type { Adapter } from '../../src/ports/adapter.ts'
import type { Store } from '../../src/ports/store.ts'
import { createWake } from '../../src/wake.ts'
import { createManualClock, type ManualClock } from '../support/manual-clock.ts'
import {
  accept,
  answer,
  at,
  ben,
  claimOne,
  effects,
  message,
  says,
  sqliteTestDatabase,
  turnId,
  useStore,
} from '../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const MINUTE_MS = 60_000

/** A platform of which each send does what it is told: answers, or throws. Keeps what it was asked to say. */
function platform(send: (words: string, nth: number) => string | Promise<string> = (_, nth) => `sent-${nth}`) {
  const asked: string[] = []
  const adapter: Adapter = {
    platform: 'telegram',
    abilities: { maxLength: 4096, markdown: 'none', buttons: false },
    start: async () => {},
    stop: async () => {},
    async send(outbound) {
      const words = wordsOfOutgoing(outbound)
      asked.push(words)
      return { messageId: await send(words, asked.length) }
    },
  }
  return { adapter, asked }
}

function delivering(store: Store, adapter: Adapter | undefined, clock: ManualClock, more: Partial<DeliverDeps> = {}) {
  const log = createLog({ level: 'silent' })
  const deps = {
    outbox: store.outbox,
    adapterOf: () => adapter,
    platforms: ['telegram'],
    leaseMs: at.leaseMs,
    wake: createWake(clock),
    clock,
  }
  const deliver = createDeliver({ ...deps, log, ...more })
  return {
    run: (signal: AbortSignal, last?: AbortSignal) => deliver.run(signal, last),
    place: (thread: ThreadId) => deliver.place(thread),
    /** All that is due at this moment, as at the end of the program. */
    once: () => deliver.run(AbortSignal.abort()),
  }
}

const newClock = () => createManualClock({ startsAt: at.now })
const busy = (retryAfterMs?: number) =>
  new SendError('busy', { isPermanent: false, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) })

describe('what is due', () => {
  it('is said in the order of its conversation, whatever waits in others', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    await answer(under.store, message('1', ben), 'to ben')
    await answer(under.store, message('2'), 'three')
    const { adapter, asked } = platform()
    await delivering(under.store, adapter, newClock()).once()
    expect(asked.filter((words) => words !== 'to ben')).toEqual(['one', 'two', 'three'])
    expect(asked).toContain('to ben')
    expect(await under.store.outbox.nextDueAt()).toBeUndefined()
  })

  it('waits without being lost while its platform is not configured', async () => {
    await answer(under.store, message('1'), 'one')
    const clock = newClock()
    await delivering(under.store, undefined, clock).once()
    expect(await under.store.outbox.nextDueAt()).toBe(clock.now() + 5 * MINUTE_MS)
    clock.advance(5 * MINUTE_MS)
    const { adapter, asked } = platform()
    await delivering(under.store, adapter, clock).once()
    expect(asked).toEqual(['one'])
  })
})

it('however slow the database is to write down what was sent, no more than three are sent and not written down', async () => {
  const fans = Array.from({ length: 60 }, (_, n) => accountId('telegram', n))
  for (const fan of fans) await answer(under.store, message('1', fan), 'one')
  const clock = newClock()
  const { outbox } = under.store
  let open = 0
  let most = 0
  const { adapter } = platform((_, nth) => {
    open += 1
    most = Math.max(most, open)
    return `sent-${nth}`
  })
  const slow: Store['outbox'] = {
    ...outbox,
    async sent(...given) {
      clock.advance(200)
      await outbox.sent(...given)
      open -= 1
    },
  }
  await delivering(under.store, adapter, clock, { outbox: slow, leaseMs: MINUTE_MS }).once()
  expect(await outbox.nextDueAt()).toBeUndefined()
  expect(most).toBeLessThanOrEqual(3)
})

describe('a reply that is settled', () => {
  /** Settles Ana's next message with this answer, for whoever has a place for it. */
  async function settleFor(place: ReturnType<Deliver['place']>, id: string, text: string): Promise<void> {
    await accept(under.store, message(id))
    const claim = await claimOne(under.store)
    const turn = { id: turnId(), rows: claim.unread.map(({ row }) => row) }
    await under.store.inbox.settle(claim, turn, effects({ outbox: [says(text)] }), at.now, place)
    place?.leave()
  }

  it('leaves at once by the place kept for it, in the order of its conversation, and is written down', async () => {
    const { adapter, asked } = platform()
    const clock = newClock()
    const ending = new AbortController()
    const deliver = delivering(under.store, adapter, clock)
    const running = deliver.run(ending.signal)
    const placeFor = (id: string) =>
      vi.waitFor(() => deliver.place(message(id).threadId) ?? expect.fail('no place yet'))
    await settleFor(await placeFor('1'), '1', 'one')
    await expect.poll(() => under.store.outbox.nextDueAt()).toBeUndefined()
    await settleFor(await placeFor('2'), '2', 'two')
    await expect.poll(() => under.store.outbox.nextDueAt()).toBeUndefined()
    ending.abort()
    await running
    expect(asked).toEqual(['one', 'two'])
  })

  it('has no place while it is asked what is due for all of them', async () => {
    const { outbox } = under.store
    const { promise: answered, resolve: answerNow } = Promise.withResolvers<void>()
    const { promise: isAsked, resolve: asked } = Promise.withResolvers<void>()
    const slow: Store['outbox'] = {
      ...outbox,
      async due(options) {
        asked()
        await answered
        return await outbox.due(options)
      },
    }
    const ending = new AbortController()
    const deliver = delivering(under.store, platform().adapter, newClock(), { outbox: slow })
    const running = deliver.run(ending.signal)
    await isAsked
    expect(deliver.place(message('1').threadId)).toBeUndefined()
    answerNow()
    await expect.poll(() => deliver.place(message('1').threadId)).toBeDefined()
    ending.abort()
    await running
  })

  it('has no place where all are taken, until one is given back unused, nor when nothing is sent any more', async () => {
    const { adapter } = platform()
    const ending = new AbortController()
    const deliver = delivering(under.store, adapter, newClock(), { parallel: 1 })
    const { threadId: there } = message('1')
    expect(deliver.place(there)).toBeUndefined()
    const running = deliver.run(ending.signal)
    const place = await vi.waitFor(() => deliver.place(there) ?? expect.fail('no place yet'))
    expect(deliver.place(there)).toBeUndefined()
    place.leave()
    expect(deliver.place(there)).toBeDefined()
    ending.abort()
    await running
    expect(deliver.place(there)).toBeUndefined()
  })
})

describe('a platform that does not answer', () => {
  it('holds its own replies alone: those of another leave meanwhile', async () => {
    const discord = accountId('discord', 'cleo')
    for (let n = 0; n < 4; n++) await answer(under.store, message('1', accountId('telegram', n)), `to ${n}`)
    await answer(under.store, message('1', discord, { threadId: threadId('discord', 'cleo') }), 'to cleo')
    const gate = Promise.withResolvers<void>()
    const { adapter, asked } = platform(async (words) => {
      if (words !== 'to cleo') await gate.promise
      return words
    })
    const stopping = new AbortController()
    const clock = newClock()
    const deps = { platforms: ['telegram', 'discord'], parallel: 2 }
    const running = delivering(under.store, adapter, clock, deps).run(stopping.signal, AbortSignal.abort())
    await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 60_000 })
    clock.advance(250)
    await vi.waitFor(() => expect(asked).toContain('to cleo'), { timeout: 60_000 })
    expect(asked).toHaveLength(3)
    gate.resolve()
    await vi.waitFor(() => expect(asked).toHaveLength(5), { timeout: 60_000 })
    stopping.abort()
    await running
  })
})

describe('the end of the program', () => {
  it('finishes what is on its way and begins nothing more once its time is over; the rest stays due', async () => {
    await answer(under.store, message('1'), 'one', 'two', 'three')
    const clock = newClock()
    const last = new AbortController()
    const { adapter, asked } = platform((_, nth) => {
      if (nth === 2) last.abort()
      return `sent-${nth}`
    })
    await delivering(under.store, adapter, clock).run(AbortSignal.abort(), last.signal)
    expect(asked).toEqual(['one', 'two'])
    expect(await under.store.outbox.nextDueAt()).toBe(clock.now())
    await delivering(under.store, adapter, clock).once()
    expect(asked).toEqual(['one', 'two', 'three'])
  })
})

describe('a send that fails for now', () => {
  it('is tried again after waits that double, and what follows it waits too', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    const clock = newClock()
    const { adapter, asked } = platform((_, nth) => {
      if (nth <= 3) throw busy()
      return `sent-${nth}`
    })
    const { once } = delivering(under.store, adapter, clock)
    for (const waitMs of [1_000, 2_000, 4_000]) {
      await once()
      expect(await under.store.outbox.nextDueAt()).toBe(clock.now() + waitMs)
      clock.advance(waitMs - 1)
      await once()
      clock.advance(1)
    }
    expect(asked).toEqual(['one', 'one', 'one'])
    await once()
    expect(asked).toEqual(['one', 'one', 'one', 'one', 'two'])
  })

  it('waits as long as the platform asks', async () => {
    await answer(under.store, message('1'), 'one')
    const clock = newClock()
    const { adapter } = platform(() => {
      throw busy(37_000)
    })
    await delivering(under.store, adapter, clock).once()
    expect(await under.store.outbox.nextDueAt()).toBe(clock.now() + 37_000)
  })

  it('is given up in the end, and the next one has its turn', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    const clock = newClock()
    const { adapter, asked } = platform((words) => {
      if (words === 'one') throw busy()
      return 'sent'
    })
    const { once } = delivering(under.store, adapter, clock)
    for (let tries = 0; !asked.includes('two') && tries < 100; tries++) {
      await once()
      clock.advance(5 * MINUTE_MS)
    }
    expect(asked.filter((words) => words === 'one')).toHaveLength(24)
    expect(await under.store.records.deadLetters(5)).toMatchObject([{ reason: 'busy' }])
  })
})

describe('a send that succeeded and could not be written down', () => {
  it('is written down when it is offered again, and not said twice', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    const clock = newClock()
    const { adapter, asked } = platform()
    const written: string[] = []
    const outbox: Store['outbox'] = {
      ...under.store.outbox,
      async sent(parcel, messageId, now) {
        written.push(messageId)
        if (written.length === 1) throw new Error('disk full')
        await under.store.outbox.sent(parcel, messageId, now)
      },
    }
    const { once } = delivering(under.store, adapter, clock, { outbox })
    await once()
    expect(asked).toEqual(['one'])
    clock.advance(at.leaseMs)
    await once()
    expect(asked).toEqual(['one', 'two'])
    expect(written).toEqual(['sent-1', 'sent-1', 'sent-2'])
    expect(await under.store.outbox.nextDueAt()).toBeUndefined()
  })
})

describe('a send that can never succeed', () => {
  it('is put aside at once with its reason, and the next one goes out', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    const { adapter, asked } = platform((words) => {
      if (words === 'one') throw new SendError('blocked by the fan', { isPermanent: true })
      return 'sent'
    })
    await delivering(under.store, adapter, newClock()).once()
    expect(asked).toEqual(['one', 'two'])
    expect(await under.store.records.deadLetters(5)).toMatchObject([{ reason: 'blocked by the fan' }])
  })

  it('takes with it all that waits for a thread that is gone', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    await answer(under.store, message('1', ben), 'to ben')
    const { adapter, asked } = platform((words) => {
      if (words === 'one') throw new SendError('left', { isPermanent: true, isThreadGone: true })
      return 'sent'
    })
    await delivering(under.store, adapter, newClock()).once()
    expect(asked.toSorted()).toEqual(['one', 'to ben'])
    expect(await under.store.records.deadLetters(5)).toHaveLength(2)
  })
})

/** A platform that takes its time: `begun` resolves once it was asked, and `end` lets it answer. */
function slow() {
  const begun = Promise.withResolvers<void>()
  const answered = Promise.withResolvers<string>()
  const { adapter, asked } = platform(() => {
    begun.resolve()
    return answered.promise
  })
  return { adapter, asked, begun: begun.promise, end: answered }
}

describe('a send that takes long', () => {
  it('is held for as long as it takes: no other program says it, or anything after it', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    const clock = newClock()
    const { adapter, asked, begun, end } = slow()
    let renewals = 0
    const outbox: Store['outbox'] = {
      ...under.store.outbox,
      async renew(parcels, options) {
        await under.store.outbox.renew(parcels, options)
        renewals++
      },
    }
    const ending = new AbortController()
    const running = delivering(under.store, adapter, clock, { outbox }).run(ending.signal)
    await begun
    for (let third = 1; third <= 6; third++) {
      await vi.waitFor(() => expect(clock.sleeps.filter((ms) => ms === at.leaseMs / 3)).toHaveLength(third), {
        timeout: 60_000,
      })
      clock.advance(at.leaseMs / 3)
      await vi.waitFor(() => expect(renewals).toBe(third), { timeout: 60_000 })
    }
    const other = platform()
    await delivering(await under.open(), other.adapter, clock).once()
    expect(other.asked).toEqual([])
    end.resolve('sent-1')
    ending.abort()
    await running
    expect(asked).toEqual(['one', 'two'])
  })
})

/** A database that answers, but not in time for a lease. */
const unrenewed = { renew: () => Promise.reject(new Error('busy')) }

describe('a send that outlasts its lease', () => {
  it('is not said twice by the program that still says it', async () => {
    await answer(under.store, message('1'), 'one')
    const clock = newClock()
    const { adapter, asked, begun, end } = slow()
    const offered = Promise.withResolvers<void>()
    let isOffered = false
    const outbox: Store['outbox'] = {
      ...under.store.outbox,
      ...unrenewed,
      async due(options) {
        const parcels = await under.store.outbox.due(options)
        if (isOffered && parcels.length > 0) offered.resolve()
        isOffered ||= parcels.length > 0
        return parcels
      },
    }
    const ending = new AbortController()
    const wake = createWake(clock)
    const running = delivering(under.store, adapter, clock, { outbox, wake }).run(ending.signal)
    await begun
    clock.advance(at.leaseMs)
    wake.wake()
    await offered.promise
    end.resolve('sent-1')
    ending.abort()
    await running
    expect(asked).toEqual(['one'])
    expect(await under.store.outbox.nextDueAt()).toBeUndefined()
  })

  it('may be said by another program, and the late failure then changes nothing', async () => {
    await answer(under.store, message('1'), 'one', 'two')
    const clock = newClock()
    const { adapter, begun, end } = slow()
    const ending = new AbortController()
    const outbox = { ...under.store.outbox, ...unrenewed }
    const late = delivering(under.store, adapter, clock, { outbox }).run(ending.signal)
    await begun
    ending.abort()
    clock.advance(at.leaseMs)
    const other = platform()
    await delivering(await under.open(), other.adapter, clock).once()
    end.reject(new SendError('blocked by the fan', { isPermanent: true }))
    await late
    expect(other.asked).toEqual(['one', 'two'])
    expect(await under.store.records.deadLetters(5)).toEqual([])
    expect(await under.store.outbox.nextDueAt()).toBeUndefined()
  })
})
