/** `mascot drafts`: how many drafts of the last days left as they were, and what became of the others, by topic. */
import { systemClock } from '../clock.ts'
import { type DraftCount, type DraftState, draftStates } from '../domain/draft.ts'
import { DAY_MS } from '../domain/durations.ts'
import { MascotError } from '../errors.ts'
import { openStore } from '../store/open-store.ts'
import { setUp } from './set-up.ts'
import type { RunVerb } from './verb.ts'

export const TRIAL_DAYS = 7

export const drafts: RunVerb = async (input) => {
  const days = daysOf(input.values.days)
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  const counts = await store.drafts.counts(systemClock.now() - days * DAY_MS)
  const text = input.values.json === true ? JSON.stringify(rowsOf(counts)) : tableOf(counts, days).join('\n')
  process.stdout.write(`${text}\n`)
  return 0
}

function daysOf(given: unknown): number {
  const days = given === undefined ? TRIAL_DAYS : Number(given)
  if (!Number.isInteger(days) || days < 1)
    throw new MascotError('usage', '--days takes a whole number of days, 1 or more.')
  return days
}

interface Row extends Record<DraftState, number> {
  readonly topic: string
}

/** The topic with the most drafts first. */
export function rowsOf(counts: readonly DraftCount[]): Row[] {
  const byTopic = Map.groupBy(counts, ({ topic }) => topic)
  return [...byTopic]
    .map(([topic, found]) => ({ topic, ...sums(found) }))
    .toSorted((a, b) => totalOf(b) - totalOf(a) || (a.topic < b.topic ? -1 : 1))
}

function sums(counts: readonly DraftCount[]): Record<DraftState, number> {
  const sum = (wanted: DraftState) => counts.reduce((all, { state, count }) => all + (state === wanted ? count : 0), 0)
  return {
    open: sum('open'),
    sent: sum('sent'),
    edited: sum('edited'),
    dropped: sum('dropped'),
    stale: sum('stale'),
    expired: sum('expired'),
  }
}

const totalOf = (row: Record<DraftState, number>) => draftStates.reduce((all, state) => all + row[state], 0)

/** In one line, for `mascot doctor`; undefined where there were none. */
export function draftsInShort(counts: readonly DraftCount[], days: number): string | undefined {
  const all = sums(counts)
  const read = all.sent + all.edited + all.dropped
  if (totalOf(all) === 0) return undefined
  const share = read === 0 ? '' : ` (${Math.round((all.sent / read) * 100)} % of those a person decided)`
  const ways = [
    `${all.sent} left as they were${share}`,
    `${all.edited} in other words`,
    `${all.dropped} dropped`,
    `${all.stale} out of date`,
    `${all.expired} too late`,
    `${all.open} wait`,
  ]
  return `${totalOf(all)} in ${days} days: ${ways.join(', ')}`
}

const headings = ['topic', 'as it was', 'other words', 'dropped', 'out of date', 'too late', 'waiting']

function tableOf(counts: readonly DraftCount[], days: number): string[] {
  const short = draftsInShort(counts, days)
  if (short === undefined)
    return [`No draft was written in ${days} days. manners.drafts of persona.yaml says where they wait.`]
  const rows = rowsOf(counts).map(({ topic, sent, edited, dropped, stale, expired, open }) => [
    topic,
    ...[sent, edited, dropped, stale, expired, open].map(String),
  ])
  const widths = headings.map((heading, at) => Math.max(heading.length, ...rows.map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ')
  return [short, '', line(headings), ...rows.map(line)]
}
