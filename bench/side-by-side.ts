/**
 * Mascot with everything on beside the floor, under the same load: `npm run bench [-- --rounds 1 --updates 1000 --only burst-0,paced-0]`.
 * `--cores 1,2`: each program on one core, and on two; `--before DIR`: a checkout of a version before runs beside both.
 * Prints one table and writes every run to a JSON file, and plots to an SVG file beside it; `--write`: the table into docs/speed.md
 * too. Each run has fresh processes, a fresh database, and fakes of its own.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Contestant, start } from './contestants.ts'
import { plot } from './side-by-side/plot.ts'
import type { Load, LoadReport } from './telegram-load.ts'

interface Scenario {
  readonly name: string
  readonly perSecond: number
  readonly modelMs: number
  readonly cores: number
}

type Who = Contestant | 'before'

interface Run {
  readonly scenario: string
  readonly contestant: Who
  readonly round: number
  readonly updates: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
  /** The most memory that the contestant had. */
  readonly peakMb: number | undefined
  /** Processor time of the contestant for each update. */
  readonly cpuMs: number | undefined
  readonly unanswered: number
  readonly doubled: number
  readonly misplaced: number
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    updates: { type: 'string', default: '5000' },
    chats: { type: 'string', default: '500' },
    only: { type: 'string', default: 'burst-0,burst-300,paced-0,paced-300,alone-0' },
    cores: { type: 'string', default: String(cpus().length) },
    before: { type: 'string' },
    json: { type: 'string', default: fileURLToPath(new URL('side-by-side.json', import.meta.url)) },
    profile: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
})

const several = values.cores.split(',').length > 1
const scenarios: readonly Scenario[] = [
  { name: 'burst-0', perSecond: 0, modelMs: 0 },
  { name: 'burst-300', perSecond: 0, modelMs: 300 },
  { name: 'paced-0', perSecond: 100, modelMs: 0 },
  { name: 'paced-300', perSecond: 100, modelMs: 300 },
  { name: 'alone-0', perSecond: 30, modelMs: 0 },
]
  .filter(({ name }) => values.only.split(',').includes(name))
  .flatMap((scenario) =>
    values.cores.split(',').map((cores) => ({
      ...scenario,
      cores: Number(cores),
      name: `${scenario.name}${several ? ` on ${cores}` : ''}`,
    })),
  )

const contestants: readonly Who[] = ['floor', ...(values.before === undefined ? [] : (['before'] as const)), 'mascot']
/** Seconds at most that messages come one by one. */
const PACED_SECONDS = 30

const begin = '<!-- measured -->'
const end = '<!-- /measured -->'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

async function message<T>(child: ChildProcess): Promise<T> {
  const [said] = await once(child, 'message')
  return said
}

async function measure(scenario: Scenario, contestant: Who, round: number): Promise<Run> {
  const most = scenario.perSecond === 0 ? Number.POSITIVE_INFINITY : scenario.perSecond * PACED_SECONDS
  const load: Load = {
    updates: Math.min(Number(values.updates), most),
    chats: Number(values.chats),
    perSecond: scenario.perSecond,
  }
  const folder = await mkdtemp(join(tmpdir(), 'mascot-bench-'))
  const telegram = fork(path('telegram-load.ts'), [JSON.stringify(load)])
  const model = fork(path('model-server.ts'), [String(scenario.modelMs)])
  const [{ root: telegramRoot }, { root: modelRoot }] = await Promise.all([
    message<{ root: string }>(telegram),
    message<{ root: string }>(model),
  ])
  const nodeArgs =
    values.profile === undefined
      ? []
      : [
          '--cpu-prof',
          `--cpu-prof-dir=${values.profile}`,
          `--cpu-prof-name=${scenario.name.replaceAll(' ', '-')}-${contestant}.cpuprofile`,
        ]
  const root = contestant === 'before' && values.before !== undefined ? { root: values.before } : {}
  const { cores } = scenario
  const around = { telegramRoot, modelRoot, folder, nodeArgs, cores, ...root }
  const running = await start(contestant === 'before' ? 'mascot' : contestant, around)
  try {
    await message(telegram)
    const before = await running.cpuSeconds()
    const report = await message<LoadReport>(telegram)
    const after = await running.cpuSeconds()
    return {
      scenario: scenario.name,
      contestant,
      round,
      ...runOf(report, load),
      peakMb: await running.peakMb(),
      cpuMs: before === undefined || after === undefined ? undefined : ((after - before) * 1000) / load.updates,
    }
  } finally {
    await running.stop()
    telegram.kill()
    model.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

function runOf({ tookMs, waitsMs, ...wrong }: LoadReport, { updates }: Load) {
  const at = (share: number) => waitsMs[Math.min(waitsMs.length - 1, Math.floor(waitsMs.length * share))] ?? Number.NaN
  return { updates, perSecond: (updates / tookMs) * 1000, p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99), ...wrong }
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Medians over the rounds; ratios are taken within a round, against the floor's run beside it. */
function rowOf({ name }: Scenario, who: Who, runs: readonly Run[]) {
  const of = (contestant: Who) => runs.filter((run) => run.scenario === name && run.contestant === contestant)
  const each = (value: (run: Run) => number | undefined) => median(of(who).map((run) => value(run) ?? Number.NaN))
  const ratio = (value: (run: Run) => number | undefined) =>
    median(
      of(who).map((run) => {
        const floor = of('floor').find(({ round }) => round === run.round)
        return (value(run) ?? Number.NaN) / ((floor && value(floor)) ?? Number.NaN)
      }),
    )
  return {
    load: name,
    who,
    'a second': Math.round(each((run) => run.perSecond)),
    'of the floor': ratio((run) => run.perSecond).toFixed(2),
    'p50 / p95 / p99 ms': [each((run) => run.p50Ms), each((run) => run.p95Ms), each((run) => run.p99Ms)]
      .map((ms) => ms.toFixed(1))
      .join(' / '),
    'cpu ms': each((run) => run.cpuMs).toFixed(2),
    'cpu of the floor': ratio((run) => run.cpuMs).toFixed(2),
    'peak MB': Math.round(each((run) => run.peakMb)),
    wrong: of(who).reduce((sum, { unanswered, doubled, misplaced }) => sum + unanswered + doubled + misplaced, 0),
  }
}

const runs: Run[] = []
for (let round = 1; round <= Number(values.rounds); round++) {
  for (const scenario of scenarios) {
    // Who goes first changes, so that neither always meets the warmer machine.
    for (const contestant of round % 2 === 1 ? contestants : contestants.toReversed()) {
      const run = await measure(scenario, contestant, round)
      runs.push(run)
      console.error(
        `round ${round}  ${scenario.name.padEnd(9)}  ${contestant.padEnd(6)}  ` +
          `${run.perSecond.toFixed(0).padStart(5)}/s  p50 ${run.p50Ms.toFixed(1)}  p99 ${run.p99Ms.toFixed(1)} ms  cpu ` +
          `${run.cpuMs?.toFixed(2)} ms  unanswered ${run.unanswered}, doubled ${run.doubled}, misplaced ${run.misplaced}`,
      )
    }
  }
}
const table = scenarios.flatMap((scenario) => contestants.map((who) => rowOf(scenario, who, runs)))
const machine = { node: process.version, cpus: cpus().length, model: cpus()[0]?.model }
console.table(table)
await writeFile(values.json, `${JSON.stringify({ machine, table, runs }, null, 2)}\n`)
await writeFile(values.json.replace(/(?:\.json)?$/, '.svg'), plot(panels()))
if (values.write) await writePage()

/** Medians over the rounds. */
function panels() {
  const figures: Readonly<Record<string, (run: Run) => number | undefined>> = {
    'Messages a second': (run) => run.perSecond,
    'Processor time a message, ms': (run) => run.cpuMs,
    'From a message to its reply in the middle, ms': (run) => run.p50Ms,
    'The same at the 95th percentile, ms': (run) => run.p95Ms,
    'Memory at its peak, MB': (run) => run.peakMb,
  }
  return Object.entries(figures).map(([title, value]) => ({
    title,
    bars: scenarios.flatMap(({ name: load }) =>
      contestants.map((who) => {
        const own = runs.filter((run) => run.scenario === load && run.contestant === who)
        return { load, who, value: median(own.map((run) => value(run) ?? Number.NaN)) }
      }),
    ),
  }))
}

/** Between its two marks; what stood there before is replaced. */
async function writePage(): Promise<void> {
  const page = path('../docs/speed.md')
  const text = await readFile(page, 'utf8')
  const [before, after] = [text.indexOf(begin), text.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`${page} has no place for the table`)
  await writeFile(page, `${text.slice(0, before + begin.length)}\n\n${measured()}\n\n${text.slice(after)}`)
}

function measured(): string {
  const columns = Object.keys(table[0] ?? {})
  const cells = table.map((row) => Object.values(row).map(String))
  const lines = [columns, columns.map((_, at) => (at < 2 ? '---' : '---:')), ...cells]
  const rows = lines.map((line) => `| ${line.join(' | ')} |`).join('\n')
  const day = new Date().toISOString().slice(0, 10)
  return (
    `${rows}\n\n${day}, Node ${machine.node}, ${machine.cpus} × ${machine.model}: medians of ${values.rounds} ` +
    `rounds of ${values.updates} messages in ${values.chats} chats, and of those for ${PACED_SECONDS} seconds at most where they come paced.`
  )
}
