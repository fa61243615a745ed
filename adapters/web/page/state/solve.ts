/** Solves the server's riddle. The digest is made here, since a page without https has no `crypto.subtle`. */
import type { Riddle } from '../../wire.ts'
import { sha256 } from './sha256.ts'

/** Digests between two breaths of the page. */
const AT_ONCE = 4_000

export async function solve({ challenge, bits }: Riddle): Promise<string> {
  for (let nth = 0; ; nth += 1) {
    const answer = nth.toString(36)
    if (Math.clz32(sha256(`${challenge}:${answer}`)) >= bits) return answer
    if (nth % AT_ONCE === 0) await new Promise((resolve) => setTimeout(resolve))
  }
}
