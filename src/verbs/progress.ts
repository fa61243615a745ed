/** A bar on the terminal for what takes longer than a moment; nothing where nobody watches. */
import type { WriteStream } from 'node:tty'
import { SECOND_MS } from '../domain/durations.ts'
import type { Clock } from '../ports/clock.ts'

const SHOWN_AFTER_MS = 2 * SECOND_MS
const ANEW_MS = SECOND_MS / 5
const WIDTH = 30

export interface Progress extends Disposable {
  /** `part`: of the whole, 0 to 1. */
  reached(part: number): void
}

export function createProgress(
  what: string,
  { now }: Pick<Clock, 'now'>,
  to: Pick<WriteStream, 'isTTY' | 'write'> = process.stderr,
): Progress {
  const begun = now()
  let shownAt: number | undefined
  return {
    reached(part) {
      const at = now()
      if (!to.isTTY || at - begun < SHOWN_AFTER_MS || at - (shownAt ?? 0) < ANEW_MS) return
      shownAt = at
      const done = Math.min(1, Math.max(0, part))
      const filled = Math.round(done * WIDTH)
      to.write(`\r${what} [${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${Math.floor(done * 100)} %`)
    },
    [Symbol.dispose]() {
      if (shownAt !== undefined) to.write('\r\u001b[K')
    },
  }
}
