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
import type { Config } from '../config.ts'
import { createUploads } from '../desk/threads/uploads.ts'
import { added, type ImportCounts, nothingImported, type Portable } from '../domain/portable.ts'
import type { HeldTitle } from '../domain/title.ts'
import { forgottenWords } from '../engine/effects.ts'
import { MascotError } from '../errors.ts'
import type { Store } from '../ports/store.ts'
import { fetchedFolder, uploadsFolder } from '../program/desk-page.ts'
import { createFetchedFiles, filesIn } from '../program/fetched-files.ts'
import { openStore } from '../store/open-store.ts'
import { platformsIn } from './adapters-of.ts'
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
  const isList = input.values.erased === true
  const all = await store.portables.count()
  let accounts = 0
  let records = 0
  async function* read(): AsyncGenerator<Portable> {
    for await (const record of isList ? store.portables.erasures() : store.portables.all()) {
      goOn(signal)
      records += 1
      if (record.kind === 'fan') accounts += record.accounts.length
      progress.reached(accounts / Math.max(all, 1))
      yield record
    }
  }
  const lines = writeLines(read(), { brand: persona.brand.id, exportedAt: systemClock.now() })
  if (file === undefined) await writeAll(lines, process.stdout)
  else await writeWhole(lines, path.resolve(file))
  process.stderr.write(
    `${counted(records, 'record')} of ${persona.brand.id}; it is about people: keep it where nobody else reads it.\n`,
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
    platforms: platformsIn(input.catalog).filter((name) => name !== 'terminal'),
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
    process.stdout.write(`${source.format}: ${counted(records, 'record')}, whole and sound. Nothing was written.\n`)
    return 0
  }
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  let counts = nothingImported
  const take = async (batch: readonly Portable[]) => {
    goOn(signal, `${summary(counts)}. The same import again goes on from there.`)
    counts = added(counts, await store.portables.take(batch, systemClock.now()))
  }
  let batch: Portable[] = []
  let forgotten: Forgotten | undefined
  for await (const record of source.read()) {
    // Who was erased is told first, and goes before anything of theirs from after that comes in.
    const isErasure = record.kind === 'erased' || record.kind === 'erase-key'
    if (!isErasure && forgotten === undefined) {
      await take(batch)
      batch = []
      forgotten = await forgetErased(store, config)
    }
    if (batch.push(record) < BATCH) continue
    await take(batch)
    batch = []
  }
  await take(batch)
  forgotten ??= await forgetErased(store, config)
  process.stdout.write(`${source.format}: ${summary(counts)}${forgottenText(forgotten)}.\n`)
  return 0
}

interface Forgotten {
  readonly accounts: number
  /** Where a title still stands beside a name. */
  readonly titled: readonly HeldTitle[]
}

/** Whom another database forgot goes here too, with all their accounts and files. */
async function forgetErased(store: Store, config: Config): Promise<Forgotten> {
  const uploads = createUploads(uploadsFolder(config), systemClock)
  const fetched = createFetchedFiles(fetchedFolder(config), systemClock)
  const erased = await store.portables.erasedHere()
  const titled: HeldTitle[] = []
  for (const account of erased) {
    const { messages = [] } = await store.memory.exportFan(account)
    const { refs, paths } = filesIn(messages)
    const joined = (await store.links.joinedTo(account)).map(({ accountId }) => accountId)
    titled.push(...(await store.titles.heldBy([account, ...joined])).filter(({ shown }) => shown === 'label'))
    await store.memory.forget(account, forgottenWords, systemClock.now())
    await fetched.forget(refs, paths)
    await uploads.forget(paths)
  }
  return { accounts: erased.length, titled }
}

function forgottenText({ accounts, titled }: Forgotten): string {
  if (accounts === 0) return ''
  const labels = titled.map(({ accountId, threadId, name }) => `${name} of ${accountId} in ${threadId}`).join('; ')
  const left =
    labels === '' ? '' : `. On the platform a title still stands beside a name, take it away there: ${labels}`
  return `; ${counted(accounts, 'account')} forgotten here, as ${accounts === 1 ? 'it was' : 'they were'} erased elsewhere${left}`
}

/** @throws {MascotError} `usage`, once the operator has stopped it */
function goOn({ aborted }: AbortSignal, written = 'nothing was written.'): void {
  if (aborted) throw new MascotError('usage', `Interrupted: ${written}`)
}

function textOption<Name extends string>(name: Name, { values }: VerbInput): Partial<Record<Name, string>> {
  const value = values[name]
  return typeof value === 'string' ? ({ [name]: value } as Partial<Record<Name, string>>) : {}
}

/** `1 fan`, `2 fans` */
function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`
}

function summary({ written, erased, stands }: ImportCounts): string {
  const named = Object.entries(written).map(([what, count]) => counted(count, what.slice(0, -1)))
  const back = erased > 0 ? `, ${erased} held back as they were erased` : ''
  return `${named.join(', ')} new; ${stands} stood already or found nobody${back}`
}
