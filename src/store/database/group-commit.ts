/** Group commit: calls that wait at the same time share one transaction, and so one write to disk. */
import { setImmediate } from 'node:timers/promises'
import { MascotError } from '../../errors.ts'

/** Most calls in one transaction: more would keep a SQLite process busy for too long at once. */
const largestGroup = 500

export interface GroupCommit<Item, Result> {
  /** Resolves when the item's transaction is committed. A group that fails is repeated item by item, so that a bad item fails alone. */
  add(item: Item): Promise<Result>
  /** Resolves when nothing waits any more. */
  settled(): Promise<void>
}

interface Waiting<Item, Result> {
  readonly item: Item
  resolve(result: Result): void
  reject(error: unknown): void
}

/** `commit` writes all items in one transaction, in their order, and returns one result each. */
export function createGroupCommit<Item, Result>(
  commit: (items: readonly Item[]) => Promise<readonly Result[]>,
): GroupCommit<Item, Result> {
  const queue: Waiting<Item, Result>[] = []
  let running: Promise<void> | undefined

  async function run(): Promise<void> {
    while (queue.length > 0) {
      // Whoever calls in this turn of the event loop joins; and timers and sockets get theirs, as SQLite never waits for I/O.
      await setImmediate()
      await commitGroup(queue.splice(0, largestGroup))
    }
    running = undefined
  }

  async function commitGroup(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await commit(group.map((waiting) => waiting.item))
      group.forEach((waiting, index) => {
        const result = results[index]
        if (index < results.length) waiting.resolve(result as Result)
      })
    } catch (error) {
      // When the database itself is the trouble, every item has it.
      const isShared = group.length === 1 || (error instanceof MascotError && error.code.startsWith('database-'))
      for (const waiting of group) {
        if (isShared) waiting.reject(error)
        else await commitGroup([waiting])
      }
    }
  }

  return {
    add(item) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>()
      queue.push({ item, resolve, reject })
      running ??= run()
      return promise
    },
    async settled() {
      await running
    },
  }
}
