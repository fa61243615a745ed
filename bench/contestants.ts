/** The two programs that are measured, each in a process of its own and with everything it writes in a folder of the run. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseDocument } from 'yaml'

export type Contestant = 'floor' | 'mascot'

export interface Surroundings {
  readonly telegramRoot: string
  readonly modelRoot: string
  /** Empty, and the contestant's alone. */
  readonly folder: string
  /** Arguments of Node, for a profile. */
  readonly nodeArgs: readonly string[]
  /** Of how many cores the contestant may use; of all, if absent. The first one is left to it where it is one. */
  readonly cores?: number
  /** The checkout that is measured; this one if absent. */
  readonly root?: string
}

export interface Running {
  /** Seconds of processor time used so far, of all threads; undefined where the system does not tell. */
  cpuSeconds(): Promise<number | undefined>
  readonly pid: number | undefined
  /** The most memory that it had, in MB. */
  peakMb(): Promise<number | undefined>
  stop(): Promise<void>
}

const here = fileURLToPath(new URL('..', import.meta.url))
const GRACE_MS = 20_000
const TICKS_PER_SECOND = 100

export async function start(contestant: Contestant, around: Surroundings): Promise<Running> {
  const args = contestant === 'floor' ? ['bench/floor.ts'] : ['bin/mascot.js', 'start']
  const isBound = around.cores !== undefined && around.cores < cpus().length
  const bound = isBound ? ['taskset', '-c', `0-${(around.cores ?? 1) - 1}`] : []
  const [program = process.execPath, ...rest] = [...bound, process.execPath, ...around.nodeArgs, ...args]
  const child = spawn(program, rest, {
    cwd: around.root ?? here,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env.PATH,
      TELEGRAM_BOT_TOKEN: '7000000001:AAF-load_token_of_the_bench_000000',
      TELEGRAM_API_ROOT: around.telegramRoot,
      TELEGRAM_RATE: 'off',
      OPENAI_BASE_URL: around.modelRoot,
      OPENAI_API_KEY: 'sk-load',
      OPENAI_MODEL: 'load',
      ...(contestant === 'mascot' ? await mascotEnvironment(around.folder, around.root ?? here) : {}),
    },
  })
  return { pid: child.pid, peakMb: () => peakMb(child), cpuSeconds: () => cpuSeconds(child), stop: () => stop(child) }
}

/** The demo persona with its manners lifted where they would hold back load: all else is on, and the database is a file. */
async function mascotEnvironment(folder: string, root: string) {
  const persona = join(folder, 'persona')
  await cp(join(root, 'personas/coffee'), persona, { recursive: true })
  const file = join(persona, 'persona.yaml')
  const document = parseDocument(await readFile(file, 'utf8'))
  document.setIn(['manners', 'burst'], 'each')
  document.setIn(['manners', 'limits'], 'off')
  await writeFile(file, document.toString())
  return {
    MASCOT_PERSONA: persona,
    DATABASE_URL: `sqlite:${join(folder, 'mascot.db')}`,
    HTTP_PORT: '0',
    LOG_LEVEL: 'warn',
  }
}

async function cpuSeconds({ pid }: ChildProcess): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND : undefined
}

async function peakMb({ pid }: ChildProcess): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = /VmHWM:\s+(\d+)/.exec(status)?.[1]
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1000
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await ended
  clearTimeout(timer)
}
