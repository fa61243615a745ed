/**
 * Waits for the disk beside the event loop. SQLite itself would hold up the whole process at each commit until the disk has
 * it; here the log is written at once, and whoever committed waits for one `fdatasync` that serves all who wait.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { unusable } from './database-error.ts'

export interface WalSync {
  /** Something was committed. */
  committed(): void
  /** Resolves when all that was committed before is on disk. @throws {MascotError} `database-unusable` */
  onDisk(): Promise<void>
  close(): Promise<void>
}

/** For a database in memory. */
export const noWalSync: WalSync = { committed() {}, async onDisk() {}, async close() {} }

/**
 * `path`: of the database. Its log lies beside it as long as a connection to it is open, and is never replaced meanwhile.
 * With `synchronous = normal` SQLite orders its writes so that the file stays whole whatever happens
 * (https://www.sqlite.org/pragma.html#pragma_synchronous); what `full` adds is this wait.
 */
export function createWalSync(path: string): WalSync {
  let log: FileHandle | undefined
  let written = 0
  let safe = 0
  let running: Promise<void> | undefined

  async function sync(): Promise<void> {
    const upTo = written
    try {
      log ??= await open(`${path}-wal`, 'r+')
      await log.datasync()
    } catch (error) {
      throw unusable(`What was written to ${path} is not safely on disk (${String(error)}).`, error)
    } finally {
      running = undefined
    }
    safe = upTo
  }

  return {
    committed() {
      written += 1
    },
    async onDisk() {
      const mine = written
      while (safe < mine) {
        running ??= sync()
        await running
      }
    },
    async close() {
      await running?.catch(() => undefined)
      await log?.close()
      log = undefined
    },
  }
}
