/** Files of fans that were brought here lie in a folder of our own, for three days. */
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { DAY_MS, HOUR_MS } from '../../src/domain/durations.ts'
import { createFetchedFiles } from '../../src/program/fetched-files.ts'
import { startChat } from '../support/chat.ts'
import { createChatClock } from '../support/chat-clock.ts'

async function folderOf(now: number, ages: Readonly<Record<string, number>>) {
  const files = await mkdtemp(path.join(tmpdir(), 'mascot-files-'))
  onTestFinished(async () => await rm(files, { recursive: true, force: true }))
  const folder = path.join(files, 'fetched')
  await mkdir(folder)
  for (const [name, ageMs] of Object.entries(ages)) {
    await writeFile(path.join(folder, name), 'x')
    const at = (now - ageMs) / 1000
    await utimes(path.join(folder, name), at, at)
  }
  return { files, folder, left: async () => (await readdir(folder)).toSorted() }
}

it('the program deletes what is older than three days, at its start and every hour after', async () => {
  const clock = createChatClock('2026-11-18T10:30Z')
  const ages = { 'fresh.jpg': 0, 'old.jpg': 3 * DAY_MS + HOUR_MS, 'soon-old.jpg': 3 * DAY_MS - HOUR_MS }
  const { files, left } = await folderOf(clock.now(), ages)
  await using _ = await startChat('coffee', { clock, env: { MASCOT_FILES: files } })
  await expect.poll(left).toEqual(['fresh.jpg', 'soon-old.jpg'])
  await clock.advance(2 * HOUR_MS)
  await expect.poll(left).toEqual(['fresh.jpg'])
  await clock.advance(3 * DAY_MS)
  await expect.poll(left).toEqual([])
})

it('whom we forget has no file left there, whatever its ending, and others keep theirs', async () => {
  const clock = createChatClock('2026-11-18T10:30Z')
  const { folder, left } = await folderOf(clock.now(), { 'page-upload.pdf': 0, 'other.pdf': 0 })
  const fetched = createFetchedFiles(folder, clock)
  const [hers, his] = ['AgAD-hers', 'AgAD-his'].map((ref) => `${fetched.fileFor(ref)}.jpg`)
  for (const file of [hers, his]) await writeFile(file ?? '', 'x')
  await fetched.forget(['AgAD-hers'], [path.join(folder, 'page-upload.pdf'), '/elsewhere/other.pdf'])
  expect(await left()).toEqual([path.basename(his ?? ''), 'other.pdf'].toSorted())
})
