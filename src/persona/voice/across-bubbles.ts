/** What no message of a reply says alone, and two or three say together: "I am" — "a real person." */
import { isUnspaced } from '../../words/letters/scripts.ts'
import type { Saying } from './saying.ts'
import { type Range, sentences } from './sentences.ts'

/** Messages on either side that one is read with. */
const REACH = 2

export interface Fault {
  readonly code: string
  readonly detail: string
}

/** The sentences at the edges of a text that, said on from the messages beside it, become what `faultOf` finds. */
export function findAcross<Found extends Fault>(
  text: string,
  others: NonNullable<Saying['others']>,
  faultOf: (joined: string) => Found | undefined,
): readonly (Range & { readonly fault: Found })[] {
  const own = sentences(text)
  const first = own[0]
  const last = own.at(-1)
  if (!first || !last) return []
  const before = edges(others.before, -1)
  const after = edges(others.after, 0)
  const head = text.slice(first.start, first.end)
  const tail = text.slice(last.start, last.end)
  const isOne = own.length === 1
  const joined: readonly (readonly [Range, readonly string[]])[] = [
    ...before.map((said) => [first, [...said, head]] as const),
    ...after.map((said) => [last, [tail, ...said]] as const),
    ...(isOne ? before.flatMap((a) => after.map((b) => [first, [...a, head, ...b]] as const)) : []),
  ]
  return joined.flatMap(([range, parts]) => {
    const said = text.slice(range.start, range.end)
    if (faultOf(said) !== undefined) return []
    // Where a part beside it falls alone, this one stands for itself unless it was left unfinished.
    if (isEnded(said) && parts.some((part) => faultOf(part) !== undefined)) return []
    const fault = faultOf(parts.map(open).reduce(join))
    return fault === undefined ? [] : [{ ...range, fault }]
  })
}

const isEnded = (sentence: string) => /[.!?…。！？]["'”’»」)）]*\s*$/u.test(sentence)

/** What stands nearest: a sentence, and beyond a message of one sentence the next one's. */
function edges(messages: readonly string[], at: 0 | -1): readonly (readonly string[])[] {
  const near = at === 0 ? messages : messages.toReversed()
  const runs: string[][] = []
  for (const message of near.slice(0, REACH)) {
    const own = sentences(message)
    const edge = own.at(at)
    if (!edge) continue
    const said = message.slice(edge.start, edge.end)
    const before = runs.at(-1) ?? []
    runs.push(at === 0 ? [...before, said] : [said, ...before])
    if (own.length > 1) break
  }
  return runs
}

/** Without a space where the script sets none. */
function join(said: string, more: string): string {
  return isUnspaced(said.slice(-1)) && isUnspaced(more.slice(0, 1)) ? said + more : `${said} ${more}`
}

/** Without the mark that ends it, as whoever splits a sentence may end each part. */
const open = (sentence: string) => sentence.trim().replace(/[\s.,…。，!！?？;；:：-]+$/u, '')
