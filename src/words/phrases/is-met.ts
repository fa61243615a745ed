/**
 * Whether a text has what a pattern needs. Thousands of needs are held against every message, and most fail by a pair of letters:
 * so each is kept as a few numbers in a row, where they are quickly read, beside the literals that are seldom looked at.
 */
import type { Need } from './needles.ts'

/** A need as numbers: its kind, then for a literal its first and last pair and its place in `literals`, else its end and its parts. */
export interface Packed {
  readonly numbers: Uint16Array
  readonly literals: readonly string[]
}

const LITERAL = 0
const ANY = 1
const ALL = 2

/** Undefined where it does not fit the numbers; no pattern that anybody writes is so long. */
export function packed(need: Need): Packed | undefined {
  const numbers: number[] = []
  const literals: string[] = []
  add(need, numbers, literals)
  return numbers.length > 0xffff ? undefined : { numbers: Uint16Array.from(numbers), literals }
}

function add(need: Need, numbers: number[], literals: string[]): void {
  if ('literal' in need) {
    const { literal } = need
    const length = literal.length === 1 ? 1 : 2
    numbers.push(LITERAL, pairAt(literal, 0, length), pairAt(literal, literal.length - length, length), literals.length)
    literals.push(literal)
    return
  }
  const [kind, parts] = 'any' in need ? [ANY, need.any] : [ALL, need.all]
  const end = numbers.push(kind, 0) - 1
  for (const part of parts) add(part, numbers, literals)
  numbers[end] = numbers.length
}

const PAIRS = 1 << 12
/** Which pairs of characters stand in the text that was asked about last, and which single ones. */
const pairs = new Uint8Array(PAIRS)
let paired = ''

export function isMet(need: Packed, text: string): boolean {
  if (text !== paired) {
    pairs.fill(0)
    for (let at = 0; at < text.length; at++) {
      pairs[pairAt(text, at, 1)] = 1
      pairs[pairAt(text, at, 2)] = 1
    }
    paired = text
  }
  return stands(need, 0, text)
}

function stands(need: Packed, at: number, text: string): boolean {
  const { numbers, literals } = need
  const kind = numbers[at]
  if (kind === LITERAL)
    return (
      pairs[numbers[at + 1] ?? 0] === 1 &&
      pairs[numbers[at + 2] ?? 0] === 1 &&
      text.includes(literals[numbers[at + 3] ?? 0] ?? '')
    )
  const end = numbers[at + 1] ?? 0
  for (let part = at + 2; part < end; part = numbers[part] === LITERAL ? part + 4 : (numbers[part + 1] ?? end))
    if (stands(need, part, text) !== (kind === ALL)) return kind === ANY
  return kind === ALL
}

/** The place of two characters, or of one. */
function pairAt(text: string, at: number, length: 1 | 2): number {
  const second = length === 2 && at + 1 < text.length ? text.charCodeAt(at + 1) : 0
  return (Math.imul(text.charCodeAt(at), 131) + Math.imul(second, 31)) & (PAIRS - 1)
}
