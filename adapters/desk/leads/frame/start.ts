/** Where the lead pages begin: each with what it is for. */
import { html } from 'hono/html'
import type { LeadPage, Shown } from '../lead-page.ts'

export function start(pages: readonly LeadPage[]): Shown {
  const rows = pages.map(
    ({ name, label, about }) => html`<li>
      <span class="row-words"><a href="/desk/lead/${name}">${label}</a><span class="quiet">${about}</span></span>
    </li>`,
  )
  return { title: 'Start', body: html`<ul class="rows">${rows}</ul>` }
}
