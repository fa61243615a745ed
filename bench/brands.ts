/**
 * What a brand costs that nobody writes to, where several are in one process: `node bench/brands.ts [--brands 1,10] [--seconds 60]`. Copies of
 * one persona, each with a SQLite file and a page of its own; processor time of the process from a while after its start, and its memory.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parseDocument } from 'yaml'

const { values } = parseArgs({
  options: {
    brands: { type: 'string', default: '1,10' },
    seconds: { type: 'string', default: '60' },
    /** After the start, until what is warmed up and learnt then is over. */
    after: { type: 'string', default: '60' },
  },
})
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const TICK_MS = 10

/** A folder for `mascot start --brands`. */
function folderOf(count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-brands-'))
  for (let nth = 1; nth <= count; nth++) {
    const persona = join(folder, `persona-${nth}`)
    cpSync(path('../personas/leather'), persona, { recursive: true })
    const file = join(persona, 'persona.yaml')
    const document = parseDocument(readFileSync(file, 'utf8'))
    document.setIn(['brand', 'id'], `brand-${nth}`)
    writeFileSync(file, document.toString())
    const database = `sqlite:${join(folder, `${nth}.db`)}`
    writeFileSync(join(folder, `${nth}.env`), `MASCOT_PERSONA=${persona}\nDATABASE_URL=${database}\n`)
  }
  return folder
}

/** Of all threads since its start. */
function cpuMs(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}

function memoryMb(pid: number | undefined): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1000
}

console.log('| brands | processor time a minute | memory |\n| ---: | ---: | ---: |')
for (const count of values.brands.split(',').map(Number)) {
  const folder = folderOf(count)
  const child = spawn(process.execPath, [path('../bin/mascot.js'), 'start', '--brands', folder], {
    cwd: folder,
    env: { PATH: process.env.PATH, HTTP_PORT: '0', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = once(child, 'close')
  let started = 0
  const all = new Promise<void>((resolve) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      if (line.includes('"msg":"started"') && ++started === count) resolve()
    })
  })
  if (await Promise.race([all.then(() => false), ended.then(() => true)])) throw new Error('the brands did not start')
  await sleep(Number(values.after) * 1000)
  const before = cpuMs(child.pid)
  await sleep(Number(values.seconds) * 1000)
  const minute = ((cpuMs(child.pid) - before) * 60) / Number(values.seconds)
  console.log(`| ${count} | ${Math.round(minute)} ms | ${Math.round(memoryMb(child.pid))} MB |`)
  child.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
}
