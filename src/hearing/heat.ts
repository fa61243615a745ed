/** How hot a message is: words, capitals, punctuation, and how often it had to be said. Pure. */
import type { Reading } from '../words/read-text.ts'
import { likenessTo } from './learned/likeness.ts'
import { countOf } from './sign-of.ts'

const countFury = countOf('fury')
const countDispleasure = countOf('displeasure')

export interface Heat {
  /** 0 (calm) to 1 (furious). */
  readonly heat: number
  /** Fury was, and not displeasure alone. */
  readonly isFurious: boolean
  /** Displeasure or fury was worded at all. */
  readonly isWorded: boolean
  /** The part of it that comes from saying the same again. */
  readonly insistence: number
  readonly flags: readonly string[]
}

/** Anger in words that no list holds. */
const LIKE_FURY = 0.4
/** Earlier texts that are looked at, newest first. */
const REMEMBERED = 10
const EARLIER_LENGTH = 500

export function measureHeat(reading: Reading, earlier: readonly string[], isInsulting: boolean): Heat {
  const fury = countFury(reading)
  const displeasure = countDispleasure(reading)
  const insistence = Math.min(0.45, 0.15 * countRepeats(reading.raw, earlier))
  const isShouting = isInCapitals(reading.raw)
  const marks = exclaims(reading.raw)
  const isLikeFury = likenessTo('fury', reading) === 'sure'
  const isWorded = fury + displeasure > 0 || isInsulting || isLikeFury
  const words =
    Math.min(0.8, Math.max(0.27 * fury, isLikeFury ? LIKE_FURY : 0)) +
    Math.min(0.3, 0.15 * displeasure) +
    (isInsulting ? 0.4 : 0)
  // Capitals and exclamation marks are as often joy as anger; they count in full only with angry words.
  const voice = (isShouting ? 0.2 : 0) + 0.1 * marks
  const heat = words + (isWorded ? voice : voice / 4) + insistence
  const flags = [
    ...(isShouting ? ['capitals'] : []),
    ...(marks > 0 ? ['exclaims'] : []),
    ...(insistence > 0 ? ['repeated'] : []),
    ...(isInsulting ? ['insult'] : []),
  ]
  return { heat: Math.min(1, heat), isFurious: fury > 0 || isLikeFury, isWorded, insistence, flags }
}

/** Most of at least a dozen letters, in at least three words, are capitals. */
function isInCapitals(raw: string): boolean {
  if (!/\p{Lu}/u.test(raw)) return false
  const upper = raw.match(/\p{Lu}/gu)?.length ?? 0
  const lower = raw.match(/\p{Ll}/gu)?.length ?? 0
  return upper + lower >= 12 && upper / (upper + lower) > 0.7 && raw.trim().split(/\s+/).length >= 3
}

/** 0: none; 1: several marks in a row; 2: many. */
function exclaims(raw: string): number {
  const longest = (raw.match(/[!?！？]{2,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  return longest >= 4 ? 2 : longest >= 2 ? 1 : 0
}

/** Texts of at least eight letters that are all but the same: greetings and `ok` may come as often as they like. */
function countRepeats(raw: string, earlier: readonly string[]): number {
  if (earlier.length === 0) return 0
  const now = pairsOf(raw)
  if (now.size < 7) return 0
  return earlier.slice(-REMEMBERED).filter((text) => likeness(now, pairsOf(text)) >= 0.8).length
}

function pairsOf(text: string): ReadonlySet<number> {
  const letters = text
    .slice(0, EARLIER_LENGTH)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
  const pairs = new Set<number>()
  for (let at = 0; at + 1 < letters.length; at++)
    pairs.add(letters.charCodeAt(at) * 0x1_0000 + letters.charCodeAt(at + 1))
  return pairs
}

/** Dice's coefficient. */
function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  if (a.size === 0 || b.size === 0) return 0
  let shared = 0
  for (const pair of a) if (b.has(pair)) shared++
  return (2 * shared) / (a.size + b.size)
}
