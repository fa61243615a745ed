/** How a community does, read from its groups: who answers, how soon, and how many carry it. */
import type { CommunityHealth } from '../domain/community-health.ts'
import { DAY_MS } from '../domain/durations.ts'
import type { Lang } from '../domain/message.ts'
import { asksSomething } from '../hearing/asks-something.ts'
import type { FanViews, GroupLine } from '../ports/fan-views.ts'

/** Questions of so many days, of the newest lines. */
const READ_DAYS = 90
const READ_LINES = 5_000
/** An answer that comes later is another talk. */
const ANSWERED_WITHIN_MS = 7 * DAY_MS
const QUARTERS = 4

export async function countHealth(
  fans: Pick<FanViews, 'groupLines' | 'activeIn'>,
  now: number,
  lang: Lang,
): Promise<CommunityHealth> {
  const since = now - READ_DAYS * DAY_MS
  const bounds = quartersUntil(now)
  const active = await fans.activeIn(bounds)
  return {
    ...{ countedAt: now, since },
    ...answersIn(await fans.groupLines({ since, limit: READ_LINES }), lang),
    quarters: active.map((one, nth) => {
      const quarter = { from: bounds[nth] ?? 0, active: one.active }
      // Of the last there is no next yet.
      return nth < active.length - 1 ? { ...quarter, stayed: one.stayed } : quarter
    }),
  }
}

/** The beginnings of the last quarters by the calendar in UTC, and of the one after them. */
function quartersUntil(now: number): number[] {
  const at = new Date(now)
  const quarter = Math.floor(at.getUTCMonth() / 3)
  return Array.from({ length: QUARTERS + 1 }, (_, nth) =>
    Date.UTC(at.getUTCFullYear(), 3 * (quarter - QUARTERS + 1 + nth), 1),
  )
}

type Answers = Pick<
  CommunityHealth,
  'questions' | 'answeredByMembers' | 'answeredByPeople' | 'firstHumanAnswerMs' | 'absenceFactor' | 'answerers'
>

/** A question counts as answered by whoever replies to it, or turns to who asked. */
export function answersIn(lines: readonly GroupLine[], lang: Lang): Answers {
  const open = new Map<string, GroupLine[]>()
  const waits: number[] = []
  const given = new Map<string, number>()
  let [questions, answeredByMembers] = [0, 0]
  for (const line of lines) {
    const here = open.get(line.conversation) ?? []
    const fresh = here.filter(({ at }) => line.at - at <= ANSWERED_WITHIN_MS)
    const answered = fresh.filter((question) => isAnswer(line, question))
    for (const question of answered) {
      waits.push(Math.max(0, line.at - question.at))
      if (!line.isStaff) answeredByMembers += 1
      if (!line.isStaff) given.set(line.who, (given.get(line.who) ?? 0) + 1)
    }
    const isQuestion = !line.isStaff && answered.length === 0 && asksSomething(line.text, lang)
    if (isQuestion) questions += 1
    open.set(line.conversation, [...fresh.filter((one) => !answered.includes(one)), ...(isQuestion ? [line] : [])])
  }
  waits.sort((a, b) => a - b)
  const middle = waits[Math.floor(waits.length / 2)]
  return {
    ...{ questions, answeredByMembers, answeredByPeople: waits.length },
    ...(middle === undefined ? {} : { firstHumanAnswerMs: middle }),
    ...{ absenceFactor: absenceFactor([...given.values()]), answerers: given.size },
  }
}

function isAnswer(line: GroupLine, question: GroupLine): boolean {
  if (line.who === question.who && !line.isStaff) return false
  return line.replyTo !== undefined && question.messageId !== undefined
    ? line.replyTo === question.messageId
    : line.to.includes(question.who)
}

/** How few give half of all: the contributor absence factor of CHAOSS, of answers instead of commits. */
function absenceFactor(given: readonly number[]): number {
  const half = given.reduce((sum, count) => sum + count, 0) / 2
  let [sum, people] = [0, 0]
  for (const count of given.toSorted((a, b) => b - a)) {
    if (sum >= half) break
    sum += count
    people += 1
  }
  return people
}
