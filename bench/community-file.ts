/**
 * What a large file of a community takes: written, refused where it was cut in the middle, taken in, and written again.
 *
 * node bench/community-file.ts [--fans 1000000]
 *
 * Each line: seconds, seconds of processor time, and the most memory that the process has held so far. The fans are taken in as a fifth of
 * them each, so that it shows whether the last take longer than the first.
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
const PARTS = 5
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
  const [before, busy] = [performance.now(), process.cpuUsage()]
  const result = await work()
  const seconds = ((performance.now() - before) / 1_000).toFixed(1)
  const { user, system } = process.cpuUsage(busy)
  const ofProcessor = ((user + system) / 1_000_000).toFixed(1)
  const most = Math.round(process.resourceUsage().maxRSS / 1_024)
  console.log(
    `${label.padEnd(28)} ${seconds.padStart(7)} s ${ofProcessor.padStart(6)} s CPU ${String(most).padStart(6)} MB  ${result ?? ''}`,
  )
}

const write = async (records: AsyncIterable<Portable>, file: string) =>
  await pipeline(Readable.from(writeLines(records, { brand: 'pip', exportedAt: at })), createWriteStream(file))

async function count(file: string): Promise<number> {
  const source = await openSource({ file })
  let records = 0
  for await (const _ of source.read()) records += 1
  return records
}

async function next(records: AsyncIterator<Portable>, most: number): Promise<Portable[]> {
  const batch: Portable[] = []
  while (batch.length < most) {
    const { done, value } = await records.next()
    if (done) break
    batch.push(value)
  }
  return batch
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
  await measure('read once', async () => `${await count(whole)} records`)
  const records = (await openSource({ file: whole })).read()[Symbol.asyncIterator]()
  for (let part = 1; part <= PARTS; part++)
    await measure(`taken in, part ${part}`, async () => {
      for (let left = fans / PARTS; left > 0; left -= BATCH)
        await store.portables.take(await next(records, Math.min(left, BATCH)), Date.now())
    })
  await measure('exported', async () => await write(store.portables.all(), join(folder, 'again.jsonl')))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
