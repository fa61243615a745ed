/** What the documents promise is held by tests that exist, and what they measured by commands that exist. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { environmentNames } from '../../src/environment/variables.ts'
import { createMetrics } from '../../src/watch/metrics.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
/** Rows of its tables, without the heads. */
const rowsOf = (file: string) =>
  read(file)
    .split('\n')
    .filter((line, nth, all) => line.startsWith('| ') && !all[nth + 1]?.startsWith('|-'))

describe.each(['docs/security.md', 'docs/reliability.md'])('%s', (file) => {
  it('names a test that exists in every line', () => {
    const rows = rowsOf(file)
    expect(rows.length).toBeGreaterThan(9)
    const unheld = rows.filter((row) => {
      const tests = [...row.matchAll(/`(test\/[^`]+)`/g)].map(([, test = '']) => test)
      return tests.length === 0 || tests.some((test) => !existsSync(path.join(root, test)))
    })
    expect(unheld).toEqual([])
  })
})

it('docs/reliability.md tells tests by titles that they have', () => {
  const titles = rowsOf('docs/reliability.md').flatMap((row) =>
    [...row.matchAll(/`(test\/[^`]+)`: ((?:\*[^*]+\*(?:; )?)+)/g)].flatMap(([, file = '', all = '']) =>
      [...all.matchAll(/\*([^*]+)\*/g)].map(([, title = '']) => ({ file, title })),
    ),
  )
  expect(titles.length).toBeGreaterThan(30)
  expect(titles.filter(({ file, title }) => !read(file).includes(title))).toEqual([])
})

describe.each(['docs/scale.md', 'docs/security.md', 'docs/reliability.md', 'docs/monitoring/README.md', 'README.md'])(
  '%s',
  (file) => {
    const text = read(file)

    it('names commands, variables and figures that exist', () => {
      const scripts = [...text.matchAll(/`npm run ([\w:]+)/g)].map(([, script = '']) => script)
      expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([])
      const benches = [...text.matchAll(/`node (bench\/[\w-]+\.ts)/g)].map(([, bench = '']) => bench)
      expect(benches.filter((bench) => !existsSync(path.join(root, bench)))).toEqual([])
      const variables = [
        ...text.matchAll(/\b(?:METRICS|OTEL|DATABASE|HTTP|TELEGRAM|DISCORD|OPENAI|MASCOT)_[A-Z_]*[A-Z]\b/g),
      ].map(String)
      expect(variables.filter((name) => !environmentNames.includes(name))).toEqual([])
      const { registry } = createMetrics()
      const known = registry.getMetricsAsArray().map(({ name }) => name)
      const figures = [...text.matchAll(/\bmascot_\w+/g)].map(([name]) => name.replace(/_(?:bucket|sum|count)$/, ''))
      expect(figures.filter((name) => !known.includes(name))).toEqual([])
    })
  },
)

it('docs/scale.md has a command for every figure that was measured', () => {
  const [measured = ''] = read('docs/scale.md').split('## Where the limits lie')
  const rows = measured.split('\n').filter((line) => /^\| .*\d/.test(line))
  expect(rows.length).toBeGreaterThan(4)
  expect(
    rows.filter((row) => !/`(?:node bench|npm run)/.test(row) && !row.includes('when the queue was chosen')),
  ).toEqual([])
})
