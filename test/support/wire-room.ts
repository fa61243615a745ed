/** What a test hears in one place of a platform's wire fake, and why: the same on every wire. */
import { expect } from 'vitest'
import type { ThreadId } from '../../src/domain/ids.ts'
import type { DecisionRecord } from '../../src/ports/records.ts'
import type { Store } from '../../src/ports/store.ts'

export interface WireRoom<Said> {
  readonly threadId: ThreadId
  /** Waits for what the persona says here next. */
  hears(pattern?: RegExp): Promise<Said>
  /** Waits until everything is settled; then there was nothing new to hear. */
  hearsNothing(): Promise<void>
  /** The last decision here, once everything is settled. */
  latest(): Promise<DecisionRecord>
  /** Why, in the order of what was said, once everything is settled. */
  reasons(): Promise<readonly string[]>
}

export interface WirePlace<Said> {
  readonly threadId: ThreadId
  /** Of the program that runs now. */
  readonly store: () => Store
  readonly settled: () => Promise<void>
  /** Looks again whenever the server was called. */
  readonly until: (isTrue: () => boolean) => Promise<void>
  /** All that was said here so far, oldest first. */
  readonly sent: () => readonly Said[]
  readonly textOf: (said: Said) => string | undefined
}

export function createWireRoom<Said>({
  threadId,
  store,
  settled,
  until,
  sent,
  textOf,
}: WirePlace<Said>): WireRoom<Said> {
  let read = 0
  const unheard = () => sent()[read]
  async function decisions(): Promise<DecisionRecord[]> {
    await settled()
    return (await store().records.decisions(threadId, 200)).toSorted(
      (a, b) => Math.max(...a.rows) - Math.max(...b.rows) || a.at - b.at,
    )
  }
  const reasons = async () => (await decisions()).map(({ reason }) => reason)
  return {
    threadId,
    async hears(pattern) {
      await Promise.race([until(() => unheard() !== undefined), settled()])
      const said = unheard()
      if (said === undefined) throw new Error(`nothing was heard: ${(await reasons()).join(', ')}`)
      read += 1
      if (pattern) expect(textOf(said)).toMatch(pattern)
      return said
    },
    async hearsNothing() {
      await settled()
      expect(unheard()).toBeUndefined()
    },
    async latest() {
      const last = (await decisions()).at(-1)
      if (!last) throw new Error('nothing was decided')
      return last
    },
    reasons,
  }
}
