/** The gallery of what fans let the brand show, and the way to take one back. */
import { html } from 'hono/html'
import { type Face, WITHDRAW_PATH, type Work } from '#mascot'
import { button, type Html, page } from './shell.ts'

export const GALLERY_PAGE = 20

function shown({ number, text, picture, credit, lang }: Work): Html {
  const by = credit === '' ? '' : html`<figcaption>— ${credit}</figcaption>`
  const image = picture
    ? html`<img src="/works/picture/${number}" alt="${text === '' ? `Work ${number}` : ''}" loading="lazy" />`
    : ''
  return html`<figure>
    ${image} ${text === '' ? '' : html`<blockquote lang="${lang}">${text}</blockquote>`} ${by}
  </figure>`
}

export function galleryOf(
  { works, total }: { readonly works: readonly Work[]; readonly total: number },
  nth: number,
  face: Face,
): Html {
  const link = (to: number, label: string) => html`<a href="/works/?page=${to}">${label}</a>`
  const before = nth > 1 ? link(nth - 1, 'Newer') : ''
  const after = nth * GALLERY_PAGE < total ? link(nth + 1, 'Older') : ''
  return page(
    { title: `What fans of ${face.brand} say and make`, face },
    html`${works.length === 0 ? html`<p>Nothing is shown here yet.</p>` : html`<ul>${works.map((work) => html`<li>${shown(work)}</li>`)}</ul>`}
      ${before === '' && after === '' ? '' : html`<nav aria-label="Pages"><p>${before} ${after}</p></nav>`}
      <p class="quiet">
        Shown with the consent of who made it. Is something of yours? Send /work withdraw to ${face.name}, or open the link you were
        given with the thanks: it is gone at once.
      </p>`,
  )
}

export function withdrawal(work: Work, secret: string, face: Face): Html {
  return page(
    { title: 'Take this back?', face },
    html`${work.picture ? html`<p>Your picture, and these words:</p>` : ''}
      <figure><blockquote lang="${work.lang}">${work.text}</blockquote></figure>
      <p>It is shown no more, and what ${face.name} quoted of it is taken down.</p>
      ${button(`${WITHDRAW_PATH}${secret}`, 'Take it back', { isDanger: true })}`,
  )
}

export function withdrawn(face: Face): Html {
  return page({ title: 'Taken back', face }, html`<p>It is shown no more.</p>`)
}
