/** What was heard becomes turns, each settled once: tried again when it fails, and left alone when somebody else has it. */
import { describe, expect, it } from 'vitest'
import type { Effects } from '../../src/domain/effects.ts'
import { accountId } from '../../src/domain/ids.ts'
import type { Turn } from '../../src/domain/turn.ts'
import { MascotError, ModelError } from '../../src/errors.ts'
import { createDrain, type DrainDeps } from '../../src/inbox/drain.ts'
import { createLog } from '../../src/log.ts'
import type { Adapter } from '../../src/ports/adapter.ts'
import type { Decide, Decided } from '../../src/ports/decide.ts'
import type { Store } from '../../src/ports/store.ts'
import { createWake } from '../../src/wake.ts'
import { createManualClock } from '../support/manual-clock.ts'
import {
  accept,
  ana,
  at,
  ben,
  claimOne,
  effects,
  message,
  says,
  settle,
  sqliteTestDatabase,
  textsOf,
  useStore,
} from '../support/store-harness.ts'

const under = useStore(sqliteTestDatabase)

function decided(more: Partial<Effects> = {}, afterSettle = async () => {}): Decided {
  return { effects: effects(more), afterSettle }
}

const wordsOf = (turn: Turn) => turn.messages.map(({ text }) => text)

/** A drain at work; `turns(n)` resolves when n turns have ended, well or badly. */
function draining(
  store: Store,
  decide: Decide,
  more: {
    giveUp?: Decide
    burst?: 'together' | 'each'
    adapter?: Adapter
    modelLane?: DrainDeps['modelLane']
    logged?: string[]
    isIntakeFull?: () => boolean
  } = {},
) {
  const clock = createManualClock({ startsAt: at.now })
  const ending = new AbortController()
  const wake = createWake(clock)
  let ended = 0
  let waiting: { readonly count: number; resolve(): void } | undefined
  const drain = createDrain({
    inbox: store.inbox,
    decide,
    giveUp: more.giveUp ?? decide,
    burst: () => more.burst ?? 'together',
    storm: { isAddressed: () => true, needsPerson: () => false },
    isOverheard: () => false,
    ...(more.isIntakeFull ? { isIntakeFull: more.isIntakeFull } : {}),
    ...(more.modelLane ? { modelLane: more.modelLane } : {}),
    leaseMs: at.leaseMs,
    adapterOf: () => more.adapter,
    wake,
    onDone() {
      ended += 1
      if (waiting && ended >= waiting.count) waiting.resolve()
      wake.wake()
    },
    clock,
    log: more.logged
      ? createLog({ level: 'error', destination: { write: (line) => void more.logged?.push(line) } })
      : createLog({ level: 'silent' }),
  })
  const running = drain.run(ending.signal)
  return {
    handOver: drain.handOver,
    clock,
    wake,
    async turns(count: number) {
      if (ended >= count) return
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting = { count, resolve }
      await promise
    },
    async stop() {
      ending.abort()
      await running
    },
  }
}

describe('what was heard', () => {
  it('at once is one turn, and its answer goes out with it', async () => {
    await accept(under.store, message('1'), message('2'))
    const heard: string[][] = []
    const drain = draining(under.store, async (turn) => {
      heard.push(wordsOf(turn))
      return decided({ outbox: [says('hello')] })
    })
    await drain.turns(1)
    await drain.stop()
    expect(heard).toEqual([['text 1', 'text 2']])
    expect(textsOf(await under.store.outbox.due(at))).toEqual(['hello'])
    expect(await under.store.inbox.nextDueAt()).toBeUndefined()
  })

  it('is a turn each where the persona wants it so, the next one after the one before is written', async () => {
    await accept(under.store, message('1'), message('2'))
    const story: string[] = []
    const drain = draining(
      under.store,
      async (turn) => {
        story.push(...wordsOf(turn))
        return decided({}, async () => void story.push('written'))
      },
      { burst: 'each' },
    )
    await drain.turns(2)
    await drain.stop()
    expect(story).toEqual(['text 1', 'written', 'text 2', 'written'])
  })

  it('from one fan does not wait for another', async () => {
    await accept(under.store, message('1'), message('1', ben))
    const both = Promise.withResolvers<void>()
    let begun = 0
    const drain = draining(under.store, async () => {
      begun += 1
      if (begun === 2) both.resolve()
      await both.promise
      return decided()
    })
    await drain.turns(2)
    await drain.stop()
    expect(begun).toBe(2)
  })
})

describe('what is handed over by whoever hears it', () => {
  it('is a turn without anybody looking for it', async () => {
    const heard: string[][] = []
    const drain = draining(under.store, async (turn) => {
      heard.push(wordsOf(turn))
      return decided()
    })
    const { handOver } = drain
    await under.store.inbox.accept([message('1')], { now: at.now, burstMs: 0, handOver })
    await drain.turns(1)
    await drain.stop()
    expect(heard).toEqual([['text 1']])
  })

  it('is nothing while more is on its way, while many turns are in hand, and after the end', async () => {
    let isIntakeFull = true
    const { promise: thought, resolve: think } = Promise.withResolvers<void>()
    const slow = async () => {
      await thought
      return decided()
    }
    const drain = draining(under.store, slow, { isIntakeFull: () => isIntakeFull })
    const { handOver } = drain
    expect(handOver.places()).toBe(0)
    isIntakeFull = false
    for (let nth = handOver.places(); nth > 0; nth--) {
      const fan = accountId('telegram', `fan-${nth}`)
      await under.store.inbox.accept([message('1', fan)], { now: at.now, burstMs: 0, handOver })
    }
    expect(handOver.places()).toBe(0)
    think()
    await drain.stop()
    expect(handOver.places()).toBe(0)
  })

  it('too late goes back at once, and is no failure', async () => {
    const drain = draining(under.store, async () => decided())
    await drain.stop()
    const handOver = { ...drain.handOver, places: () => 1 }
    await under.store.inbox.accept([message('1')], { now: at.now, burstMs: 0, handOver })
    await expect.poll(() => under.store.inbox.claim(at)).toMatchObject([{ failures: 0 }])
  })
})

it('while more is to be heard than was handed over no turn begins, and then all of them', async () => {
  const fans = Array.from({ length: 30 }, (_, n) => accountId('telegram', n))
  await accept(under.store, ...fans.map((fan) => message('1', fan)))
  let isFull = true
  let begun = 0
  const decide: Decide = async () => {
    begun += 1
    return decided()
  }
  const drain = draining(under.store, decide, { isIntakeFull: () => isFull })
  for (let looks = 0; looks < 5; looks++) {
    await new Promise(setImmediate)
    drain.clock.advance(25)
  }
  expect(begun).toBe(0)
  isFull = false
  drain.clock.advance(25)
  await drain.turns(30)
  await drain.stop()
  expect(begun).toBe(30)
})

describe('while hundreds of talks wait for a model that says nothing', () => {
  it('whoever needs no model is answered, and whoever would wait behind too many is told that there is none', async () => {
    const fans = Array.from({ length: 300 }, (_, n) => accountId('telegram', n))
    await accept(under.store, ...fans.map((fan) => message('1', fan)))
    let waiting = 0
    let refused = 0
    const all = Promise.withResolvers<void>()
    const free = Promise.withResolvers<void>()
    const decide: Decide = async (turn, { waiting: wait, signal }) => {
      if (wordsOf(turn).includes('/help')) return decided({ outbox: [says('helped')] })
      const hanging = wait?.(async () => await free.promise, signal).catch((error: unknown) => {
        if (!(error instanceof ModelError)) throw error
        refused += 1
      })
      waiting += 1
      if (waiting === fans.length) all.resolve()
      await hanging
      return decided()
    }
    const drain = draining(under.store, decide, { modelLane: { asked: 100, waiting: 190 } })
    await all.promise
    await accept(under.store, message('1', ben, { text: '/help' }))
    drain.wake.wake()
    await drain.turns(11)
    expect(refused).toBe(10)
    expect(textsOf(await under.store.outbox.due(at))).toEqual(['helped'])
    free.resolve()
    await drain.turns(301)
    await drain.stop()
  })
})

describe('a turn that fails', () => {
  it('is tried again after longer and longer waits, and ends with the honest line', async () => {
    await accept(under.store, message('1'))
    const triedAt: number[] = []
    const drain = draining(
      under.store,
      async () => {
        triedAt.push(drain.clock.now() - at.now)
        throw new Error('broken')
      },
      { giveUp: async () => decided({ outbox: [says('I am sorry')] }) },
    )
    for (const [index, waitMs] of [500, 2_000, 10_000, 60_000].entries()) {
      await drain.turns(index + 1)
      expect(await under.store.inbox.nextDueAt()).toBe(drain.clock.now() + waitMs)
      drain.clock.advance(waitMs)
      drain.wake.wake()
    }
    await drain.turns(5)
    await drain.stop()
    expect(triedAt).toEqual([0, 500, 2_500, 12_500])
    expect(textsOf(await under.store.outbox.due({ ...at, now: drain.clock.now() }))).toEqual(['I am sorry'])
    expect(await under.store.inbox.nextDueAt()).toBeUndefined()
  })

  it('also when its honest line is to be written is put aside in the end, the operator is told, and the talk goes on', async () => {
    await accept(under.store, message('1'))
    const logged: string[] = []
    const unwritable = decided({ outbox: [says(1n as unknown as string)] })
    const drain = draining(
      under.store,
      async (turn) => (wordsOf(turn).includes('text 1') ? unwritable : decided({ outbox: [says('hello')] })),
      { giveUp: async () => unwritable, logged },
    )
    for (let turns = 1; turns <= 8; turns++) {
      await drain.turns(turns)
      drain.clock.advance(60_000)
      drain.wake.wake()
    }
    const records = await under.store.records.setAside(5)
    expect(records).toMatchObject([
      { threadId: 'telegram:ana', messageId: '1', reason: 'its turn failed 7 times in a row' },
    ])
    expect(await under.store.records.deadLetters(5)).toEqual([])
    expect(logged.filter((line) => line.includes('put aside'))).toHaveLength(1)
    await accept(under.store, message('2'))
    drain.wake.wake()
    await drain.turns(9)
    await drain.stop()
    expect(textsOf(await under.store.outbox.due({ ...at, now: drain.clock.now() }))).toEqual(['hello'])
  })

  it('because the database cannot be used is no failure of its own: it waits until it can', async () => {
    await accept(under.store, message('1'))
    let tries = 0
    const drain = draining(under.store, async () => {
      tries += 1
      if (tries <= 9) throw new MascotError('database-unusable', 'the disk is full')
      return decided({ outbox: [says('hello')] })
    })
    for (let turns = 1; turns <= 10; turns++) {
      await drain.turns(turns)
      drain.clock.advance(2_000)
      drain.wake.wake()
    }
    await drain.stop()
    expect(textsOf(await under.store.outbox.due({ ...at, now: drain.clock.now() }))).toEqual(['hello'])
  })

  it('because the program stops is due again at once, and no failure, however often that happens', async () => {
    await accept(under.store, message('1'))
    for (let restarts = 0; restarts < 5; restarts++) {
      const begun = Promise.withResolvers<void>()
      const drain = draining(under.store, async (_, { signal }) => {
        begun.resolve()
        await drain.clock.sleep(60_000, signal)
        signal.throwIfAborted()
        return decided()
      })
      await begun.promise
      await drain.stop()
    }
    expect((await claimOne(under.store)).failures).toBe(0)
  })

  it('because the program stops is due again when it starts', async () => {
    await accept(under.store, message('1'))
    const begun = Promise.withResolvers<void>()
    const drain = draining(under.store, async (_, { signal }) => {
      begun.resolve()
      await drain.clock.sleep(60_000, signal)
      signal.throwIfAborted()
      return decided()
    })
    await begun.promise
    await drain.stop()
    expect(await under.store.inbox.nextDueAt()).toBe(at.now)
  })
})

describe('a turn whose lease ran out', () => {
  it('because the program itself stood still stays in its hands, and nobody failed', async () => {
    await accept(under.store, message('1'))
    const asked: string[][] = []
    const { promise: isThought, resolve: think } = Promise.withResolvers<void>()
    const drain = draining(under.store, async (turn) => {
      asked.push(wordsOf(turn))
      await isThought
      const [row] = await under.database.query('select failures from conversations')
      return decided({ outbox: [says(`failures: ${row?.['failures']}`)] })
    })
    const rests = () => drain.clock.sleeps.filter((ms) => ms >= at.leaseMs).length
    await expect.poll(rests).toBe(1)
    // Standing still, or put to sleep with the machine: no timer of its own has ended.
    drain.clock.setBack(-2 * at.leaseMs)
    drain.wake.wake()
    await expect.poll(rests).toBe(2)
    think()
    await drain.turns(1)
    await drain.stop()
    expect(textsOf(await under.store.outbox.due({ ...at, now: drain.clock.now() }))).toEqual(['failures: 0'])
    expect(asked).toEqual([['text 1']])
  })

  it('writes nothing, and its new holder’s answer is the only one', async () => {
    await accept(under.store, message('1'))
    const begun = Promise.withResolvers<void>()
    const free = Promise.withResolvers<void>()
    const drain = draining(under.store, async () => {
      begun.resolve()
      await free.promise
      return decided({ outbox: [says('late')] })
    })
    await begun.promise
    const other = await under.open()
    const claim = await claimOne(other, { now: at.now + at.leaseMs })
    free.resolve()
    await drain.turns(1)
    await settle(other, claim, { outbox: [says('in time')] })
    await drain.stop()
    expect(textsOf(await under.store.outbox.due({ ...at, now: at.now + at.leaseMs }))).toEqual(['in time'])
    const { transcript } = await under.store.memory.recall(claim.conversation.id, ana, { before: 99, limit: 9 })
    expect(transcript).not.toContainEqual(expect.objectContaining({ text: 'late' }))
  })
})

it('typing is shown once the thinking takes long, again and again while it does, and no more after', async () => {
  await accept(under.store, message('1'))
  const speaking = Promise.withResolvers<void>()
  const thought = Promise.withResolvers<void>()
  let shown = 0
  const adapter: Adapter = {
    platform: 'telegram',
    abilities: { maxLength: 4096, markdown: 'none', buttons: true },
    start: async () => {},
    send: async () => ({ messageId: '1' }),
    stop: async () => {},
    async showTyping() {
      shown += 1
      if (shown === 2) throw new Error('a platform in trouble')
    },
  }
  const decide: Decide = async (_, { onSpeaking }) => {
    onSpeaking?.()
    speaking.resolve()
    await thought.promise
    return decided()
  }
  const drain = draining(under.store, decide, { adapter })
  await speaking.promise
  const after = async (ms: number) => {
    drain.clock.advance(ms)
    await new Promise(setImmediate)
    return shown
  }
  expect([await after(999), await after(1), await after(3_999), await after(1), await after(4_000)]).toEqual([
    0, 1, 1, 2, 3,
  ])
  thought.resolve()
  await drain.turns(1)
  expect(await after(8_000)).toBe(3)
  await drain.stop()
})
