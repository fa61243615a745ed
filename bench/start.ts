/**
 * What a start costs: from the first line of the program to the first reply, on an empty database, of Mascot and of the floor.
 * `node bench/start.ts [--rounds 5] [--root ANOTHER_CHECKOUT] [--floor] [--after SECONDS]`; medians. With another checkout (of a version before), both are
 * started in turns. Wall time says something only on a machine that does nothing else; processor time says more.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { start } from './contestants.ts'
import type { Load } from './telegram-load.ts'

interface Start {
  readonly wallMs: number
  readonly cpuMs: number
  readonly atReplyMb: number
  readonly warmMb: number
  readonly peakMb: number
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    root: { type: 'string' },
    floor: { type: 'boolean', default: false },
    profile: { type: 'string' },
    after: { type: 'string', default: '8' },
  },
})

const here = fileURLToPath(new URL('..', import.meta.url))
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
/** A fan has written before the program runs, so that the first reply leaves as soon as it can. */
const load: Load = { updates: 1, chats: 1, perSecond: 0, settleMs: 0 }
/** Seconds after the first reply at which memory is looked at again. */
const warmAfterMs = Number(values.after) * 1000

async function megabytes(pid: number | undefined, field: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) / 1000
}

async function measure(contestant: 'floor' | 'mascot', root: string): Promise<Start> {
  const folder = await mkdtemp(join(tmpdir(), 'mascot-start-'))
  const telegram = fork(path('telegram-load.ts'), [JSON.stringify(load)])
  const model = fork(path('model-server.ts'), ['0'])
  const [[{ root: telegramRoot }], [{ root: modelRoot }]] = await Promise.all([
    once(telegram, 'message'),
    once(model, 'message'),
  ])
  const nodeArgs = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
  const answered = new Promise<void>((resolve) =>
    telegram.on('message', (said: { isAnswered?: true }) => said.isAnswered && resolve()),
  )
  const began = performance.now()
  const running = await start(contestant, { telegramRoot, modelRoot, folder, nodeArgs, root })
  try {
    await answered
    const wallMs = performance.now() - began
    const cpuMs = ((await running.cpuSeconds()) ?? Number.NaN) * 1000
    const atReplyMb = await megabytes(running.pid, 'VmRSS')
    await sleep(warmAfterMs)
    const warmMb = await megabytes(running.pid, 'VmRSS')
    return { wallMs, cpuMs, atReplyMb, warmMb, peakMb: await megabytes(running.pid, 'VmHWM') }
  } finally {
    await running.stop()
    telegram.kill()
    model.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

const contestants = [
  ...(values.root === undefined ? [] : [{ name: 'before', what: 'mascot' as const, root: values.root }]),
  { name: 'mascot', what: 'mascot' as const, root: here },
  ...(values.floor ? [{ name: 'floor', what: 'floor' as const, root: here }] : []),
]
const starts = new Map<string, Start[]>()
for (let round = 0; round < Number(values.rounds); round++)
  for (const { name, what, root } of round % 2 === 0 ? contestants : contestants.toReversed())
    starts.set(name, [...(starts.get(name) ?? []), await measure(what, root)])

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
console.table(
  [...starts].map(([name, all]) => ({
    who: name,
    'first reply, ms': Math.round(median(all.map(({ wallMs }) => wallMs))),
    'processor till then, ms': Math.round(median(all.map(({ cpuMs }) => cpuMs))),
    'memory then, MB': Math.round(median(all.map(({ atReplyMb }) => atReplyMb))),
    [`memory ${values.after} s later, MB`]: Math.round(median(all.map(({ warmMb }) => warmMb))),
    'peak, MB': Math.round(median(all.map(({ peakMb }) => peakMb))),
  })),
)
