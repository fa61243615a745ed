/**
 * How many sends are under way on a platform: no more than it takes to keep it busy, since what is under way when the process is
 * killed may be said twice. A platform that answers slowly needs more of them, and gets them one by one.
 */

/** At first, and at the least. */
const FIRST = 3
/** Of answers in ms, for one more send under way; and answers looked back upon. */
const MS_FOR_ONE = 16
const LOOKED_BACK = 32

export interface Window {
  readonly size: number
  /** A send has ended and was written down; the platform took `tookMs` to answer. */
  done(tookMs: number): void
}

/** `most`: however slow it is. */
export function createWindow(most: number): Window {
  let size = Math.min(FIRST, most)
  let ended = 0
  const took: number[] = []
  return {
    get size() {
      return size
    },
    done(tookMs) {
      took.push(tookMs)
      if (took.length > LOOKED_BACK) took.shift()
      ended += 1
      if (ended < 2 * size) return
      ended = 0
      // The quickest tells how slow the platform is; the others may have waited for us.
      const wanted = Math.max(FIRST, Math.ceil(Math.min(...took) / MS_FOR_ONE))
      size = wanted > size ? Math.min(most, size + 1) : Math.min(size, Math.max(wanted, FIRST))
    },
  }
}
