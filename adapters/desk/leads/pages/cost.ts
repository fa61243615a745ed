/** The page of what models cost: by day, by fan, by version of the persona, and the last replies; with a warning before the budget ends. */
import { html } from 'hono/html'
import type { CostReport, CostRow, Spent } from '#mascot'
import type { Asked, Html, LeadPage, Shown } from '../lead-page.ts'
import { figure, figures } from '../parts/figures.ts'
import { table } from '../parts/table.ts'
import { moment } from '../parts/times.ts'

const ranges = [1, 7, 30] as const
const USUAL = 7

export const costPage: LeadPage = {
  name: 'cost',
  label: 'Cost',
  about: 'Tokens and money that models took: by day, fan, version of the persona and reply.',
  views: [{ path: '', show }],
}

async function show(asked: Asked): Promise<Shown> {
  const { cost, view } = asked.context
  const wanted = Number(asked.query('days') ?? USUAL)
  const days = ranges.find((one) => one === wanted) ?? USUAL
  const report = await cost(days)
  const zone = view.timeZone()
  const all = sumOf(report.days)
  return {
    title: 'Cost',
    body: html`${warning(report)}
    <nav class="links" aria-label="Of how long">
      ${ranges.map((one) => link(one, one === days))}
    </nav>
    ${figures([
      figure({ label: 'Replies with a model', n: all.replies, unit: 'replies' }),
      figure({ label: 'Tokens read', n: all.input, unit: 'tokens' }),
      figure({ label: 'Of them cached', n: all.cached, of: all.input, unit: 'tokens' }),
      figure({ label: 'Tokens written', n: all.output, unit: 'tokens' }),
      ...(report.budgetSpent === undefined
        ? []
        : [
            figure({
              label: 'Of today’s budget',
              n: Math.round(report.budgetSpent * 1000) / 10,
              of: 100,
              unit: 'parts',
            }),
          ]),
    ])}
    ${rows('By day', 'Day', report.days)} ${rows('By fan, the dearest first', 'Fan', report.fans)}
    ${rows('By version of the persona', 'Version', report.versions)}
    ${table({
      caption: 'The last replies',
      heads: [
        { label: 'When' },
        { label: 'Why' },
        { label: 'Version' },
        { label: 'Read', isNumber: true },
        { label: 'Cached', isNumber: true },
        { label: 'Written', isNumber: true },
        { label: 'Price', isNumber: true },
      ],
      rows: report.replies.map(({ at, reason, personaVersion = '', spent }) => [
        moment(at, zone),
        reason,
        personaVersion,
        spent.inputTokens,
        share(spent),
        spent.outputTokens,
        price(spent),
      ]),
      empty: 'No model was asked.',
    })}`,
  }
}

function link(days: number, isIt: boolean): Html {
  const words = days === 1 ? 'Today' : `${days} days`
  return html`<a class="button" href="/desk/lead/cost?days=${days}"${isIt ? html` aria-current="true"` : ''}>${words}</a> `
}

function warning({ budgetSpent, nearlySpent }: CostReport): Html | '' {
  if (budgetSpent === undefined || budgetSpent < nearlySpent) return ''
  const words =
    budgetSpent >= 1
      ? 'Today’s budget of the model is spent: approved answers and lines go on alone until midnight.'
      : `${Math.floor(budgetSpent * 100)} % of today’s budget of the model is spent.`
  return html`<p class="said refused" role="status">${words} The limits are under manners.limits of persona.yaml.</p>`
}

function rows(caption: string, head: string, all: readonly CostRow[]): Html {
  return html`<h2>${caption}</h2>
    ${table({
      caption,
      heads: [
        { label: head },
        { label: 'Replies', isNumber: true },
        { label: 'Read', isNumber: true },
        { label: 'Cached', isNumber: true },
        { label: 'Written', isNumber: true },
        { label: 'Price', isNumber: true },
        { label: 'A reply', isNumber: true },
      ],
      rows: all.map(({ name, replies, spent }) => [
        name,
        replies,
        spent.inputTokens,
        share(spent),
        spent.outputTokens,
        price(spent),
        spent.price === undefined ? '–' : price({ ...spent, price: spent.price / replies }),
      ]),
      empty: 'No model was asked.',
    })}`
}

const share = ({ cachedTokens, inputTokens }: Spent) =>
  inputTokens === 0 ? '–' : `${Math.round((100 * cachedTokens) / inputTokens)} %`
const price = ({ price }: Spent) => (price === undefined ? '–' : price.toPrecision(2))

function sumOf(days: readonly CostRow[]) {
  const sum = (of: (row: CostRow) => number) => days.reduce((all, row) => all + of(row), 0)
  return {
    replies: sum(({ replies }) => replies),
    input: sum(({ spent }) => spent.inputTokens),
    cached: sum(({ spent }) => spent.cachedTokens),
    output: sum(({ spent }) => spent.outputTokens),
  }
}
