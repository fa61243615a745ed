/** Issues as a table, those with the most people first; above it what is amber or red. */
import { html } from 'hono/html'
import type { Issue } from '#mascot'
import type { Asked, Html, Shown } from '../lead-page.ts'
import { figure, figures } from '../parts/figures.ts'
import { pageOf, pager, table } from '../parts/table.ts'
import { moment } from '../parts/times.ts'
import { crisisLine } from './crisis-part.ts'
import { stateWords } from './state-words.ts'

const SIZE = 50

const filters: readonly { readonly name: string; readonly label: string; holds(issue: Issue): boolean }[] = [
  { name: 'open', label: 'Open', holds: ({ state }) => !['fixed', 'wont', 'prepared'].includes(state) },
  { name: 'nobody', label: 'Nobody has it', holds: (issue) => isOpen(issue) && issue.owner === undefined },
  { name: 'unanswered', label: 'No answer', holds: (issue) => isOpen(issue) && issue.answer === undefined },
  { name: 'fixed', label: 'Fixed', holds: ({ state }) => state === 'fixed' },
  { name: 'all', label: 'All', holds: () => true },
]
const isOpen = ({ state }: Issue) => state !== 'fixed' && state !== 'wont' && state !== 'prepared'

export async function showIssues(asked: Asked): Promise<Shown> {
  const { leads, view } = asked.context
  const [all, crises] = await Promise.all([leads.issues(), leads.crises()])
  const [usual] = filters
  const filter = filters.find(({ name }) => name === asked.query('show')) ?? usual
  const found = all.filter((issue) => filter?.holds(issue)).toSorted(byPeople)
  const page = pageOf(asked)
  const count = (name: string) => all.filter((issue) => filters.find((one) => one.name === name)?.holds(issue)).length
  const open = count('open')
  return {
    title: 'Issues',
    body: html`${figures([
      figure({ label: 'Open', n: open, unit: 'issues', to: 'issues?show=open' }),
      figure({ label: 'Nobody has it', n: count('nobody'), of: open, unit: 'open', to: 'issues?show=nobody' }),
      figure({
        label: 'No answer',
        n: count('unanswered'),
        of: open,
        unit: 'open',
        to: 'issues?show=unanswered',
      }),
    ])}
    ${crises.map((crisis) => crisisLine(crisis, all, view.timeZone()))}
    <nav class="links" aria-label="Which issues">${filters.map((one) => filterLink(one, one === filter))}</nav>
    ${table({
      caption: 'Issues',
      heads: [
        { label: 'Issue' },
        { label: 'State' },
        { label: 'People', isNumber: true },
        { label: 'Last day', isNumber: true },
        { label: 'Owner' },
        { label: 'Since' },
      ],
      rows: found.slice((page - 1) * SIZE, page * SIZE).map((issue) => rowOf(issue, view.timeZone())),
      empty: 'None of these.',
    })}
    ${pager({
      ...{ page, size: SIZE, total: found.length },
      to: (nth) => `issues?show=${filter?.name ?? 'open'}&page=${nth}`,
    })}`,
  }
}

function byPeople(a: Issue, b: Issue): number {
  return b.lately - a.lately || b.reporters - a.reporters || a.number - b.number
}

function filterLink({ name, label }: { readonly name: string; readonly label: string }, isIt: boolean): Html {
  return html`<a class="button" href="/desk/lead/issues?show=${name}"${isIt ? html` aria-current="true"` : ''}>${label}</a> `
}

function rowOf({ number, title, state, reporters, lately, owner, since }: Issue, zone: string) {
  return [
    html`<a href="/desk/lead/issues/${number}">#${number} ${title}</a>`,
    stateWords[state],
    reporters,
    lately,
    owner ?? 'nobody',
    since === undefined ? '–' : moment(since, zone),
  ]
}
