/** Bars of several parts, one above the other, drawn as SVG on the server; the table beside it says the same in numbers. */
import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'
import { html } from 'hono/html'
import type { Html } from '../lead-page.ts'
import { table } from '../parts/table.ts'

const WIDTH = 720
const HEIGHT = 190
const LEFT = 40
const BOTTOM = 28
const TOP = 10
/** More labels than that below would touch. */
const LABELS = 10
const TICKS = 5

export interface StackedBars {
  /** What it shows, in a sentence. */
  readonly title: string
  /** Heads the first column of the table. */
  readonly head: string
  /** The lowest first; at most four. */
  readonly parts: readonly { readonly key: string; readonly label: string }[]
  readonly bars: readonly { readonly label: string; readonly values: Readonly<Record<string, number>> }[]
}

export function stackedBars({ title, head, parts, bars }: StackedBars): Html {
  const of = (bar: StackedBars['bars'][number], key: string) => bar.values[key] ?? 0
  const totals = bars.map((bar) => parts.reduce((sum, { key }) => sum + of(bar, key), 0))
  const most = Math.max(1, ...totals)
  const x = scaleBand<number>()
    .domain(bars.map((_, nth) => nth))
    .range([LEFT, WIDTH])
    .padding(0.25)
  const y = scaleLinear()
    .domain([0, most])
    .nice(TICKS)
    .range([HEIGHT - BOTTOM, TOP])
  const layers = stack<StackedBars['bars'][number], string>()
    .keys(parts.map(({ key }) => key))
    .value(of)([...bars])
  const ticks = y.ticks(Math.min(TICKS, most)).filter(Number.isInteger)
  const every = Math.ceil(bars.length / LABELS)
  const place = (value: number) => value.toFixed(1)
  return html`<figure class="chart">
    <figcaption>${title}</figcaption>
    <ul class="legend">
      ${parts.map(({ label }, nth) => html`<li><span class="swatch series-${nth + 1}" aria-hidden="true"></span>${label}</li>`)}
    </ul>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}. The table below says it in numbers.">
      ${ticks.map(
        (tick) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH}" y1="${place(y(tick))}" y2="${place(y(tick))}" />
          <text class="axis" x="${LEFT - 8}" y="${place(y(tick) + 4)}" text-anchor="end">${tick}</text>`,
      )}
      ${layers.map(
        (layer, nth) =>
          html`<g class="series-${nth + 1}">
            ${layer.map(([from, to], at) =>
              to > from
                ? html`<rect x="${place(x(at) ?? 0)}" width="${place(x.bandwidth())}" y="${place(y(to))}" height="${place(y(from) - y(to))}" />`
                : '',
            )}
          </g>`,
      )}
      ${bars.map(({ label }, at) =>
        at % every === 0
          ? html`<text class="axis" x="${place((x(at) ?? 0) + x.bandwidth() / 2)}" y="${HEIGHT - 8}" text-anchor="middle">${label}</text>`
          : '',
      )}
    </svg>
    <details>
      <summary>The same in numbers</summary>
      ${table({
        caption: title,
        heads: [{ label: head }, ...parts.map(({ label }) => ({ label, isNumber: true }))],
        rows: bars.map((bar) => [bar.label, ...parts.map(({ key }) => of(bar, key))]),
        empty: 'Nothing was counted.',
      })}
    </details>
  </figure>`
}
