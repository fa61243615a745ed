/** `mascot issues export`: the issues of a brand for a tracker or a spreadsheet, on standard output. */
import { systemClock } from '../clock.ts'
import { MascotError } from '../errors.ts'
import { type IssueRow, isOpen, rowOf } from '../issues/export/issue-row.ts'
import { asCsv, forGithub, forJira, forLinear } from '../issues/export/trackers.ts'
import { openStore } from '../store/open-store.ts'
import { setUp } from './set-up.ts'
import type { RunVerb } from './verb.ts'

type Values = Parameters<RunVerb>[0]['values']

const shapes: Readonly<Record<string, (rows: readonly IssueRow[], values: Values) => string>> = {
  linear: (rows, values) => lines(forLinear(rows, needed(values, 'team', 'Linear: the UUID of a team'))),
  jira: (rows, values) =>
    lines(
      forJira(rows, needed(values, 'project', 'Jira: the key of a project, as ACME'), textOf(values.type) ?? 'Bug'),
    ),
  github: (rows) => lines(forGithub(rows)),
  csv: (rows) => asCsv(rows),
  json: (rows) => `${JSON.stringify(rows, null, 2)}\n`,
}

export const issues: RunVerb = async (input) => {
  const { values, positionals } = input
  const shape = shapes[textOf(values.as) ?? 'json']
  if (positionals.length !== 1 || positionals[0] !== 'export' || !shape)
    throw new MascotError('usage', `mascot issues export --as ${Object.keys(shapes).join('|')}`)
  // What is missing is said before anything is read.
  shape([], values)
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  const all = await store.issues.list(systemClock.now())
  const wanted = all.filter((issue) => (values.all === true ? issue.state !== 'prepared' : isOpen(issue)))
  process.stdout.write(
    shape(
      wanted.map((issue) => rowOf(issue, config.publicUrl, persona)),
      values,
    ),
  )
  return 0
}

const lines = (all: readonly string[]) => all.map((line) => `${line}\n`).join('')

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** @throws {MascotError} `usage` */
function needed(values: Values, name: string, what: string): string {
  const text = textOf(values[name])
  if (text === undefined) throw new MascotError('usage', `--${name} is missing. ${what}.`)
  return text
}
