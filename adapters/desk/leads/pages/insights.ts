/** Insights: how questions ended, who answered, how it behaved, what fans ask for, and what it cost; each figure with its list. */
import { html } from 'hono/html'
import { type AskedRange, type Compared, MascotError } from '#mascot'
import { Refusal } from '../../refusal.ts'
import type { Asked, LeadPage, Shown } from '../lead-page.ts'
import { chartOf, groupsOf, rangeLinks, timesOf } from './insights/figures.ts'
import { listShown } from './insights/list.ts'
import { insightTables } from './insights/tables.ts'

const FILES = { csv: 'text/csv; charset=utf-8', md: 'text/markdown; charset=utf-8' } as const

export const insightsPage: LeadPage = {
  name: 'insights',
  label: 'Insights',
  about: 'How questions ended, who answered, how it behaved, what fans ask for, and what it cost.',
  views: [
    { path: '', show },
    { path: '/list/:list', show: async (asked) => await told(() => listShown(asked, rangeOf(asked))) },
    { path: '/as/:file', show: async (asked) => await told(() => fileOf(asked)) },
  ],
}

function rangeOf({ query }: Pick<Asked, 'query'>): AskedRange {
  return { range: query('range'), from: query('from'), to: query('to') }
}

async function show(asked: Asked): Promise<Shown> {
  const compared = await told(() => asked.context.insights.read(rangeOf(asked)))
  return { title: 'Insights', body: bodyOf(compared) }
}

function bodyOf(compared: Compared) {
  const { now, before } = compared
  const range = `from=${now.from}&to=${now.to}`
  return html`<p class="quiet">
      ${now.from} to ${now.to}, compared with ${before.from} to ${before.to}; days by the clock of ${now.timeZone}.
    </p>
    ${rangeLinks(now)} ${chartOf(now)} ${groupsOf(compared, range)} ${timesOf(compared)} ${insightTables(now, range)}
    <h2>To take along</h2>
    <p class="links">
      <a class="button" href="/desk/lead/insights/as/insights.csv?${range}">As CSV</a>
      <a class="button" href="/desk/lead/insights/as/insights.md?${range}">As Markdown</a>
    </p>`
}

async function fileOf(asked: Asked): Promise<Response> {
  const ending =
    asked.param('file') === 'insights.csv' ? 'csv' : asked.param('file') === 'insights.md' ? 'md' : undefined
  if (ending === undefined) throw new Refusal(404, 'not-found', 'There is nothing here.')
  const text = await asked.context.insights.text(rangeOf(asked), ending === 'csv' ? 'csv' : 'markdown')
  return new Response(text, {
    headers: { 'content-type': FILES[ending], 'content-disposition': `attachment; filename="insights.${ending}"` },
  })
}

/** What was asked for and there is not, said to who asked. */
async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof MascotError && error.code === 'usage') throw new Refusal(400, 'bad-request', error.message)
    throw error
  }
}
