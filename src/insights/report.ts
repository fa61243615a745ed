/** From counts to figures, each with what it is of. Pure. */
import { CONTENT, type Count, type Wish } from '../domain/insight.ts'
import type { AnswerRow, Cost, DayRow, FigureGroup, InsightReport, Lengths, TopicRow } from '../ports/insight-report.ts'
import type { DayRange } from './calendar.ts'

export interface Counted {
  readonly range: DayRange
  readonly timeZone: string
  readonly counts: readonly Count[]
  readonly wishes: readonly Wish[]
  readonly days: readonly DayRow[]
  /** A reason in words. */
  whyOf(reason: string): string
}

export function reportOf({ range, timeZone, counts, wishes, days, whyOf }: Counted): InsightReport {
  const sums = sumsOf(counts)
  return {
    ...range,
    timeZone,
    groups: groupsOf(sums),
    times: [
      lengthsOf('first-word', 'To the first word', sums),
      lengthsOf('to-person', 'To a person, once one was called', sums),
    ],
    csat: csatOf(sums),
    topics: topicsOf(sums),
    answers: answersOf(sums),
    wishes,
    silences: [...sums.parts('silent')]
      .map(([reason, n]) => ({ reason, why: whyOf(reason), n }))
      .toSorted((a, b) => b.n - a.n || a.reason.localeCompare(b.reason)),
    cost: costOf(sums),
    days,
  }
}

interface Sums {
  /** Of all parts. */
  total(name: string): number
  part(name: string, part: string): number
  parts(name: string): ReadonlyMap<string, number>
}

function sumsOf(counts: readonly Count[]): Sums {
  const byName = new Map<string, Map<string, number>>()
  for (const { name, part, n } of counts) {
    const parts = byName.get(name) ?? new Map<string, number>()
    byName.set(name, parts.set(part, (parts.get(part) ?? 0) + n))
  }
  const parts = (name: string): ReadonlyMap<string, number> => byName.get(name) ?? new Map()
  return {
    parts,
    part: (name, part) => parts(name).get(part) ?? 0,
    total: (name) => [...parts(name).values()].reduce((sum, n) => sum + n, 0),
  }
}

function groupsOf({ total, part }: Sums): FigureGroup[] {
  const outcomes = ['answered', 'asked-back', 'handed-over', 'unanswered'].map(total)
  const questions = outcomes.reduce((sum, n) => sum + n, 0)
  const [alone, both, person] = [total('bot-alone'), total('with-person'), total('person')]
  const by = alone + both + person
  const answers = 'answers of the bot or of people'
  const ended = total('closed') + total('reopened')
  const rated = total('rated')
  const content = [...[4, 5]]
    .filter((score) => score >= CONTENT)
    .reduce((sum, score) => sum + part('rated', String(score)), 0)
  const [said, heard] = [part('said', 'group'), part('heard', 'group')]
  const promises = total('promise-kept') + total('promise-broken')
  const lines = total('said')
  const unasked = part('effect', 'unasked')
  const effect = (kind: string, label: string, unit: string) => ({
    ...{ id: `effect-${kind}`, label, n: part('effect', kind), unit, list: `effects-${kind}` },
  })
  return [
    {
      id: 'questions',
      title: 'Questions',
      figures: [
        { id: 'questions', label: 'Asked', n: questions, unit: 'questions', list: 'questions' },
        { id: 'answered', label: 'Answered', n: total('answered'), of: questions, unit: 'questions', list: 'answered' },
        {
          id: 'asked-back',
          label: 'Asked back',
          n: total('asked-back'),
          of: questions,
          unit: 'questions',
          list: 'asked-back',
        },
        {
          id: 'handed-over',
          label: 'Handed over',
          n: total('handed-over'),
          of: questions,
          unit: 'questions',
          list: 'handed-over',
        },
        {
          id: 'unanswered',
          label: 'Unanswered',
          n: total('unanswered'),
          of: questions,
          unit: 'questions',
          list: 'unanswered',
        },
        {
          id: 'solved',
          label: 'Solved for good',
          n: total('solved'),
          of: total('judged'),
          unit: 'answered seven days ago or more, or back before',
          list: 'solved',
        },
      ],
    },
    {
      id: 'who',
      title: 'Who answered',
      figures: [
        { id: 'bot-alone', label: 'Bot alone', n: alone, of: by, unit: answers, list: 'bot-alone' },
        { id: 'with-person', label: 'Bot with a person', n: both, of: by, unit: answers, list: 'with-person' },
        { id: 'person', label: 'A person, unasked', n: person, of: by, unit: answers, list: 'person' },
      ],
    },
    {
      id: 'cases',
      title: 'Cases and promises',
      figures: [
        { id: 'cases', label: 'Cases opened', n: total('opened'), unit: 'cases', list: 'cases' },
        { id: 'closed', label: 'Closed by people', n: total('closed'), unit: 'cases', list: 'closed' },
        { id: 'reopened', label: 'Opened again', n: total('reopened'), of: ended, unit: 'closed', list: 'reopened' },
        { id: 'csat', label: 'Content (4 or 5 of 5)', n: content, of: rated, unit: 'ratings', list: 'content' },
        { id: 'rated', label: 'Rated', n: rated, of: total('asked-to-rate'), unit: 'asked how it was', list: 'rated' },
        {
          id: 'promises-kept',
          label: 'Promises kept',
          n: total('promise-kept'),
          of: promises,
          unit: 'promises',
          list: 'promises-kept',
        },
        {
          id: 'promises-broken',
          label: 'Promises broken',
          n: total('promise-broken'),
          of: promises,
          unit: 'promises',
          list: 'promises-broken',
        },
      ],
    },
    {
      id: 'manners',
      title: 'Manners',
      figures: [
        {
          id: 'share-of-voice',
          label: 'Share of voice in groups',
          n: said,
          of: said + heard,
          unit: 'lines',
          list: 'group-lines',
        },
        {
          id: 'unasked',
          label: 'Spoke unasked',
          n: unasked,
          of: total('spoke'),
          unit: 'turns in which it spoke',
          list: 'effects-unasked',
        },
        {
          id: 'interrupted',
          label: 'Interrupted',
          n: part('effect', 'interrupted'),
          of: unasked,
          unit: 'words unasked',
          list: 'effects-interrupted',
        },
        {
          id: 'unwanted',
          label: 'Lines nobody wanted',
          n: total('unwanted'),
          of: lines,
          unit: 'lines',
          list: 'unwanted',
        },
        {
          id: 'quiet-asked',
          label: 'Asked to be quiet',
          n: part('effect', 'quiet-asked'),
          unit: 'times',
          list: 'effects-quiet-asked',
        },
        effect('muted', 'Quiet asked after it spoke', 'people'),
        effect('left', 'Left after it spoke', 'people'),
        effect('disliked', 'Bad reactions', 'reactions'),
        effect('liked', 'Good reactions', 'reactions'),
        effect('thanked', 'Thanked', 'times'),
        effect('quoted', 'Answered to', 'times'),
      ],
    },
  ]
}

function lengthsOf(id: Lengths['id'], label: string, { parts }: Sums): Lengths {
  const buckets = [...parts(id)].map(([seconds, n]) => ({ seconds: Number(seconds), n }))
  const of = buckets.reduce((sum, { n }) => sum + n, 0)
  const sorted = buckets.toSorted((a, b) => a.seconds - b.seconds)
  const upTo = (share: number) => {
    const wanted = Math.ceil(of * share)
    let so = 0
    for (const { seconds, n } of sorted) {
      so += n
      if (so >= wanted) return seconds
    }
    return undefined
  }
  const [median, p90] = [upTo(0.5), upTo(0.9)]
  return { id, label, of, ...(median === undefined ? {} : { median }), ...(p90 === undefined ? {} : { p90 }) }
}

function csatOf({ parts, total }: Sums): InsightReport['csat'] {
  const ratings = [1, 2, 3, 4, 5].map((score) => ({ score, n: parts('rated').get(String(score)) ?? 0 }))
  const of = total('rated')
  const sum = ratings.reduce((all, { score, n }) => all + score * n, 0)
  return { ratings, ...(of === 0 ? {} : { average: Math.round((100 * sum) / of) / 100 }) }
}

function topicsOf({ part, parts }: Sums): TopicRow[] {
  const outcomes = ['answered', 'asked-back', 'handed-over', 'unanswered'] as const
  const topics = new Set(outcomes.flatMap((outcome) => [...parts(outcome).keys()]))
  return [...topics]
    .map((topic) => {
      const [answered = 0, askedBack = 0, handedOver = 0, unanswered = 0] = outcomes.map((one) => part(one, topic))
      const total = answered + askedBack + handedOver + unanswered
      const [solved, judged] = [part('solved', topic), part('judged', topic)]
      return { topic, total, answered, askedBack, handedOver, unanswered, solved, judged }
    })
    .toSorted((a, b) => b.total - a.total || a.topic.localeCompare(b.topic))
}

function answersOf({ parts, part }: Sums): AnswerRow[] {
  return [...new Set([...parts('answer-given').keys(), ...parts('answer-unwanted').keys()])]
    .map((answerId) => ({
      answerId,
      given: part('answer-given', answerId),
      solved: part('answer-solved', answerId),
      judged: part('answer-judged', answerId),
      unwanted: part('answer-unwanted', answerId),
    }))
    .toSorted((a, b) => b.given - a.given || a.answerId.localeCompare(b.answerId))
}

/** Money is kept in millionths. */
export const MILLIONTHS = 1_000_000

function costOf({ part }: Sums): Cost {
  const price = part('cost', 'price')
  return {
    answers: part('cost', 'answers'),
    inputTokens: part('cost', 'input-tokens'),
    cachedTokens: part('cost', 'cached-tokens'),
    outputTokens: part('cost', 'output-tokens'),
    ...(price === 0 ? {} : { price: price / MILLIONTHS }),
  }
}
