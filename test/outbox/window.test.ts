/** How many sends are under way at once: as few as keep a platform busy. */
import { describe, expect, it } from 'vitest'
import { threadId } from '../../src/domain/ids.ts'
import { createPools } from '../../src/outbox/pools.ts'
import { createWindow } from '../../src/outbox/window.ts'

describe('sends under way on a platform', () => {
  it('are three where it answers at once, however many are sent', () => {
    const window = createWindow(50)
    for (let n = 0; n < 1_000; n++) window.done(40)
    expect(window.size).toBe(3)
  })

  it('become more, one by one, where it answers slowly, and no more than are allowed', () => {
    const window = createWindow(50)
    for (let n = 0; n < 5; n++) window.done(1_000)
    expect(window.size).toBe(3)
    window.done(1_000)
    expect(window.size).toBe(4)
    for (let n = 0; n < 5_000; n++) window.done(1_000)
    expect(window.size).toBe(50)
  })

  it('stay few where it was we who were slow: the quickest answer tells', () => {
    const window = createWindow(50)
    for (let n = 0; n < 1_000; n++) window.done(n % 20 === 0 ? 15 : 900)
    expect(window.size).toBe(3)
  })

  it('become fewer again once it answers quickly', () => {
    const window = createWindow(50)
    for (let n = 0; n < 3_000; n++) window.done(100)
    expect(window.size).toBe(7)
    for (let n = 0; n < 200; n++) window.done(30)
    expect(window.size).toBe(3)
  })
})

it('while one platform is full, only the others are asked for, each for as many as it has room', () => {
  const pools = createPools(['telegram', 'discord'], 2)
  const [telegram, discord] = [threadId('telegram', 1), threadId('discord', 1)]
  expect(pools.toTake()).toEqual([{ platform: undefined, limit: 2 }])
  pools.begin(telegram)
  expect(pools.toTake()).toEqual([{ platform: undefined, limit: 1 }])
  pools.begin(telegram)
  expect([pools.isAnyFull, pools.toTake()]).toEqual([true, [{ platform: 'discord', limit: 2 }]])
  pools.begin(discord)
  pools.begin(discord)
  expect(pools.toTake()).toEqual([])
  expect([pools.end(telegram, 1), pools.end(telegram, 1)]).toEqual([true, false])
  expect(pools.toTake()).toEqual([{ platform: 'telegram', limit: 2 }])
})
