/**
 * A riddle that costs a browser a moment, and whoever sends robots a machine: find what makes a digest begin with so many zero bits
 * (Hashcash, Back 2002). Nobody else is asked, and nothing is kept but which were solved lately.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { type Clock, MINUTE_MS } from '#mascot'
import type { Riddle } from '../wire.ts'

const GOOD_MS = 10 * MINUTE_MS
const MOST_SOLVED = 50_000

export interface Riddles {
  /** Undefined: none is asked. */
  pose(): Riddle | undefined
  /** Each riddle counts once. */
  isSolved(challenge: string, answer: string): boolean
}

export function createRiddles(bits: number, clock: Clock, secret: () => string): Riddles {
  const solved = new Map<string, number>()
  const sign = (text: string) => createHmac('sha256', secret()).update(`riddle ${text}`).digest('base64url')
  return {
    pose() {
      if (bits === 0) return undefined
      const text = `${clock.now().toString(36)}.${randomBytes(12).toString('base64url')}`
      return { challenge: `${text}.${sign(text)}`, bits }
    },
    isSolved(challenge, answer) {
      if (bits === 0) return true
      const [at = '', word = '', given = ''] = challenge.split('.')
      const ours = Buffer.from(sign(`${at}.${word}`))
      const theirs = Buffer.from(given)
      if (theirs.length !== ours.length || !timingSafeEqual(theirs, ours)) return false
      const age = clock.now() - Number.parseInt(at, 36)
      if (!(age >= 0 && age < GOOD_MS) || solved.has(challenge) || answer.length > 40) return false
      if (!beginsWithZeros(createHash('sha256').update(`${challenge}:${answer}`).digest(), bits)) return false
      for (const [old, until] of solved) {
        if (until > clock.now() && solved.size < MOST_SOLVED) break
        solved.delete(old)
      }
      solved.set(challenge, clock.now() + GOOD_MS)
      return true
    },
  }
}

function beginsWithZeros(digest: Buffer, bits: number): boolean {
  const whole = Math.floor(bits / 8)
  for (let at = 0; at < whole; at += 1) if (digest[at] !== 0) return false
  return (digest[whole] ?? 0) >> (8 - (bits % 8)) === 0
}
