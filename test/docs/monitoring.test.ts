/** The example dashboard and alert rules ask for what exists, and leave nothing out that is measured. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { createMetrics } from '../../src/watch/metrics.ts'

const read = (file: string) =>
  readFileSync(fileURLToPath(new URL(`../../docs/monitoring/${file}`, import.meta.url)), 'utf8')

interface Rule {
  readonly alert: string
  readonly expr: string
  readonly annotations: { readonly summary: string }
}
const rules = (parse(read('alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules)
const { panels } = JSON.parse(read('dashboard.json')) as {
  panels: { title: string; targets?: { expr: string; legendFormat: string }[] }[]
}
const asked = [
  ...rules.map(({ alert, expr }) => ({ where: alert, expr, legend: '' })),
  ...panels.flatMap(({ title, targets = [] }) =>
    targets.map(({ expr, legendFormat }) => ({ where: title, expr, legend: legendFormat })),
  ),
]

const { registry, ...metrics } = createMetrics()
const all = Object.values(metrics).map((metric) => ({
  name: nameOf(metric),
  labels: 'labelNames' in metric && Array.isArray(metric.labelNames) ? metric.labelNames.map(String) : [],
  ends: 'upperBounds' in metric ? ['_bucket', '_sum', '_count'] : [''],
}))
/** Name of a series → its labels. */
const series = new Map(
  all.flatMap(({ name, labels, ends }) =>
    ends.map((end) => [`${name}${end}`, end === '_bucket' ? [...labels, 'le'] : labels] as const),
  ),
)

function nameOf(metric: object): string {
  return 'name' in metric ? String(metric.name) : ''
}

describe.each(asked)('$where: $expr', ({ expr, legend }) => {
  const names = [...expr.matchAll(/\bmascot_\w+/g)].map(([name]) => name)

  it('asks for series that exist', () => {
    if (!expr.includes('up{job="mascot"}')) expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !series.has(name))).toEqual([])
  })

  it('asks for labels that they have', () => {
    const has = new Set([...names.flatMap((name) => series.get(name) ?? []), 'job', 'instance'])
    const grouped = [...expr.matchAll(/\bby \(([^)]*)\)/g)].flatMap(([, list = '']) => list.split(/,\s*/))
    const chosen = [...expr.matchAll(/[{,]\s*(\w+)\s*[=!]~?=?"/g)].map(([, label]) => label)
    const shown = [...legend.matchAll(/{{(\w+)}}/g)].map(([, label]) => label)
    expect([...grouped, ...chosen, ...shown].filter((label) => !has.has(label ?? ''))).toEqual([])
  })

  it('closes what it opens', () => {
    const count = (sign: string) => expr.split(sign).length
    expect([count('('), count('{'), count('[')]).toEqual([count(')'), count('}'), count(']')])
  })
})

it('every alert says in words what it is about', () => {
  expect(rules.filter(({ annotations }) => !annotations.summary)).toEqual([])
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length)
})

it('the dashboard shows everything that is measured', () => {
  const shown = new Set(
    panels.flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => expr.match(/mascot_\w+/g) ?? [])),
  )
  const hidden = all.filter(({ name, ends }) => !ends.some((end) => shown.has(`${name}${end}`)))
  expect(hidden).toEqual([])
  expect(all).toHaveLength(registry.getMetricsAsArray().length)
})

it('README.md tells what each of them is, in the words of the program', () => {
  const readme = read('README.md')
  const rows = [...readme.matchAll(/^\| `(mascot_\w+)` \| (.*) \| (.*) \|$/gm)].map(([, name, labels = '', help]) => ({
    name,
    labels: [...labels.matchAll(/`(\w+)`/g)].map(([, label]) => label),
    help,
  }))
  const held = Object.values(metrics).map((metric) => ({
    name: nameOf(metric),
    labels: 'labelNames' in metric ? metric.labelNames : [],
    help: 'help' in metric ? metric.help : '',
  }))
  expect(rows).toEqual(held)
})
