/**
 * What the path and the desk take in a database that has become big.
 *
 * node bench/size.ts [--postgres] [--conversations 100000] [--messages 10] [--open 5000] [--closed 20000] [--keep FILE]
 *
 * Each line is one thing the program asks of its store, asked `rounds` times; milliseconds in the middle and at worst.
 * `--keep FILE` (SQLite) makes the database there and finds it again the next time.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore } from '../src/store/open-store.ts'
import { fill } from '../test/support/fill-database.ts'
import { startPostgres } from '../test/support/postgres-server.ts'
import { asks, filledAt } from './size/asks.ts'

const brand = 'pip'

const { values } = parseArgs({
  options: {
    postgres: { type: 'boolean', default: false },
    conversations: { type: 'string', default: '100000' },
    messages: { type: 'string', default: '10' },
    open: { type: 'string', default: '5000' },
    closed: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '15' },
    keep: { type: 'string' },
  },
})

const size = {
  ...{ brand, at: filledAt },
  conversations: Number(values.conversations),
  messages: Number(values.messages),
  open: Number(values.open),
  closed: Number(values.closed),
}
const rounds = Number(values.rounds)

if (values.postgres) {
  const server = await startPostgres({ fsync: true })
  try {
    await measure(server.url, true)
  } finally {
    await server.stop()
  }
} else if (values.keep) await measure(`sqlite:${values.keep}`, !existsSync(values.keep))
else {
  const folder = mkdtempSync(join(tmpdir(), 'mascot-size-'))
  try {
    await measure(`sqlite:${join(folder, 'mascot.db')}`, true)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(url: string, isNew: boolean): Promise<void> {
  if (isNew) {
    const begun = performance.now()
    await fill(url, size)
    console.log(`filled in ${Math.round((performance.now() - begun) / 1000)} s`)
  }
  await using store = await openStore(url, { brand })
  console.log(`| what, with ${size.conversations} conversations | median ms | worst ms |\n|---|---:|---:|`)
  for (const [what, ask] of asks(store)) {
    const took: number[] = []
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      await ask(round)
      took.push(performance.now() - begun)
    }
    took.sort((a, b) => a - b)
    const [median = 0, worst = 0] = [took[Math.floor(rounds / 2)], took.at(-1)]
    console.log(`| ${what} | ${median.toFixed(1)} | ${worst.toFixed(1)} |`)
  }
}
