/** The gallery of what fans let the brand show, and the way to take one back. */
import { html } from 'hono/html'
import { WITHDRAW_PATH, type Work } from '#mascot'
import { button, fill, type Html, page, type Shown } from './shell.ts'

export const GALLERY_PAGE = 20

function shown({ number, text, picture, credit, lang }: Work, { words }: Shown): Html {
  const by = credit === '' ? '' : html`<figcaption>— ${credit}</figcaption>`
  const image = picture
    ? html`<img src="/works/picture/${number}" alt="${text === '' ? `${words.text.picture} ${number}` : ''}" loading="lazy" />`
    : ''
  return html`<figure>
    ${image} ${text === '' ? '' : html`<blockquote lang="${lang}" dir="auto">${text}</blockquote>`} ${by}
  </figure>`
}

export function galleryOf(
  { works, total }: { readonly works: readonly Work[]; readonly total: number },
  nth: number,
  to: Shown,
): Html {
  const { text } = to.words
  const title = fill(text.gallery, { brand: to.face.brand })
  const link = (place: number, label: string) => html`<a href="/works/?page=${place}">${label}</a>`
  const before = nth > 1 ? link(nth - 1, text.newer) : ''
  const after = nth * GALLERY_PAGE < total ? link(nth + 1, text.older) : ''
  return page(
    title,
    to,
    html`${works.length === 0 ? html`<p>${text.galleryEmpty}</p>` : html`<ul>${works.map((work) => html`<li>${shown(work, to)}</li>`)}</ul>`}
      ${before === '' && after === '' ? '' : html`<nav aria-label="${title}"><p>${before} ${after}</p></nav>`}
      <p class="quiet">${fill(text.galleryFoot, { name: to.face.name })}</p>`,
  )
}

export function withdrawal(work: Work, secret: string, to: Shown): Html {
  const { text } = to.words
  return page(
    text.takeBackAsk,
    to,
    html`${work.picture ? html`<p>${text.picture}</p>` : ''}
      ${work.text === '' ? '' : html`<figure><blockquote lang="${work.lang}" dir="auto">${work.text}</blockquote></figure>`}
      ${button(`${WITHDRAW_PATH}${secret}`, text.takeBack, { isDanger: true })}`,
  )
}

export function withdrawn(to: Shown): Html {
  return page(to.words.text.withdrawn, to, html`<p>${to.words.said.takenBack}</p>`)
}
