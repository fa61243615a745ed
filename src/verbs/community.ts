/** `mascot community export` and `import`: the community carried to another database, or read from another platform's export. */
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { systemClock } from '../clock.ts'
import { interestsText } from '../community/interests.ts'
import { openSource } from '../community/portable/open-source.ts'
import { writeLines } from '../community/portable/write-lines.ts'
import { added, type ImportCounts, nothingImported, type Portable } from '../domain/portable.ts'
import { MascotError } from '../errors.ts'
import { openStore } from '../store/open-store.ts'
import { createProgress } from './progress.ts'
import { setUp } from './set-up.ts'
import { untilInterrupted } from './until-interrupted.ts'
import type { RunVerb, VerbInput } from './verb.ts'

/** In one transaction. */
const BATCH = 1_000
/** It is about people: nobody else on the machine reads it. */
const OWN_EYES = 0o600

export const community: RunVerb = async (input) => {
  const [what, file, ...more] = input.positionals
  if (more.length === 0 && what === 'export') return await exportTo(file, input)
  if (more.length === 0 && what === 'import' && file !== undefined) return await importFrom(file, input)
  if (file === undefined && what === 'interests') return await tellInterests(input)
  throw new MascotError(
    'usage',
    'mascot community export [FILE], mascot community import FILE, or mascot community interests',
  )
}

async function tellInterests(input: VerbInput): Promise<number> {
  const { config, persona } = await setUp(input)
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  process.stdout.write(`${await interestsText(store.interests, persona, systemClock.now())}\n`)
  return 0
}

async function exportTo(file: string | undefined, input: VerbInput): Promise<number> {
  const { config, persona } = await setUp(input)
  const { signal } = untilInterrupted()
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  using progress = createProgress('export')
  const all = await store.portables.count()
  let accounts = 0
  let records = 0
  async function* counted(): AsyncGenerator<Portable> {
    for await (const record of store.portables.all()) {
      goOn(signal)
      records += 1
      if (record.kind === 'fan') accounts += record.accounts.length
      progress.reached(accounts / Math.max(all, 1))
      yield record
    }
  }
  const lines = writeLines(counted(), { brand: persona.brand.id, exportedAt: systemClock.now() })
  if (file === undefined) await writeAll(lines, process.stdout)
  else await writeWhole(lines, path.resolve(file))
  process.stderr.write(
    `${records} records of ${persona.brand.id}; it is about people: keep it where nobody else reads it.\n`,
  )
  return 0
}

async function writeAll(lines: AsyncIterable<string>, to: Writable): Promise<void> {
  for await (const line of lines) if (!to.write(line)) await once(to, 'drain')
}

/** Under its name only once it is whole. */
async function writeWhole(lines: AsyncIterable<string>, file: string): Promise<void> {
  if (await stat(file).catch(() => undefined))
    throw new MascotError('usage', `${file} is there already; name another, or take it away.`)
  const part = `${file}.part`
  const to = createWriteStream(part, { mode: OWN_EYES })
  const done = finished(to)
  done.catch(() => undefined)
  try {
    await Promise.race([writeAll(lines, to), done])
    to.end()
    await done
    await rename(part, file)
  } catch (cause) {
    to.destroy()
    await rm(part, { force: true })
    throw cause instanceof MascotError ? cause : new MascotError('usage', `${file} cannot be written.`, { cause })
  }
}

async function importFrom(file: string, input: VerbInput): Promise<number> {
  const { config, persona } = await setUp(input)
  const { signal } = untilInterrupted()
  const isTrial = input.values['dry-run'] === true
  const { size = 0 } = (await stat(file).catch(() => undefined)) ?? {}
  let bytes = 0
  using progress = createProgress('import')
  const source = await openSource({
    file,
    // Read twice: to see that it is whole, and to take it in.
    onBytes(more) {
      bytes += more
      progress.reached(bytes / Math.max(isTrial ? size : 2 * size, 1))
    },
    ...textOption('platform', input),
    ...textOption('encoding', input),
    ...(Array.isArray(input.values.chat) ? { chats: input.values.chat.map(String) } : {}),
  })
  let records = 0
  for await (const _ of source.read()) {
    goOn(signal)
    records += 1
  }
  if (isTrial) {
    process.stdout.write(`${source.format}: ${records} records, whole and sound. Nothing was written.\n`)
    return 0
  }
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  let counts = nothingImported
  const take = async (batch: readonly Portable[]) => {
    goOn(signal, `${summary(counts)}. The same import again goes on from there.`)
    counts = added(counts, await store.portables.take(batch, systemClock.now()))
  }
  let batch: Portable[] = []
  for await (const record of source.read()) {
    if (batch.push(record) < BATCH) continue
    await take(batch)
    batch = []
  }
  await take(batch)
  process.stdout.write(`${source.format}: ${summary(counts)}.\n`)
  return 0
}

/** @throws {MascotError} `usage`, once the operator has stopped it */
function goOn({ aborted }: AbortSignal, written = 'nothing was written.'): void {
  if (aborted) throw new MascotError('usage', `Interrupted: ${written}`)
}

function textOption<Name extends string>(name: Name, { values }: VerbInput): Partial<Record<Name, string>> {
  const value = values[name]
  return typeof value === 'string' ? ({ [name]: value } as Partial<Record<Name, string>>) : {}
}

function summary({ written, erased, stands }: ImportCounts): string {
  const named = Object.entries(written).map(([what, count]) => `${count} ${what}`)
  const back = erased > 0 ? `, ${erased} held back as they were erased` : ''
  return `${named.join(', ')} new; ${stands} stood already or found nobody${back}`
}
