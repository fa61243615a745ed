/**
 * How far Discord has been read, over all channels: the newest id up to which everything is durable. It is kept as a
 * cursor, so that after a pause also channels without a conversation are read from there.
 */
import type { Cursor } from '#mascot'
import { newest, oldest } from './snowflake.ts'

export const positionCursor = 'discord:heard'

/** Nothing after `mark` counts as read while it is held. */
export interface Hold {
  readonly mark: string
  release(): void
}

export interface Position {
  hold(mark: string): Hold
  /** `id` is durable. */
  advance(id: string): void
  at(): string
  /** What is read once `id` is durable and its own hold released. */
  cursor(id: string, own?: Hold): Cursor
}

/** `start`: where reading begins. */
export function createPosition(start: string): Position {
  let highest = start
  const holds = new Set<Hold>()

  function at(top: string, own?: Hold): string {
    let mark = top
    for (const hold of holds) if (hold !== own) mark = oldest(mark, hold.mark)
    return mark
  }
  return {
    hold(mark) {
      const hold = { mark, release: () => void holds.delete(hold) }
      holds.add(hold)
      return hold
    },
    advance(id) {
      highest = newest(highest, id)
    },
    at: () => at(highest),
    cursor: (id, own) => ({ name: positionCursor, value: at(newest(highest, id), own) }),
  }
}
