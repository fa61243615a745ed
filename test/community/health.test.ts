/** The health of a community, from what was said in its groups: what counts as an answer, how soon, and how many carry it. */
import { expect, it } from 'vitest'
import { answersIn, countHealth } from '../../src/community/health.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/durations.ts'
import type { GroupLine } from '../../src/ports/fan-views.ts'

let ids = 0
const says = (who: string, text: string, at: number, more: Partial<GroupLine> = {}): GroupLine => ({
  ...{ conversation: 'beans', at, who, isStaff: false, text, messageId: `m${++ids}`, to: [] },
  ...more,
})
const question = (who: string, at: number) => says(who, 'how long does the mild roast keep?', at)
const to = ({ who, messageId = '' }: GroupLine) => ({ replyTo: messageId, to: [who] })

it('a question is answered by whoever replies to it or turns to who asked, first and of another', () => {
  const one = question('ana', 0)
  const two = question('bo', 10 * MINUTE_MS)
  const lines = [
    one,
    says('ana', 'nobody?', MINUTE_MS, to(one)),
    says('cy', 'a month', 5 * MINUTE_MS, to(one)),
    says('dee', 'two months', 6 * MINUTE_MS, to(one)),
    two,
    says('cy', 'bo: a month', 40 * MINUTE_MS, { to: ['bo'] }),
    question('eve', HOUR_MS),
  ]
  expect(answersIn(lines, 'en')).toEqual({
    ...{ questions: 4, answeredByMembers: 2, answeredByPeople: 2 },
    ...{ firstHumanAnswerMs: 30 * MINUTE_MS, absenceFactor: 1, answerers: 1 },
  })
})

it('staff answer as humans and not as members, and what comes a week later is no answer', () => {
  const one = question('ana', 0)
  const two = question('bo', 1)
  const lines = [
    one,
    two,
    says('Dana', 'A month.', HOUR_MS, { ...to(one), isStaff: true }),
    says('cy', 'a month', 8 * DAY_MS, to(two)),
  ]
  expect(answersIn(lines, 'en')).toMatchObject({
    ...{ questions: 2, answeredByMembers: 0, answeredByPeople: 1 },
    ...{ firstHumanAnswerMs: HOUR_MS, absenceFactor: 0, answerers: 0 },
  })
})

it('the absence factor is how few members give half of all answers', () => {
  const answered = ['cy', 'cy', 'cy', 'dee', 'eve', 'eve', 'fay'].flatMap((who, nth) => {
    const asked = question(`asker ${nth}`, nth * HOUR_MS)
    return [asked, says(who, 'a month', nth * HOUR_MS + 1, to(asked))]
  })
  expect(answersIn(answered, 'en')).toMatchObject({ absenceFactor: 2, answerers: 4 })
  expect(answersIn([], 'en')).toEqual({
    ...{ questions: 0, answeredByMembers: 0, answeredByPeople: 0, absenceFactor: 0, answerers: 0 },
  })
})

it('quarters are those of the calendar, and of the last nobody can have stayed yet', async () => {
  let asked: readonly number[] = []
  const health = await countHealth(
    {
      groupLines: async () => [],
      async activeIn(bounds) {
        asked = bounds
        return bounds.slice(1).map((_, nth) => ({ active: nth + 1, stayed: nth }))
      },
    },
    Date.UTC(2026, 1, 10),
    'en',
  )
  const quarter = (year: number, nth: number) => Date.UTC(year, 3 * (nth - 1), 1)
  expect(asked).toEqual([quarter(2025, 2), quarter(2025, 3), quarter(2025, 4), quarter(2026, 1), quarter(2026, 2)])
  expect(health.quarters.at(0)).toEqual({ from: quarter(2025, 2), active: 1, stayed: 0 })
  expect(health.quarters.at(-1)).toEqual({ from: quarter(2026, 1), active: 4 })
})
