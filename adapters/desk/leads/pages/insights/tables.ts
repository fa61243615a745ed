/** The lower half of insights: topics, answers, wishes, silences, ratings and cost, as tables. */
import { html } from 'hono/html'
import type { InsightReport } from '#mascot'
import type { Html } from '../../lead-page.ts'
import { table } from '../../parts/table.ts'

const ROWS = 15
const number = (label: string) => ({ label, isNumber: true })

/** `range`: as in the addresses of lists. */
export function insightTables(report: InsightReport, range: string): Html {
  const { topics, answers, silences } = report
  const list = (name: string, part: string, words: string) =>
    html`<a href="/desk/lead/insights/list/${name}?part=${encodeURIComponent(part)}&${range}">${words}</a>`
  return html`<h2>Topics</h2>
    ${table({
      caption: 'Questions by topic',
      heads: [
        { label: 'Topic' },
        ...['Asked', 'Answered', 'Asked back', 'Handed over', 'Unanswered', 'Solved for good'].map(number),
      ],
      rows: topics
        .slice(0, ROWS)
        .map((row) => [
          list('topic', row.topic, row.topic || 'of no known topic'),
          ...[row.total, row.answered, row.askedBack, row.handedOver, row.unanswered, `${row.solved} of ${row.judged}`],
        ]),
      empty: 'Nothing was asked.',
    })}
    <h2>Answers that work, and that do not</h2>
    ${table({
      caption: 'Approved answers',
      heads: [
        { label: 'Answer' },
        ...['Given', 'Solved for good', 'Back within seven days', 'Lines nobody wanted'].map(number),
      ],
      rows: answers
        .slice(0, ROWS)
        .map((row) => [
          list('answer', row.answerId, row.answerId),
          ...[row.given, `${row.solved} of ${row.judged}`, row.judged - row.solved, row.unwanted],
        ]),
      empty: 'No approved answer was given.',
    })}
    ${wishes(report)}
    <h2>Why it kept quiet</h2>
    ${table({
      caption: 'Turns without an answer, by reason',
      heads: [{ label: 'Reason' }, number('Turns')],
      rows: silences.map(({ reason, why, n }) => [list('silence', reason, why), n]),
      empty: 'It answered everybody.',
    })}
    ${ratings(report)} ${cost(report)}`
}

function wishes({ wishes: all }: InsightReport): Html {
  return html`<h2>What fans ask for</h2>
    ${table({
      caption: 'Wishes, the most people first',
      heads: [{ label: 'Wish' }, number('People'), number('Times'), { label: 'In their words' }],
      rows: all.map(({ issue, title, people, reports, quotes }) => [
        issue === undefined ? 'Others' : `#${issue} ${title}`,
        ...[people, reports, html`<ul class="quotes">${quotes.map((quote) => html`<li>“${quote}”</li>`)}</ul>`],
      ]),
      empty: 'Nobody wished for anything.',
    })}`
}

function ratings({ csat: { average, ratings: all } }: InsightReport): Html {
  return html`<h2>Ratings</h2>
    ${average === undefined ? '' : html`<p>On average ${average} of 5.</p>`}
    ${table({
      caption: 'How closed cases were rated',
      heads: [{ label: 'Rating' }, number('Cases')],
      rows: average === undefined ? [] : all.map(({ score, n }) => [`${score} of 5`, n]),
      empty: 'No case was rated.',
    })}`
}

function cost({ cost: { answers, inputTokens, cachedTokens, outputTokens, price } }: InsightReport): Html {
  const share = inputTokens === 0 ? '–' : `${Math.round((100 * cachedTokens) / inputTokens)} %`
  return html`<h2>Cost</h2>
    ${table({
      caption: 'What models cost',
      heads: [{ label: 'Of' }, number('How much')],
      rows:
        answers === 0
          ? []
          : [
              ['Answers of a model', answers],
              ['Tokens read', inputTokens],
              ['of them from the cache', `${cachedTokens} (${share})`],
              ['Tokens written', outputTokens],
              ...(price === undefined ? [] : [['Money, in the currency of the prices set', price.toFixed(2)]]),
            ],
      empty: 'No model was asked.',
    })}`
}
