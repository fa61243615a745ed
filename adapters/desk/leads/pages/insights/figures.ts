/** The upper half of insights: the range, the chart of questions, the figures by group, and how long things took. */
import { html } from 'hono/html'
import { type Compared, DAY_MS, type DayRow, type Figure, type InsightReport, type Lengths, SECOND_MS } from '#mascot'
import { stackedBars } from '../../charts/stacked-bars.ts'
import type { Html } from '../../lead-page.ts'
import { figure, figures } from '../../parts/figures.ts'
import { lengthWords } from '../../parts/times.ts'

const ranges = [
  { name: 'week', days: 7 },
  { name: 'month', days: 30 },
  { name: 'quarter', days: 91 },
  { name: 'year', days: 365 },
]
const parts = [
  { key: 'answered', label: 'Answered' },
  { key: 'askedBack', label: 'Asked back' },
  { key: 'handedOver', label: 'Handed over' },
  { key: 'unanswered', label: 'Unanswered' },
] as const

export function rangeLinks({ from, to }: InsightReport): Html {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
  const current = (of: number) => (of === days ? html` aria-current="true"` : '')
  return html`<nav class="links" aria-label="Range">
    ${ranges.map(
      ({ name, days: of }) =>
        html`<a class="button" href="/desk/lead/insights?range=${name}"${current(of)}>${name[0]?.toUpperCase()}${name.slice(1)}</a>`,
    )}
  </nav>`
}

export function chartOf({ days, from, to }: InsightReport): Html {
  const bars = days.map((day: DayRow) => ({
    label: shortDay(day.day),
    values: Object.fromEntries(parts.map(({ key }) => [key, day[key]])),
  }))
  const isWeekly = days.length < Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
  const title = `How questions ended, ${isWeekly ? 'week by week' : 'day by day'}`
  return stackedBars({ title, head: isWeekly ? 'Week from' : 'Day', parts, bars })
}

function shortDay(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(day))
}

/** `range`: as in the addresses of lists. */
export function groupsOf({ now, before }: Compared, range: string): Html {
  const earlier = new Map(before.groups.flatMap((group) => group.figures.map((one) => [one.id, one] as const)))
  return html`${now.groups.map(
    ({ title, figures: all }) =>
      html`<h2>${title}</h2>
        ${figures(all.map((one) => shown(one, earlier.get(one.id), range)))}`,
  )}`
}

function shown({ label, n, of, unit, list }: Figure, then: Figure | undefined, range: string): Html {
  const was =
    then === undefined
      ? undefined
      : `before: ${then.of === undefined ? then.n : `${percent(then.n, then.of)}, ${then.n} of ${then.of}`}`
  return figure({
    ...{ label, n, unit },
    ...(of === undefined ? {} : { of }),
    to: `insights/list/${list}?${range}`,
    ...(was === undefined ? {} : { note: was }),
  })
}

function percent(n: number, of: number): string {
  return of === 0 ? '–' : `${Math.round((100 * n) / of)} %`
}

export function timesOf({ now, before }: Compared): Html {
  const words = (seconds: number) => lengthWords(seconds * SECOND_MS)
  const lengths = ({ label, of, median, p90 }: Lengths) => {
    const then = before.times.find((one) => one.label === label)
    const was =
      then?.median === undefined ? '' : html`<span class="quiet">before: ${words(then.median)}, of ${then.of}</span>`
    return html`<div class="figure">
      <dt>${label}</dt>
      <dd>
        <strong>${median === undefined ? '–' : words(median)}</strong>
        <span class="base">${p90 === undefined ? 'nothing to measure' : `half of ${of}; nine of ten within ${words(p90)}`}</span>
        ${was}
      </dd>
    </div>`
  }
  return html`<h2>Times</h2>
    ${figures(now.times.map(lengths))}`
}
