/** The page of promises: what is owed to fans, by whom and until when, and how many were kept. */
import { html } from 'hono/html'
import { DAY_MS, type OwedPromise } from '#mascot'
import type { Asked, Html, LeadPage, Shown } from '../lead-page.ts'
import { figure, figures } from '../parts/figures.ts'
import { table } from '../parts/table.ts'
import { moment } from '../parts/times.ts'

const SHOWN = 200
const DAYS = 30

export const promisesPage: LeadPage = {
  name: 'promises',
  label: 'Promises',
  about: 'What fans were promised: by whom, until when, and how many were kept.',
  views: [{ path: '', show }],
}

async function show(asked: Asked): Promise<Shown> {
  const { leads, clock, view } = asked.context
  const now = clock.now()
  const [open, { kept, broken }] = await Promise.all([leads.promises(SHOWN), leads.promisesSince(now - DAYS * DAY_MS)])
  const owner = asked.query('owner')
  const owners = [...new Set(open.map(ownerOf))].sort()
  const found = owner === undefined ? open : open.filter((one) => ownerOf(one) === owner)
  const late = found.filter(({ dueAt }) => dueAt <= now)
  const zone = view.timeZone()
  const link = (to: string, label: string, isIt: boolean) =>
    html`<a class="button" href="/desk/lead/promises${to}"${isIt ? html` aria-current="true"` : ''}>${label}</a> `
  return {
    title: 'Promises',
    body: html`${figures([
      figure({ label: 'Owed now', n: open.length, unit: 'promises', to: 'promises' }),
      figure({ label: 'Late', n: open.filter(({ dueAt }) => dueAt <= now).length, of: open.length, unit: 'owed' }),
      figure({ label: `Kept in ${DAYS} days`, n: kept, of: kept + broken, unit: 'that ended' }),
      figure({ label: `Broken in ${DAYS} days`, n: broken, of: kept + broken, unit: 'that ended' }),
    ])}
    <nav class="links" aria-label="Whose">
      ${link('', 'All', owner === undefined)}${owners.map((one) => link(`?owner=${encodeURIComponent(one)}`, one, one === owner))}
    </nav>
    ${table({
      caption: 'Promises that are owed, the first due first',
      heads: [{ label: 'Due' }, { label: 'Promise' }, { label: 'Owner' }, { label: 'By' }, { label: 'Case' }],
      rows: found.map((one) => [
        html`${late.includes(one) ? html`<strong>late</strong> ` : ''}${moment(one.dueAt, zone)}`,
        one.text,
        ownerOf(one),
        one.isByPerson ? 'a person' : 'the bot',
        caseLink(one),
      ]),
      empty: 'Nothing is owed.',
    })}`,
  }
}

function caseLink({ case: { id, fanName, assignee } }: OwedPromise): Html {
  const words = `${fanName || 'the fan'}${assignee ? ` (${assignee})` : ''}`
  return html`<a href="/desk/#/case/${encodeURIComponent(id)}">${words}</a>`
}

function ownerOf({ owner, case: one }: OwedPromise): string {
  return owner ?? one.assignee ?? 'nobody'
}
