/** What side-by-side.ts measured as one picture: a panel a figure, a group of bars a load, a bar each who bore it. */
import { scaleBand, scaleLinear } from 'd3-scale'

export interface Bar {
  readonly load: string
  readonly who: string
  readonly value: number
}

export interface Panel {
  /** What is measured, with its unit. */
  readonly title: string
  readonly bars: readonly Bar[]
}

const WIDTH = 760
const LEFT = 130
/** Beside the longest bar, for its figure. */
const RIGHT = 110
const HEAD = 28
const BAR = 13
const BETWEEN = 0.35
const SMALL = 11
const colours = ['#8a8f98', '#d9a441', '#1f6f78']

/** As SVG. Bars that are not a number are left out. */
export function plot(panels: readonly Panel[]): string {
  let top = 0
  const drawn = panels.map(({ title, bars }) => {
    const { svg, height } = panel(title, bars)
    const placed = `<g transform="translate(0 ${top})">${svg}</g>`
    top += height
    return placed
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${top}" font-family="sans-serif" font-size="${SMALL}">` +
    `<rect width="${WIDTH}" height="${top}" fill="#fff"/>${drawn.join('')}</svg>\n`
  )
}

function panel(title: string, bars: readonly Bar[]): { readonly svg: string; readonly height: number } {
  const loads = [...new Set(bars.map(({ load }) => load))]
  const all = [...new Set(bars.map(({ who }) => who))]
  const height = HEAD + loads.length * (all.length * BAR) * (1 + BETWEEN)
  const groups = scaleBand()
    .domain(loads)
    .range([HEAD, height])
    .paddingInner(BETWEEN)
    .paddingOuter(BETWEEN / 2)
  const inGroup = scaleBand().domain(all).range([0, groups.bandwidth()])
  const known = bars.filter(({ value }) => Number.isFinite(value))
  const long = scaleLinear()
    .domain([0, Math.max(1e-9, ...known.map(({ value }) => value))])
    .range([0, WIDTH - LEFT - RIGHT])
  const names = loads.map((load) => text(LEFT - 8, (groups(load) ?? 0) + groups.bandwidth() / 2, load, 'end'))
  const shapes = known.map(({ load, who, value }) => {
    const y = (groups(load) ?? 0) + (inGroup(who) ?? 0)
    const colour = colours[all.indexOf(who) % colours.length]
    const bar = `<rect x="${LEFT}" y="${y}" width="${long(value)}" height="${inGroup.bandwidth() - 1}" fill="${colour}"/>`
    return bar + text(LEFT + long(value) + 4, y + inGroup.bandwidth() / 2, `${Number(value.toPrecision(3))} ${who}`)
  })
  const head = `<text x="8" y="18" font-weight="bold">${escaped(title)}</text>`
  return { svg: head + names.join('') + shapes.join(''), height }
}

function text(x: number, y: number, words: string, anchor = 'start'): string {
  return `<text x="${x}" y="${y}" dominant-baseline="central" text-anchor="${anchor}">${escaped(words)}</text>`
}

const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
