/**
 * The faults of load, made to happen and measured: `node bench/under-load.ts [group] [flood] [chat] [kill] [old] [--postgres] [--size 1]`.
 *
 * group: 3,000 members have said 10,000 things to each other when one of them mentions us: until the answer.
 * flood: 10,000 messages of 500 fans are offered a hundred at a time, and then one of somebody else: until that answer.
 * chat:  the same, where all 10,000 are of one chat.
 * kill:  500 fans wait; killed soon after its start, again and again: how many replies were said twice, a kill, and how many never or out of order.
 *        Ctrl-C: no more kills, and the count of those there were.
 * old:   100,000 messages have become old: how long they take to go, and the longest stall of the loop meanwhile.
 *
 * `--size 0.1`: a tenth of all that. Times in ms; stall: the longest that the loop stood still.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPostgres } from '../test/support/postgres-server.ts'
import { expireOld, type Figures, floodAnswered, groupAnswered } from './under-load/in-process.ts'
import { killAndCount } from './under-load/kills.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    postgres: { type: 'boolean', default: false },
    size: { type: 'string', default: '1' },
    kills: { type: 'string', default: '20' },
  },
})
const size = Number(values.size)
const scenes: Readonly<Record<string, (url: string) => Promise<Figures>>> = {
  group: (url) => groupAnswered(url, { messages: 10_000 * size, members: 3_000 * size }),
  flood: (url) => floodAnswered(url, { messages: 10_000 * size, fans: 500 * size }),
  chat: (url) => floodAnswered(url, { messages: 10_000 * size, fans: 1 }),
  kill: (url) => killAndCount(url, { fans: 500 * size, kills: Number(values.kills) }),
  old: (url) => expireOld(url, { messages: 100_000 * size }),
}
const wanted = positionals.length > 0 ? positionals : Object.keys(scenes)

for (const name of wanted) {
  const scene = scenes[name]
  if (!scene) throw new Error(`no such scene: ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'mascot-load-'))
  const postgres = values.postgres ? await startPostgres({ fsync: true }) : undefined
  const url = postgres?.url ?? `sqlite:${join(folder, 'mascot.db')}`
  const figures = await scene(url)
  console.log(
    `${name.padEnd(6)} ${Object.entries(figures)
      .map(([what, value]) => `${what} ${value}`)
      .join(', ')}`,
  )
  await postgres?.stop()
  rmSync(folder, { recursive: true, force: true })
}
process.exit(0)
