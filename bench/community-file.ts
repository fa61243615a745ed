/**
 * What a large file of a community takes: written, refused where it was cut in the middle, taken in, and written again.
 *
 * node bench/community-file.ts [--fans 1000000]
 *
 * Each line: seconds, and the most memory that the process has held so far.
 */
import { createWriteStream, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { openSource } from '../src/community/portable/open-source.ts'
import { writeLines } from '../src/community/portable/write-lines.ts'
import { accountId } from '../src/domain/ids.ts'
import type { Portable } from '../src/domain/portable.ts'
import { openStore } from '../src/store/open-store.ts'

const BATCH = 1_000
const at = Date.UTC(2026, 10, 18, 12)
const { values } = parseArgs({ options: { fans: { type: 'string', default: '1000000' } } })
const fans = Number(values.fans)
const folder = mkdtempSync(join(tmpdir(), 'mascot-bench-'))
const [whole, cut] = [join(folder, 'whole.jsonl'), join(folder, 'cut.jsonl')]

async function* made(): AsyncGenerator<Portable> {
  for (let nth = 0; nth < fans; nth++)
    yield {
      ...{ kind: 'fan', accounts: [{ id: accountId('telegram', String(nth)), name: `Fan ${nth}`, since: at - nth }] },
      consent: nth % 2 === 0 ? 'yes' : 'unasked',
    }
}

async function measure(label: string, work: () => Promise<unknown>): Promise<void> {
  const before = performance.now()
  const result = await work()
  const seconds = ((performance.now() - before) / 1_000).toFixed(1)
  const most = Math.round(process.resourceUsage().maxRSS / 1_024)
  console.log(`${label.padEnd(28)} ${seconds.padStart(7)} s ${String(most).padStart(6)} MB  ${result ?? ''}`)
}

const write = async (records: AsyncIterable<Portable>, file: string) =>
  await pipeline(Readable.from(writeLines(records, { brand: 'pip', exportedAt: at })), createWriteStream(file))

async function count(file: string): Promise<number> {
  const source = await openSource({ file })
  let records = 0
  for await (const _ of source.read()) records += 1
  return records
}

try {
  await measure('written', async () => await write(made(), whole))
  await copyFile(whole, cut)
  truncateSync(cut, Math.floor(statSync(whole).size / 2))
  await measure('cut in the middle: refused', async () => {
    const said = await count(cut).catch((error: unknown) => (error instanceof Error ? error.message : 'refused'))
    if (typeof said === 'number') throw new Error('what was cut was taken for whole')
    return said.replace(cut, 'FILE')
  })
  await using store = await openStore(`sqlite:${join(folder, 'db')}`, { brand: 'pip' })
  await measure('taken in', async () => {
    const total = await count(whole)
    let batch: Portable[] = []
    for await (const record of (await openSource({ file: whole })).read()) {
      if (batch.push(record) < BATCH) continue
      await store.portables.take(batch, at)
      batch = []
    }
    await store.portables.take(batch, at)
    return `${total} records`
  })
  await measure('exported', async () => await write(store.portables.all(), join(folder, 'again.jsonl')))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
