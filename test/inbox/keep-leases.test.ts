/** A turn keeps its conversation as long as it thinks, and is told as soon as it no longer does. */
import { describe, expect, it } from 'vitest'
import { createLeaseKeeper } from '../../src/inbox/keep-leases.ts'
import { createLog } from '../../src/log.ts'
import type { Inbox } from '../../src/ports/inbox.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { accept, at, claimOne, message, sqliteTestDatabase, useStore } from '../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)
const THIRD_MS = at.leaseMs / 3

/** A keeper on the store of the test; `passed` moves the time and waits until `renewals` were asked for. */
function keeping(renew: Inbox['renew'] = (claims, options) => under.store.inbox.renew(claims, options)) {
  const clock = createManualClock({ startsAt: at.now })
  const outer = new AbortController()
  let rung = Promise.withResolvers<void>()
  const keeper = createLeaseKeeper(
    {
      inbox: {
        renew: (claims, options) => renew(claims, options).finally(() => rung.resolve()),
      },
      clock,
      log: createLog({ level: 'silent' }),
      leaseMs: at.leaseMs,
    },
    outer.signal,
  )
  return {
    keeper,
    outer,
    clock,
    async renewed() {
      rung = Promise.withResolvers()
      clock.advance(THIRD_MS)
      await rung.promise
      // What is done with the answer comes right behind it.
      await new Promise(setImmediate)
    },
  }
}

describe('a lease', () => {
  it('is renewed for as long as the turn is thought about, and no longer', async () => {
    await accept(under.store, message('1'))
    const { keeper, clock, renewed } = keeping()
    const lease = keeper.hold(await claimOne(under.store))
    for (let round = 0; round < 6; round++) await renewed()
    const other = await under.open()
    expect(await other.inbox.claim({ ...at, now: clock.now() })).toEqual([])
    expect(lease.isLost).toBe(false)
    lease.end()
    clock.advance(at.leaseMs)
    await keeper.stop()
    expect(await other.inbox.claim({ ...at, now: clock.now() })).toHaveLength(1)
  })

  it('is renewed also after the time of day was set back', async () => {
    await accept(under.store, message('1'))
    const { keeper, clock, renewed } = keeping()
    const lease = keeper.hold(await claimOne(under.store))
    clock.setBack(3_600_000)
    await renewed()
    await renewed()
    const [row] = await under.database.query('select lease_until from conversations')
    expect(Number(row?.lease_until)).toBeCloseTo(clock.now() + at.leaseMs, 0)
    lease.end()
    clock.advance(at.leaseMs)
    await keeper.stop()
  })

  it('that another took is lost, and the turn is told by its signal', async () => {
    await accept(under.store, message('1'))
    const { keeper, renewed } = keeping()
    const lease = keeper.hold(await claimOne(under.store))
    await claimOne(await under.open(), { now: at.now + at.leaseMs })
    expect(lease.signal.aborted).toBe(false)
    await renewed()
    expect(lease.isLost).toBe(true)
    expect(lease.signal.aborted).toBe(true)
    await keeper.stop()
  })

  it('is not given up because the database does not answer once', async () => {
    await accept(under.store, message('1'))
    let isDown = true
    const { keeper, renewed } = keeping(async (claim, options) => {
      if (isDown) throw new Error('no connection')
      return await under.store.inbox.renew(claim, options)
    })
    const lease = keeper.hold(await claimOne(under.store))
    await renewed()
    expect(lease.isLost).toBe(false)
    isDown = false
    await renewed()
    expect(lease.isLost).toBe(false)
    await keeper.stop()
  })

  it('ends its turn when the program stops, and is not called lost', async () => {
    await accept(under.store, message('1'))
    const { keeper, outer } = keeping()
    const lease = keeper.hold(await claimOne(under.store))
    outer.abort(new Error('stopping'))
    expect(lease.signal.aborted).toBe(true)
    expect(lease.isLost).toBe(false)
    await keeper.stop()
  })
})
