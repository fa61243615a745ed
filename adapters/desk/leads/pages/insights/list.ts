/** What a figure counted, row by row, with the words while they are kept and the way to the case. */
import { html } from 'hono/html'
import type { AskedRange, AskedShown, HappenedShown } from '#mascot'
import type { Asked, Html, Shown } from '../../lead-page.ts'
import { pageOf, pager, table } from '../../parts/table.ts'
import { moment } from '../../parts/times.ts'

const SIZE = 50

export async function listShown(asked: Asked, range: AskedRange): Promise<Shown> {
  const { context, param, query } = asked
  const page = pageOf(asked)
  const name = param('list')
  const part = query('part')
  const listed = await context.insights.list({ list: name, part }, range, { limit: SIZE, offset: (page - 1) * SIZE })
  const { total } = listed.listing
  const kept = Object.entries({ ...range, part }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] satisfies [string, string]],
  )
  const address = (nth: number) => `insights/list/${name}?${new URLSearchParams([...kept, ['page', String(nth)]])}`
  const zone = context.view.timeZone()
  const back = new URLSearchParams(kept.filter(([key]) => key !== 'part'))
  return {
    title: listed.title,
    body: html`<p><a href="/desk/lead/insights?${back}">Back to insights</a></p>
      <p class="quiet">${total} in this range, the newest first. What is older than it is kept, or was forgotten, is counted and not listed.</p>
      ${listed.kind === 'questions' ? questions(listed.listing.rows, zone) : happened(listed.listing.rows, zone)}
      ${pager({ page, size: SIZE, total, to: address })}`,
  }
}

function questions(rows: readonly AskedShown[], zone: string): Html {
  return table({
    caption: 'Questions',
    heads: ['When', 'Who', 'Where', 'Asked', 'Topic', 'How it ended', 'Back'].map((label) => ({ label })),
    rows: rows.map((row) => [
      ...[moment(row.at, zone), row.fanName, `${row.platform}, ${row.surface}`, row.text ?? gone(), row.topic],
      html`${row.outcome} <span class="quiet">${row.reason}${row.answerId ? `: ${row.answerId}` : ''}</span> ${caseLink(row.caseId)}`,
      row.backAt === undefined ? '' : moment(row.backAt, zone),
    ]),
    empty: 'Nothing of that is kept for this range.',
  })
}

function happened(rows: readonly HappenedShown[], zone: string): Html {
  return table({
    caption: 'What was counted',
    heads: ['When', 'Who', 'Where', 'What', 'Words', 'Case'].map((label) => ({ label })),
    rows: rows.map((row) => [
      ...[moment(row.at, zone), row.fanName, row.platform, row.what, row.text ?? '', caseLink(row.caseId)],
    ]),
    empty: 'Nothing of that is kept for this range.',
  })
}

function gone(): Html {
  return html`<span class="quiet">no longer kept</span>`
}

function caseLink(id: string | undefined): Html | '' {
  return id === undefined ? '' : html`<a href="/desk/#/case/${encodeURIComponent(id)}">#${id.slice(0, 8)}</a>`
}
