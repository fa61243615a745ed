/** A whole lead page: head, navigation, what came of the last form, and the page's own body. */
import { html } from 'hono/html'
import type { Face, StaffMember } from '#mascot'
import type { Html, LeadPage, Shown } from '../lead-page.ts'
import type { Notice } from './notices.ts'

export interface Laid extends Shown {
  readonly pages: readonly LeadPage[]
  /** Name of the one that is shown; undefined: the start page. */
  readonly page: string | undefined
  readonly face: Face
  readonly staff: StaffMember
  readonly notice: Notice | undefined
}

export function layout({ title, body, pages, page, face, staff, notice }: Laid): Html {
  const said = notice && html`<p class="${notice.isDone ? 'said' : 'said refused'}" role="status">${notice.says}</p>`
  return bare(
    { title, face },
    html`<a class="skip" href="#body">Skip to the page</a>
      <header class="head">
        <p class="persona">
          <span class="symbol" aria-hidden="true">${face.symbol}</span>
          <span><strong>${face.name}</strong> <span class="quiet persona-brand">${face.brand}</span></span>
        </p>
        <p class="quiet who">${staff.name}</p>
        <a class="button" href="/desk/">To the desk</a>
      </header>
      <nav class="lead-nav" aria-label="Pages">
        <ul>
          <li><a href="/desk/lead"${current(page === undefined)}>Start</a></li>
          ${pages.map(({ name, label }) => html`<li><a href="/desk/lead/${name}"${current(page === name)}>${label}</a></li>`)}
        </ul>
      </nav>
      <main class="view lead" id="body" tabindex="-1">
        <h1>${title}</h1>
        ${said} ${body}
      </main>`,
  )
}

/** The document alone, for who may not see the pages either. */
export function bare({ title, face }: { readonly title: string; readonly face: Face }, body: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${face.name}</title>
        <link rel="icon" href="/desk/lead/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/desk/lead/style.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`
}

function current(isIt: boolean): Html | '' {
  return isIt ? html` aria-current="page"` : ''
}
