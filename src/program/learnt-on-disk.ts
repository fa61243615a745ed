/**
 * What brands taught, kept on this machine between two programs of one user: a verb, or a first start, need not learn again what another has
 * learnt. It holds weights and no words. Where nothing can be written, or the folder is not this user's alone, all is learnt anew.
 */
import { createHash, randomUUID } from 'node:crypto'
import { lstat, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import path from 'node:path'
import { systemClock } from '../clock.ts'
import { SECOND_MS } from '../domain/durations.ts'
import type { TrainingCache } from '../knowledge/create-knowledge.ts'

/** Some hundred KB each, of the brands and their saves that were used last. */
const MOST_KEPT = 50
/** In characters: a brand of a few phrasings is sooner learnt. */
const LEAST = 30_000

export function learntOnDisk(folder = ownFolder()): TrainingCache {
  const fileOf = (key: string) => path.join(folder, createHash('sha256').update(key).digest('hex'))
  return {
    async get(key) {
      if (!(await isOwn(folder))) return undefined
      const file = fileOf(key)
      const found = await readFile(file, 'utf8').catch(() => undefined)
      const now = systemClock.now() / SECOND_MS
      if (found !== undefined) await utimes(file, now, now).catch(() => undefined)
      return found
    },
    async set(key, value) {
      if (value.length < LEAST) return
      await mkdir(folder, { recursive: true, mode: 0o700 })
      if (!(await isOwn(folder))) return
      const draft = path.join(folder, randomUUID())
      await writeFile(draft, value, { mode: 0o600 })
      await rename(draft, fileOf(key))
      await dropOld(folder)
    },
  }
}

/** What stands in the first, or else in the second; kept in both. */
export function either(first: TrainingCache, second: TrainingCache): TrainingCache {
  return {
    get: async (key) => (await first.get(key).catch(() => undefined)) ?? (await second.get(key)),
    set: (key, value) => Promise.allSettled([first.set(key, value), second.set(key, value)]),
  }
}

/** A user of a container may have a number and no name. */
const ownFolder = () => path.join(tmpdir(), `mascot-learnt-${process.getuid?.() ?? userInfo().username}`)

/** Others of the machine can write where temporary files lie. */
async function isOwn(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined)
  const isOthers = (process.getuid?.() ?? found?.uid) !== found?.uid || ((found?.mode ?? 0) & 0o022) !== 0
  return found?.isDirectory() === true && (process.platform === 'win32' || !isOthers)
}

async function dropOld(folder: string): Promise<void> {
  const files = (await readdir(folder)).map((name) => path.join(folder, name))
  const used = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
  const old = used.toSorted((a, b) => b.at - a.at).slice(MOST_KEPT)
  for (const { file } of old) await rm(file, { force: true })
}
