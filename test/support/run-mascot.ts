/** Runs the command line as a person would, in a process and a folder of its own. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/mascot.js', import.meta.url))

export interface Ran {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

export interface RunOptions {
  readonly input?: string
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

/** No variable of the machine's own reaches it but PATH. */
export async function runMascot(args: readonly string[], { input = '', env = {}, cwd }: RunOptions = {}): Promise<Ran> {
  const folder = cwd ?? mkdtempSync(join(tmpdir(), 'mascot-run-'))
  try {
    const child = spawn(process.execPath, [bin, ...args], {
      cwd: folder,
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
    const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed])
    return { code, out, err }
  } finally {
    if (cwd === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
