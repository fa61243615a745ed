/** Figures with what they are of: `63 %`, and beneath `12 of 19`, with a link to the list of what was counted. */
import { html } from 'hono/html'
import type { Html } from '../lead-page.ts'

export interface FigureOptions {
  readonly label: string
  readonly n: number
  /** Absent: a count of its own, shown as it is. */
  readonly of?: number
  /** What is counted, after the numbers: `questions`. */
  readonly unit?: string
  /** Where what is counted is listed, after `/desk/lead/`. */
  readonly to?: string
  /** Beneath, in small: what it is compared with. */
  readonly note?: string
}

export function figure({ label, n, of, unit, to, note }: FigureOptions): Html {
  const words = of === undefined ? String(n) : percent(n, of)
  const base = of === undefined ? (unit ?? '') : `${n} of ${of}${unit === undefined ? '' : ` ${unit}`}`
  const value = html`<strong>${words}</strong>`
  return html`<div class="figure">
    <dt>${label}</dt>
    <dd>
      ${to === undefined ? value : html`<a href="/desk/lead/${to}">${value}<span class="hidden-words"> ${label}: the list</span></a>`}
      ${base === '' ? '' : html`<span class="base">${base}</span>`} ${note === undefined ? '' : html`<span class="quiet">${note}</span>`}
    </dd>
  </div>`
}

export function figures(all: readonly Html[]): Html {
  return html`<dl class="figures">${all}</dl>`
}

/** `–` where there is nothing to be a part of. */
function percent(n: number, of: number): string {
  return of === 0 ? '–' : `${Math.round((100 * n) / of)} %`
}
