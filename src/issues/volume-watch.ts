/**
 * Sees when more people report than the hour is used to, for long enough: a cumulative sum of the evidence that reports come at several times
 * their usual rate (Page 1954), in which a single slice can only count for a third, so that one loud quarter of an hour is no wave. Pure.
 */
import { DAY_MS, HOUR_MS, WEEK_MS } from '../domain/durations.ts'
import { createUsualRate, gustiest, SLICE_MS } from './usual-rate.ts'

/** A wave is this many times what is usual; below about two and a half times the evidence speaks against it. */
const times = 4.5
/** The logarithm of how much likelier a wave must be. */
const enough = 9
const mostASlice = enough / 3
/** A brand's own past may ask for more, up to twice as much: so that by chance it is alarmed about once a month. */
const mostEnough = 2 * enough
const alarmsAWeek = 0.25
const weekSlices = WEEK_MS / SLICE_MS
const pastHalf = 0.5 ** (1 / (4 * weekSlices))
/** Nobody knows what an hour is used to before a day has passed. */
const youngSlices = DAY_MS / SLICE_MS
/** Until then a wave is what nobody could take for chance: so many people within one slice, and far more than were heard so far. */
const plainBurst = 7
const plainTimes = 12
/** A brand that hears little is told of a burst, however short, that chance would bring it once in so many weeks, in the gustiest of chats. */
const burstSlices = 2
const fewestInBurst = 5
const burstWeeks = 40
/** Who hears more than this in a slice does not hear little. */
const little = 0.5
/** A silence longer than this is taken for nobody listening, and teaches nothing. */
const longestSilenceMs = 2 * DAY_MS
/** A wave of fewer people is none. */
const fewestPeople = 4
/** Somebody who reports again within the hour is not counted again. */
const samePersonMs = HOUR_MS
const mostPeople = 20_000

export interface VolumeAlarm {
  readonly isNew: boolean
  /** People who reported since it began. */
  readonly count: number
  /** How many would have been usual in that time. */
  readonly expected: number
  readonly since: number
}

export interface VolumeWatch {
  /** A report at a time that does not run backwards by more than an hour. Says whether a wave is on. */
  hear(author: string, at: number): VolumeAlarm | undefined
}

export function createVolumeWatch(): VolumeWatch {
  const usual = createUsualRate()
  let slice: { at: number; people: number; expected: number } | undefined
  let evidence = 0
  let isOn = false
  let rise = { since: 0, people: 0, expected: 0 }
  let past = { weeks: 0, rises: 0, excess: 0 }
  let highest = 0
  const people = new Map<string, number>()

  function begin(at: number): void {
    for (const [who, when] of people) if (at - when >= samePersonMs) people.delete(who)
    const expected = usual.expected(at)
    slice = { at, people: 0, expected }
  }

  function close(): void {
    if (!slice) return
    const { at, people: reported, expected } = slice
    const gained = gain(reported, expected, usual.calm())
    evidence = Math.min(Math.max(0, evidence + gained), 1.3 * threshold())
    if (evidence === 0) rise = { since: at + SLICE_MS, people: 0, expected: 0 }
    else rise = { ...rise, people: rise.people + reported, expected: rise.expected + expected }
    if (evidence <= 0.3 * threshold()) isOn = false
    remember()
    usual.learn(at, reported, usual.slices() < 6 ? Math.max(expected, reported) : expected)
  }

  /** How high the evidence rose by itself, time and again, tells how high it will rise next (peaks over a threshold; an exponential tail). */
  function remember(): void {
    highest = Math.max(highest, evidence)
    const isEnd = evidence === 0 && highest > mostASlice
    past = {
      weeks: past.weeks * pastHalf + 1 / weekSlices,
      rises: past.rises * pastHalf + (isEnd ? 1 : 0),
      excess: past.excess * pastHalf + (isEnd ? Math.min(highest, enough) - mostASlice : 0),
    }
    if (evidence === 0) highest = 0
  }

  function threshold(): number {
    const rises = (past.rises + 0.5) / (past.weeks + 0.25)
    const mean = (past.excess + 0.25 * mostASlice) / (past.rises + 0.5)
    return Math.max(enough, Math.min(mostEnough, mostASlice + mean * Math.log(rises / alarmsAWeek)))
  }

  function moveTo(at: number): void {
    const start = Math.floor(at / SLICE_MS) * SLICE_MS
    const isSilence = slice !== undefined && start - slice.at > longestSilenceMs
    if (isSilence) {
      close()
      evidence = 0
      isOn = false
    }
    // A clock that was set back goes on from where it is now.
    if (!slice || isSilence || start < slice.at - samePersonMs) begin(start)
    while (slice && slice.at < start) {
      const next: number = slice.at + SLICE_MS
      close()
      begin(next)
    }
  }

  function isCounted(author: string, at: number): boolean {
    const last = people.get(author)
    if (last !== undefined && at - last < samePersonMs) return false
    if (people.size < mostPeople) people.set(author, at)
    return true
  }

  function isRise(count: number): boolean {
    if (!slice || count < fewestPeople) return false
    return evidence + gain(slice.people, slice.expected, usual.calm()) >= threshold()
  }

  /** Who was heard within the length of a slice, wherever slices begin, against several times the slices so far. */
  function isPlainBurst(at: number, expected: number): boolean {
    const lately = [...people.values()].filter((when) => at - when < SLICE_MS).length
    return lately >= Math.max(plainBurst, plainTimes * expected)
  }

  /** Who was heard within a few minutes, where next to nobody is used to write: no slices add up to a wave there before it is over. */
  function isLoud(at: number): boolean {
    if (!slice || people.size < fewestInBurst) return false
    const mean = usual.heard(slice.at)
    if (mean > little) return false
    const lately = [...people.values()].filter((when) => at - when < burstSlices * SLICE_MS).length
    if (lately < fewestInBurst) return false
    const chance = tail(lately, burstSlices * mean, gustiest)
    return chance * (weekSlices / burstSlices) * burstWeeks < 1
  }

  function isWave(at: number, count: number, expected: number): boolean {
    return usual.slices() < youngSlices ? isPlainBurst(at, expected) : isRise(count) || isLoud(at)
  }

  return {
    hear(author, at) {
      moveTo(at)
      if (!slice || !isCounted(author, at)) return undefined
      slice.people += 1
      const count = rise.people + slice.people
      if (!isOn && !isWave(at, count, slice.expected)) return undefined
      const isNew = !isOn
      isOn = true
      return { isNew, count, expected: rise.expected + slice.expected, since: evidence > 0 ? rise.since : slice.at }
    },
  }
}

/** That as many or more come where so few are usual, by chance: of a negative binomial. */
function tail(count: number, mean: number, size: number): number {
  const more = mean / (mean + size)
  let chance = (1 - more) ** size
  let below = 0
  for (let at = 0; at < count; at++) {
    below += chance
    chance *= (more * (at + size)) / (at + 1)
  }
  return Math.max(0, 1 - below)
}

/** How much likelier so many reports are in a wave than usually, as a logarithm, for counts of a negative binomial. */
function gain(reported: number, expected: number, calm: number): number {
  const wave = times * expected
  const ratio = reported * Math.log((times * (calm + expected)) / (calm + wave))
  return Math.min(ratio - calm * Math.log((calm + wave) / (calm + expected)), mostASlice)
}
