/** A table with a caption, and the links to its other pages. */
import { html } from 'hono/html'
import type { Asked, Html } from '../lead-page.ts'

export interface TableOptions {
  readonly caption: string
  readonly heads: readonly { readonly label: string; readonly isNumber?: boolean }[]
  /** The first cell of each heads its row. */
  readonly rows: readonly (readonly (Html | string | number)[])[]
  /** Said where there are none. */
  readonly empty: string
}

export function table({ caption, heads, rows, empty }: TableOptions): Html {
  if (rows.length === 0) return html`<p class="quiet none">${empty}</p>`
  const sort = (nth: number) => (heads[nth]?.isNumber ? html` class="number"` : '')
  return html`<div class="table-place" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption class="hidden-words">${caption}</caption>
      <thead>
        <tr>${heads.map(({ label }, nth) => html`<th scope="col"${sort(nth)}>${label}</th>`)}</tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>${cells.map((cell, nth) =>
              nth === 0 ? html`<th scope="row"${sort(nth)}>${cell}</th>` : html`<td${sort(nth)}>${cell}</td>`,
            )}</tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

/** From 1; what cannot be read is the first. */
export function pageOf({ query }: Pick<Asked, 'query'>): number {
  const page = Number(query('page') ?? 1)
  return Number.isSafeInteger(page) && page > 0 && page < 100_000 ? page : 1
}

export interface PagerOptions {
  readonly page: number
  readonly size: number
  /** Of all pages together. */
  readonly total: number
  /** `to(3)`: the address of the third page, after `/desk/lead/`. */
  readonly to: (page: number) => string
}

/** `11–20 of 34`, and the way to those before and after. Nothing where all is on one page. */
export function pager({ page, size, total, to }: PagerOptions): Html | '' {
  if (total <= size && page === 1) return ''
  const last = Math.max(1, Math.ceil(total / size))
  const first = (page - 1) * size + 1
  const place =
    first > total ? `Nothing here: there are ${total}` : `${first}–${Math.min(total, page * size)} of ${total}`
  const link = (nth: number, label: string) => html`<a class="button" href="/desk/lead/${to(nth)}">${label}</a>`
  return html`<nav class="pager" aria-label="Pages of the table">
    ${page > 1 ? link(Math.min(page - 1, last), 'Before') : ''} <span>${place}</span> ${page < last ? link(page + 1, 'After') : ''}
  </nav>`
}
