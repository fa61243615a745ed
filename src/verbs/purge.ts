/** `mascot purge`: what is older than it is kept, or all of the brand, is deleted now. */
import { systemClock } from '../clock.ts'
import { createUploads } from '../desk/threads/uploads.ts'
import { DAY_MS } from '../domain/durations.ts'
import type { PurgeCounts } from '../ports/purge.ts'
import type { Store } from '../ports/store.ts'
import { fetchedFolder, uploadsFolder } from '../program/desk-page.ts'
import { createFetchedFiles, filesIn } from '../program/fetched-files.ts'
import { openStore } from '../store/open-store.ts'
import { confirm } from './confirm.ts'
import { setUp } from './set-up.ts'
import type { RunVerb } from './verb.ts'

export const purge: RunVerb = async (input) => {
  const { config, persona } = await setUp(input)
  const isAll = input.values.all === true
  await using store = await openStore(config.databaseUrl, { brand: persona.brand.id, clock: systemClock })
  const before = systemClock.now() - persona.memory.days * DAY_MS
  const counts = isAll ? await store.purge.ofBrand() : await store.purge.olderThan(before)
  const what = isAll ? `everything of ${persona.brand.id}` : `older than ${persona.memory.days} days (memory.days)`
  process.stdout.write(`${what}: ${listed(counts)}\n`)
  if (input.values['dry-run'] === true) return 0
  await confirm(
    isAll
      ? `All conversations, cases and fans of ${persona.brand.id} are deleted for good. Stop the program first.`
      : 'They are deleted for good.',
    isAll ? persona.brand.id : 'purge',
    input.values.yes === true,
  )
  if (!isAll) {
    const rows = await store.memory.expire(before)
    process.stdout.write(`${rows} rows deleted, those that belonged to them included.\n`)
    return 0
  }
  const uploads = createUploads(uploadsFolder(config), systemClock)
  const fetched = createFetchedFiles(fetchedFolder(config), systemClock)
  const { refs, paths } = await filesOf(store)
  await store.purge.everything()
  await uploads.forget(paths)
  await fetched.forget(refs, paths)
  process.stdout.write(`Nothing is kept of ${persona.brand.id} any more. Backups are yours to delete.\n`)
  return 0
}

async function filesOf({ purge: { bodies } }: Store) {
  const found = { refs: [] as string[], paths: [] as string[] }
  for await (const body of bodies()) {
    const { refs, paths } = filesIn([body])
    found.refs.push(...refs)
    found.paths.push(...paths)
  }
  return found
}

function listed(counts: PurgeCounts): string {
  const named = Object.entries({ ...counts, cases: counts.handoffs }).filter(([name]) => name !== 'handoffs')
  const some = named.filter(([, count]) => count > 0).map(([name, count]) => `${count} ${name}`)
  return some.length > 0 ? some.join(', ') : 'nothing'
}
