import { describe, expect, it } from 'vitest'
import { type Backoff, backoffMs } from '../../src/domain/backoff.ts'

const waits = (backoff: Backoff, random?: number) =>
  [1, 2, 3, 4, 5, 2_000].map((failures) => backoffMs(failures, backoff, random))

describe('the wait before the next try', () => {
  it('doubles with each failure in a row, up to the longest', () => {
    expect(waits({ firstMs: 500, longestMs: 5_000 })).toEqual([500, 1_000, 2_000, 4_000, 5_000, 5_000])
  })

  it('goes through a list, whose last stays', () => {
    expect(waits([500, 2_000, 10_000])).toEqual([500, 2_000, 10_000, 10_000, 10_000, 10_000])
  })

  it('is between half of it and all of it, by chance', () => {
    expect(waits([1_000], 0)).toEqual(Array(6).fill(500))
    expect(waits({ firstMs: 1_000, longestMs: 2_000 }, 0.5)).toEqual([750, 1_500, 1_500, 1_500, 1_500, 1_500])
  })
})
