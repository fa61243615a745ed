/** Reports as a brand gets them: busy afternoons, quiet nights, and what a test adds. The same for the same seed. */
import { HOUR_MS } from '../../src/domain/durations.ts'
import type { Heard } from '../../src/issues/heard.ts'

/** A Monday. */
export const monday = Date.UTC(2026, 0, 5)

/** Numbers from 0 to 1 (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Stretch {
  readonly fromHour: number
  readonly hours: number
  /** On average; by day more, by night less, unless it is `even`. */
  readonly anHour: number
  readonly texts: readonly string[]
  readonly even?: boolean
  /** How many people take turns. */
  readonly people?: number
  readonly names?: string
  readonly platform?: string
}

/** In the order of their times, ids counting from 1. */
export function madeReports(seed: number, stretches: readonly Stretch[]): readonly Heard[] {
  const dice = createDice(seed)
  const all: Omit<Heard, 'id'>[] = []
  for (const { fromHour, hours, anHour, texts, even, people = 500, names = 'fan', platform = 'web' } of stretches) {
    let hour = fromHour
    for (;;) {
      const busy = even ? 1 : 1 + 0.8 * Math.sin(((hour % 24) / 24 - 0.4) * 2 * Math.PI)
      hour -= Math.log(dice() || 1) / (anHour * Math.max(0.1, busy))
      if (hour >= fromHour + hours) break
      const text = texts[Math.floor(dice() * texts.length)] ?? ''
      const author = `${names}${Math.floor(dice() * people)}`
      all.push({ at: Math.round(monday + hour * HOUR_MS), text, author, thread: 'shop', platform, lang: 'en' })
    }
  }
  return all.sort((a, b) => a.at - b.at).map((report, at) => ({ ...report, id: String(at + 1) }))
}
