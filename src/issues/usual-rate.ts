/**
 * How many reports this hour of the week is used to, learnt slice by slice: the hour of the day, corrected by the hour of the week as far
 * as there were enough of those, times how busy the last day was. Pure; what it keeps does not grow.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../domain/durations.ts'

export const SLICE_MS = 10 * MINUTE_MS
const slicesADay = DAY_MS / SLICE_MS

/** A brand of which nothing is known is used to one report in about an hour. */
const leastUsual = 0.15
/** What an hour of the day is taken for until it was seen: the mean of all hours, worth as many slices. Then the same for the week. */
const dayPriorSlices = 6
const weekPriorSlices = 18
const busyPrior = 20
/** What is learnt counts half after as many visits: four weeks for an hour of the day, six for one of the week; a day for how busy it is. */
const dayHalf = halving((28 * slicesADay) / 24)
const weekHalf = halving((6 * slicesADay) / 24)
const allHalf = halving(28 * slicesADay)
const busyHalf = halving(slicesADay)
/** Chat comes in gusts, so no brand is taken for calmer than this (the size of a negative binomial; the smaller, the gustier). */
const calmest = 1.5
export const gustiest = 0.3
const gustPrior = 50
/** More than as many times what is usual teaches no more: a wave is not what the hour is used to. */
const mostLearnt = 3
const mostLearntYoung = 6

export interface UsualRate {
  /** Slices learnt from. */
  slices(): number
  /** Reports expected in the slice that begins then. */
  expected(sliceAt: number): number
  /** The same where a handful is much: not taken for more than was heard, nor for less than half of what all hours are used to. */
  heard(sliceAt: number): number
  /** How gusty it is: the size of a negative binomial. */
  calm(): number
  learn(sliceAt: number, reports: number, expected: number): void
}

interface Cell {
  reports: number
  slices: number
}

export function createUsualRate(): UsualRate {
  const cells = (count: number): Cell[] => Array.from({ length: count }, () => ({ reports: 0, slices: 0 }))
  const [days, weeks] = [cells(24), cells(24 * 7)]
  const all: Cell = { reports: 0, slices: 0 }
  let learnt = 0
  let busy = { reports: 0, expected: 0 }
  let gusts = { beyondChance: 0, squares: 0 }

  function ofHour(hour: number): number {
    const mean = all.slices > 0 ? all.reports / all.slices : 0
    const ofDay = shrunk(days[modulo(hour, 24)], mean, dayPriorSlices)
    return shrunk(weeks[modulo(hour, 24 * 7)], ofDay, weekPriorSlices)
  }

  function usualAt(sliceAt: number): number {
    const { hour, share } = between(sliceAt)
    const usual = (1 - share) * ofHour(hour) + share * ofHour(hour + 1)
    const busier = (busy.reports + busyPrior) / (busy.expected + busyPrior)
    return usual * Math.min(2.5, Math.max(0.4, busier))
  }

  return {
    slices: () => learnt,
    expected: (sliceAt) => Math.max(leastUsual, usualAt(sliceAt)),
    heard: (sliceAt) => Math.max((all.reports + 1) / (all.slices + 1) / 2, usualAt(sliceAt)),
    calm() {
      const size = (gusts.squares + gustPrior) / (gusts.beyondChance + gustPrior * gustiest)
      return Math.min(calmest, Math.max(gustiest, size))
    },
    learn(sliceAt, reports, expected) {
      const isYoung = learnt < slicesADay
      const limit = isYoung ? Math.max(3, mostLearntYoung * expected) : Math.max(2, mostLearnt * expected)
      const counted = Math.min(reports, limit)
      const { hour, share } = between(sliceAt)
      for (const [at, weight] of [
        [hour, 1 - share],
        [hour + 1, share],
      ] as const) {
        put(days[modulo(at, 24)], counted, weight, dayHalf)
        put(weeks[modulo(at, 24 * 7)], counted, weight, weekHalf)
      }
      put(all, counted, 1, allHalf)
      busy = { reports: busy.reports * busyHalf + counted, expected: busy.expected * busyHalf + expected }
      gusts = {
        beyondChance: gusts.beyondChance * allHalf + (counted - expected) ** 2 - expected,
        squares: gusts.squares * allHalf + expected ** 2,
      }
      learnt += 1
    },
  }
}

/** Between the middles of which two hours a slice lies, so that no hour begins with a jump. */
function between(sliceAt: number): { hour: number; share: number } {
  const place = sliceAt / HOUR_MS - 0.5
  return { hour: Math.floor(place), share: place - Math.floor(place) }
}

function shrunk(cell: Cell | undefined, towards: number, prior: number): number {
  return ((cell?.reports ?? 0) + prior * towards) / ((cell?.slices ?? 0) + prior)
}

function put(cell: Cell | undefined, reports: number, weight: number, half: number): void {
  if (!cell) return
  const kept = half ** weight
  cell.reports = cell.reports * kept + weight * reports
  cell.slices = cell.slices * kept + weight
}

function halving(visits: number): number {
  return 0.5 ** (1 / visits)
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by
}
