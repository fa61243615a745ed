/** A lead page with everything the shell offers: a table of many pages, figures, a form that changes something, one that is refused. */
import { html } from 'hono/html'
import { z } from 'zod'
import { read } from '../../adapters/desk/door/requests.ts'
import type { LeadPage } from '../../adapters/desk/leads/lead-page.ts'
import { figure, figures } from '../../adapters/desk/leads/parts/figures.ts'
import { choice, field, form } from '../../adapters/desk/leads/parts/form.ts'
import { pageOf, pager, table } from '../../adapters/desk/leads/parts/table.ts'
import { lengthWords, moment } from '../../adapters/desk/leads/parts/times.ts'

const SIZE = 10
const sent = z.object({ name: z.string().min(1, 'Name it.').max(80), kind: z.enum(['bean', 'cup']) })

/** `names`: what is listed, and added to. */
export function sampleLeadPage(names: string[]): LeadPage {
  return {
    name: 'samples',
    label: 'Samples',
    about: 'What is listed here, and one more.',
    views: [
      {
        path: '',
        async show(asked) {
          const page = pageOf(asked)
          const rows = names.slice((page - 1) * SIZE, page * SIZE)
          const zone = asked.context.view.timeZone()
          return {
            title: 'Samples',
            body: html`${figures([
              figure({
                label: 'Long ones',
                n: names.filter((name) => name.length > 8).length,
                of: names.length,
                unit: 'samples',
                to: 'samples?page=2',
              }),
              figure({ label: 'Waited', n: 3, note: lengthWords(4_000_000) }),
            ])}
            ${table({
              caption: 'All samples',
              heads: [{ label: 'Name' }, { label: 'Since' }, { label: 'Letters', isNumber: true }],
              rows: rows.map((name) => [
                html`<a href="/desk/lead/samples/${encodeURIComponent(name)}">${name}</a>`,
                moment(0, zone),
                name.length,
              ]),
              empty: 'No sample yet.',
            })}
            ${pager({ page, size: SIZE, total: names.length, to: (nth) => `samples?page=${nth}` })}
            <h2>One more</h2>
            ${form(
              asked,
              { to: 'samples/add', label: 'Add', isMain: true },
              html`${field({ name: 'name', label: 'Name', isRequired: true })}
              ${choice({
                name: 'kind',
                label: 'Kind',
                of: [
                  { value: 'bean', label: 'Bean' },
                  { value: 'cup', label: 'Cup' },
                ],
              })}`,
            )}`,
          }
        },
      },
      { path: '/:name', show: async ({ param }) => ({ title: param('name'), body: html`<p>${param('name')}</p>` }) },
    ],
    acts: [
      {
        path: '/add',
        async act({ fields }) {
          const { name } = read(sent, Object.fromEntries(fields))
          if (names.includes(name)) return { isDone: false, says: `${name} is there already.` }
          names.push(name)
          return { isDone: true, says: `${name} was added.`, about: name }
        },
      },
    ],
  }
}
