/** Of any talk whatever: no part is more than its whole, parts make the whole, days make the range, a list holds what its figure counts, and a day that is kept says what it said. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/durations.ts'
import { accountId } from '../../src/domain/ids.ts'
import { askedOutcomes, type CountedTurn, effectKinds } from '../../src/domain/insight.ts'
import { insightsCsv } from '../../src/insights/in-words.ts'
import { listNamed } from '../../src/insights/lists.ts'
import { reportOf } from '../../src/insights/report.ts'
import type { InsightReport } from '../../src/ports/insight-report.ts'
import { openStore } from '../../src/store/open-store.ts'
import { accept, message, says, settle, sqliteTestDatabase } from '../support/store-harness.ts'

const DAYS = 14
const brand = 'pip'
const begin = Date.UTC(2026, 10, 2)
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

const turn = fc.record({
  fan: fc.integer({ min: 1, max: 4 }),
  hours: fc.integer({ min: 0, max: DAYS * 24 - 1 }),
  topic: fc.constantFrom('refund', 'delivery', ''),
  outcome: fc.constantFrom(...askedOutcomes),
  effects: fc.uniqueArray(fc.constantFrom(...effectKinds), { maxLength: 3 }),
})

const figuresOf = (report: InsightReport) => report.groups.flatMap(({ figures }) => figures)

it('adds up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { maxLength: 25 }), async (turns) => {
      await using database = await sqliteTestDatabase('ready')
      await using store = await openStore(database.url, { brand })
      const sorted = turns.toSorted((a, b) => a.hours - b.hours)
      for (const [nth, one] of sorted.entries()) {
        const at = begin + one.hours * HOUR_MS
        await accept(store, message(String(nth), accountId('telegram', `fan-${one.fan}`)))
        const [claim] = await store.inbox.claim({ now: at, leaseMs: 1_000, limit: 1 })
        if (claim === undefined) throw new Error('a turn is due')
        const decision = { reason: 'model-reply', kind: 'reply', bubbles: [], flags: [], alternatives: [] } as const
        await settle(store, claim, { outbox: [says('Well.')], decision: { ...decision, speaker: { kind: 'bot' } } }, at)
      }
      const uncounted = await store.insights.uncounted(100)
      const counted = uncounted.map(({ turnId, conversationId, at, messages }, nth): CountedTurn => {
        const { topic = '', outcome = 'answered', effects = [] } = sorted[nth] ?? {}
        const row = messages[0]?.row ?? 0
        const author = messages[0]?.author.accountId ?? accountId('telegram', 'nobody')
        return {
          ...{ turnId, conversationId, at, day: dayOf(at) },
          counts: [
            { name: 'said', part: 'direct', n: 1 },
            { name: 'spoke', part: 'direct', n: 1 },
          ],
          asked: { accountId: author, row, topic, outcome, reason: 'model-reply', answerId: `about-${topic}` },
          // Who interrupts spoke unasked.
          effects: effects
            .filter((kind) => kind !== 'interrupted' || effects.includes('unasked'))
            .map((kind) => ({ kind, accountId: author, on: { firstBehind: row } })),
        }
      })
      // Two count at once.
      await Promise.all([store.insights.count(counted), store.insights.count(counted)])
      const now = begin + 40 * DAY_MS
      const report = async (from: number, days: number) => {
        const span = { from: begin + from * DAY_MS, to: begin + (from + days) * DAY_MS }
        const kept = await store.insights.kept(dayOf(span.from), dayOf(span.to - 1))
        const settledTo = (await store.insights.settledTo()) ?? ''
        const open = { from: Math.max(span.from, settledTo ? Date.parse(settledTo) + DAY_MS : 0), to: span.to }
        const counts = open.from < open.to ? await store.insights.counts(open, now) : []
        const range = { from: dayOf(span.from), to: dayOf(span.to - 1) }
        return reportOf({ range, timeZone: 'UTC', counts: [...kept, ...counts], wishes: [], days: [], whyOf: String })
      }
      const whole = await report(0, DAYS)
      for (const { id, n, of } of figuresOf(whole)) if (of !== undefined) expect([id, n <= of]).toEqual([id, true])
      expect(figuresOf(whole).find(({ id }) => id === 'unwanted')?.of).toBe(turns.length)
      const n = (id: string) => figuresOf(whole).find((one) => one.id === id)?.n ?? 0
      expect(n('answered') + n('asked-back') + n('handed-over') + n('unanswered')).toBe(n('questions'))
      expect(whole.topics.reduce((sum, { total }) => sum + total, 0)).toBe(n('questions'))
      for (const { solved, judged, total } of whole.topics) expect(solved <= judged && judged <= total).toBe(true)
      for (const { solved, judged, given } of whole.answers) expect(solved <= judged && judged <= given).toBe(true)
      const page = { limit: 50, offset: 0 }
      const lengthOf = async (list: string, part?: string) => {
        const { filter } = listNamed({ list, part })
        const span = { from: begin, to: begin + DAYS * DAY_MS }
        const { total, rows } =
          'of' in filter
            ? await store.insights.happened(span, filter, page)
            : await store.insights.asked(span, filter, page, now)
        expect([list, rows.length]).toEqual([list, Math.min(total, page.limit)])
        return total
      }
      for (const { id, n: counted, list } of figuresOf(whole)) expect([id, await lengthOf(list)]).toEqual([id, counted])
      for (const { topic, total } of whole.topics)
        expect([topic, await lengthOf('topic', topic)]).toEqual([topic, total])
      for (const { answerId, given } of whole.answers)
        expect([answerId, await lengthOf('answer', answerId)]).toEqual([answerId, given])
      const [first, second] = [await report(0, 5), await report(5, DAYS - 5)]
      for (const [nth, figure] of figuresOf(whole).entries())
        expect([figure.id, (figuresOf(first)[nth]?.n ?? 0) + (figuresOf(second)[nth]?.n ?? 0)]).toEqual([
          figure.id,
          figure.n,
        ])
      // Half of the days are kept for good: nothing is said otherwise, nor twice.
      for (let day = 0; day < DAYS / 2; day++) {
        const span = { from: begin + day * DAY_MS, to: begin + (day + 1) * DAY_MS }
        const counts = await store.insights.counts(span, now)
        expect(await store.insights.settle(dayOf(span.from), counts)).toBe(true)
        expect(await store.insights.settle(dayOf(span.from), counts)).toBe(false)
      }
      expect(await report(0, DAYS)).toEqual(whole)
      expect(
        insightsCsv({ now: whole, before: first })
          .split('\r\n')
          .every((line) => line === '' || line.split(',').length === 9),
      ).toBe(true)
    }),
    { numRuns: 15 },
  )
})
