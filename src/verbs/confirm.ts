/** Asking before what cannot be taken back. */
import { createInterface } from 'node:readline/promises'
import { MascotError } from '../errors.ts'

/**
 * Resolves when the person at the terminal types `word`, or at once with `isAgreed`.
 * @throws {MascotError} `usage` where nobody can be asked, or they typed something else
 */
export async function confirm(what: string, word: string, isAgreed: boolean): Promise<void> {
  process.stderr.write(`${what}\n`)
  if (isAgreed) return
  if (!process.stdin.isTTY)
    throw new MascotError('usage', 'Nobody can be asked here: say it with --yes. Nothing was changed.')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const typed = await terminal.question(`Type ${word} to go on: `)
    if (typed.trim() !== word) throw new MascotError('usage', 'Nothing was changed.')
  } finally {
    terminal.close()
  }
}
