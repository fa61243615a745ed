/** How many turns begin at once, and when they stand back for what is still to be heard. */
import { describe, expect, it } from 'vitest'
import { createIntake } from '../../src/inbox/intake.ts'
import { createPace } from '../../src/inbox/pace.ts'
import { createManualClock } from '../support/manual-clock.ts'

describe('turns begin', () => {
  it('one by one at first, then more at once for as long as the loop is quick, and fewer when it is slow', async () => {
    const clock = createManualClock()
    let rests = 0
    let tookMs = 1
    const pace = createPace(clock, async () => {
      rests += 1
      clock.advance(tookMs)
    })
    await pace.begun()
    expect([rests, pace.atOnce]).toEqual([1, 2])
    await pace.begun()
    expect(rests).toBe(1)
    await pace.begun()
    expect([rests, pace.atOnce]).toEqual([2, 3])
    for (let n = 0; n < 300; n++) await pace.begun()
    expect(pace.atOnce).toBe(16)
    tookMs = 40
    for (let n = 0; n < 31; n++) await pace.begun()
    expect(pace.atOnce).toBe(1)
    rests = 0
    for (let n = 0; n < 5; n++) await pace.begun()
    expect(rests).toBe(5)
  })
})

describe('the intake', () => {
  it('is full while full hands come, and no more once one was not, or none came', () => {
    const clock = createManualClock()
    const intake = createIntake(clock)
    expect(intake.isFull()).toBe(false)
    intake.heard(true)
    expect(intake.isFull()).toBe(true)
    clock.advance(299)
    expect(intake.isFull()).toBe(true)
    clock.advance(1)
    expect(intake.isFull()).toBe(false)
    intake.heard(true)
    intake.heard(false)
    expect(intake.isFull()).toBe(false)
  })

  it('keeps turns back for two seconds at the most, however long the flood', () => {
    const clock = createManualClock()
    const intake = createIntake(clock)
    let kept = 0
    for (let n = 0; n < 100; n++) {
      intake.heard(true)
      if (intake.isFull()) kept += 1
      clock.advance(100)
    }
    expect(kept).toBe(20)
  })
})
