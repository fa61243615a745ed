/** Insights as text: Markdown for people and CSV for programs, and a short word for the staff chat. Pure. */
import { counted } from '../domain/counted.ts'
import type { Compared, Figure, InsightReport, Lengths } from '../ports/insight-report.ts'
import { csvCell } from '../words/csv-cell.ts'

const TOPICS = 10
const ANSWERS = 10
const SILENCES = 10
const CHAT_TOPICS = 3
const CHAT_WISHES = 3
const QUOTE = 160
/** The figures of the weekly word, by id. */
const ofChat = [
  ...['questions', 'answered', 'handed-over', 'unanswered', 'solved', 'reopened', 'csat', 'promises-broken'],
  ...['share-of-voice', 'unwanted', 'quiet-asked', 'effect-left'],
]

/** `–` where there is nothing to be a part of. */
function percentOf({ n, of }: { readonly n: number; readonly of?: number }): string {
  if (of === undefined) return String(n)
  return of === 0 ? '–' : `${Math.round((100 * n) / of)} %`
}

/** `63 %, 12 of 19 questions`, or `12 questions`. */
function figureWords(figure: Figure): string {
  const { n, of, unit } = figure
  return of === undefined ? `${n} ${unit}` : `${percentOf(figure)}, ${n} of ${of} ${unit}`
}

function secondsWords(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800)
    return `${Math.floor(seconds / 3_600)} h ${Math.round((seconds % 3_600) / 60)} min`.replace(' 0 min', '')
  return `${Math.round(seconds / 86_400)} days`
}

function timeWords({ label, of, median, p90 }: Lengths): string {
  if (median === undefined || p90 === undefined) return `${label}: –`
  return `${label}: half within ${secondsWords(median)}, nine of ten within ${secondsWords(p90)} (of ${of})`
}

const figuresOf = ({ groups }: InsightReport) => groups.flatMap(({ figures }) => figures)

/** Beside the figure, what it was before. */
function earlier(figure: Figure, before: InsightReport): string {
  const then = figuresOf(before).find(({ id }) => id === figure.id)
  return then === undefined
    ? ''
    : ` (before: ${then.of === undefined ? then.n : `${percentOf(then)}, ${then.n} of ${then.of}`})`
}

const topicName = (topic: string): string => (topic === '' ? 'of no known topic' : topic)

export function insightsMarkdown({ now, before }: Compared): string {
  const { topics, answers, wishes, silences, cost, csat } = now
  const lines = [
    `# Insights, ${now.from} to ${now.to}`,
    '',
    `Compared with ${before.from} to ${before.to}. Days by the clock of ${now.timeZone}.`,
    ...now.groups.flatMap(({ title, figures }) => [
      '',
      `## ${title}`,
      '',
      ...figures.map((figure) => `- ${figure.label}: ${figureWords(figure)}${earlier(figure, before)}`),
    ]),
    ...(csat.average === undefined ? [] : [`- Average rating: ${csat.average}`]),
    '',
    '## Times',
    '',
    ...now.times.map((one) => `- ${timeWords(one)}`),
    ...tableOf(
      'Topics',
      ['Topic', 'Asked', 'Answered', 'Asked back', 'Handed over', 'Unanswered', 'Solved for good'],
      topics
        .slice(0, TOPICS)
        .map((row) => [
          ...[topicName(row.topic), row.total, row.answered, row.askedBack, row.handedOver, row.unanswered],
          `${row.solved} of ${row.judged}`,
        ]),
    ),
    ...tableOf(
      'Answers',
      ['Answer', 'Given', 'Solved for good', 'Not wanted'],
      answers
        .slice(0, ANSWERS)
        .map((row) => [...[row.answerId, row.given, `${row.solved} of ${row.judged}`, row.unwanted]]),
    ),
    ...(wishes.length === 0 ? [] : ['', '## What fans ask for', '']),
    ...wishes.flatMap(({ issue, title, people, reports, quotes }) => [
      `- ${issue === undefined ? 'Others' : `#${issue} ${inLine(title)}`}: ${counted(people, 'person', 'people')}, ${counted(reports, 'time')}`,
      ...quotes.map((quote) => `  - “${inLine(quote)}”`),
    ]),
    ...tableOf(
      'Why it kept quiet',
      ['Reason', 'Turns'],
      silences.slice(0, SILENCES).map(({ why, n }) => [why, n]),
    ),
    '',
    '## Cost',
    '',
    `- ${cost.answers} answers of a model`,
    `- Tokens: ${cost.inputTokens} read, ${cost.cachedTokens} of them from the cache (${percentOf({ n: cost.cachedTokens, of: cost.inputTokens })})`,
    `- Tokens: ${cost.outputTokens} written`,
    ...(cost.price === undefined ? [] : [`- Money: ${cost.price.toFixed(2)}`]),
  ]
  return `${lines.join('\n')}\n`
}

function tableOf(title: string, heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  if (rows.length === 0) return []
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`
  return ['', `## ${title}`, '', line(heads), line(heads.map(() => '---')), ...rows.map(line)]
}

function inLine(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  return flat.length <= QUOTE ? flat : `${flat.slice(0, QUOTE - 1).toWellFormed()}…`
}

/** One row a figure: where it belongs, its id, of what, how many, of how many, and the same of before. */
export function insightsCsv({ now, before }: Compared): string {
  const then = new Map(rowsOf(before).map(({ key, n, of }) => [key, { n, of }]))
  const rows = rowsOf(now).map(({ key, cells, n, of }) => {
    const was = then.get(key)
    return [now.from, now.to, ...cells, n, of ?? '', was?.n ?? 0, was?.of ?? (of === undefined ? '' : 0)]
  })
  const heads = ['from', 'to', 'group', 'id', 'part', 'n', 'of', 'n_before', 'of_before']
  return [heads, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

interface CsvRow {
  readonly key: string
  readonly cells: readonly string[]
  readonly n: number
  readonly of?: number | undefined
}

function rowsOf({ groups, times, topics, answers, wishes, silences, cost }: InsightReport): CsvRow[] {
  const row = (group: string, id: string, part: string, n: number, of?: number): CsvRow => ({
    ...{ key: JSON.stringify([group, id, part]), cells: [group, id, part], n, of },
  })
  return [
    ...groups.flatMap(({ id, figures }) => figures.map((figure) => row(id, figure.id, '', figure.n, figure.of))),
    ...times.flatMap(({ id, of, median, p90 }) => [
      ...(median === undefined ? [] : [row('times', id, 'median seconds', median, of)]),
      ...(p90 === undefined ? [] : [row('times', id, 'p90 seconds', p90, of)]),
    ]),
    ...topics.flatMap(({ topic, total, answered, askedBack, handedOver, unanswered, solved, judged }) => [
      row('topics', 'answered', topic, answered, total),
      row('topics', 'asked-back', topic, askedBack, total),
      row('topics', 'handed-over', topic, handedOver, total),
      row('topics', 'unanswered', topic, unanswered, total),
      row('topics', 'solved', topic, solved, judged),
    ]),
    ...answers.flatMap(({ answerId, given, solved, judged, unwanted }) => [
      row('answers', 'given', answerId, given),
      row('answers', 'solved', answerId, solved, judged),
      row('answers', 'unwanted', answerId, unwanted),
    ]),
    ...wishes.map(({ issue, title, people }) =>
      row('wishes', issue === undefined ? 'others' : String(issue), title, people),
    ),
    ...silences.map(({ reason, n }) => row('silences', reason, '', n)),
    row('cost', 'model-answers', '', cost.answers),
    row('cost', 'cached-tokens', '', cost.cachedTokens, cost.inputTokens),
    row('cost', 'output-tokens', '', cost.outputTokens),
    ...(cost.price === undefined ? [] : [row('cost', 'money', '', cost.price)]),
  ]
}

/** The weekly word to staff; `url`: where the page is. */
export function insightsForStaff({ now, before }: Compared, url: string | undefined): string {
  const shown = ofChat.flatMap((id) => figuresOf(now).find((figure) => figure.id === id) ?? [])
  const worth = shown.filter(({ n, of }) => n > 0 || (of ?? 0) > 0)
  return [
    `📊 Insights, ${now.from} to ${now.to}`,
    ...(worth.length === 0
      ? ['Nothing was asked.']
      : worth.map((figure) => `${figure.label}: ${figureWords(figure)}${earlier(figure, before)}`)),
    ...now.times.filter(({ of }) => of > 0).map(timeWords),
    ...now.topics
      .slice(0, CHAT_TOPICS)
      .map(({ topic, total, answered }) => `“${topicName(topic)}”: ${answered} of ${total} answered`),
    ...now.wishes
      .filter(({ issue }) => issue !== undefined)
      .slice(0, CHAT_WISHES)
      .map(({ issue, title, people }) => `💡 #${issue} ${inLine(title)}: ${counted(people, 'person', 'people')}`),
    ...(url === undefined ? [] : [`All of it: ${url}/desk/lead/insights`]),
  ].join('\n')
}
