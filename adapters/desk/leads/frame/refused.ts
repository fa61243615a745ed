/** A page that says why something else is not shown, and where to go from there. */
import { html } from 'hono/html'
import type { Face } from '#mascot'
import type { Refusal } from '../../refusal.ts'
import type { Html } from '../lead-page.ts'
import { bare } from './layout.ts'

/**
 * `known` absent: it is our fault, and no detail is for the browser. `path`: what was asked for. Who comes by a link from
 * elsewhere has no cookie with them at first: a press on our own page brings it.
 */
export function refused(known: Refusal | undefined, face: Face, path: string | undefined): Html {
  const title = known === undefined ? 'That went wrong' : known.status === 401 ? 'Signed out?' : 'Not done'
  const says = known?.message ?? 'That went wrong here; the log says why.'
  const again = known?.status === 401 && path !== undefined
  return bare(
    { title, face },
    html`<main class="door">
      <div class="door-card">
        <h1>${title}</h1>
        ${
          again
            ? html`<p>If you came by a link, go on:</p>
              <p><a class="button" href="${path}">Go on to the page</a></p>`
            : ''
        }
        <p>${says}</p>
        <p><a href="/desk/">To the desk</a></p>
      </div>
    </main>`,
  )
}
