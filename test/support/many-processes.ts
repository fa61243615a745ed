/** Several real processes of one brand, to be killed and cut off: each is told of by its log. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { compiled } from './keep-compiled.ts'

const program = fileURLToPath(new URL('./one-of-many.ts', import.meta.url))

export interface OneOfMany {
  /** Names held now, by its own log. */
  readonly holds: ReadonlySet<string>
  /** Lines of its log at level warn and above. */
  readonly complaints: readonly string[]
  /** Resolves when it has started. */
  readonly ready: Promise<void>
  kill(signal?: NodeJS.Signals): Promise<void>
  signal(signal: NodeJS.Signals): void
}

/** `skewMs`: by how much its clock differs from this machine's. */
export function startOneOfMany(env: Readonly<Record<string, string>>, skewMs = 0): OneOfMany {
  const child: ChildProcess = spawn(process.execPath, [...compiled(program), String(skewMs)], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const holds = new Set<string>()
  const complaints: string[] = []
  const { promise: ready, resolve } = Promise.withResolvers<void>()
  if (!child.stdout) throw new Error('its output is piped')
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { msg, hold, level } = JSON.parse(line) as { msg: string; hold?: string; level?: number }
    if (msg === 'ready') resolve()
    if (hold && msg.startsWith('held')) holds.add(hold)
    if (hold && msg.startsWith('lost')) holds.delete(hold)
    if ((level ?? 0) >= 40) complaints.push(line)
  })
  return {
    holds,
    complaints,
    ready,
    async kill(signal = 'SIGKILL') {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'close')
      child.kill(signal)
      await ended
    },
    signal: (signal) => void child.kill(signal),
  }
}
