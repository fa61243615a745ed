/** Texts as lists of terms, each once, in groups that are about the same; and the group of a text that comes later. Pure. */
import { linkAverages } from './linkage.ts'
import { lookOver } from './mixture.ts'
import { spread } from './spread.ts'
import { countTerms, likenesses, type Vector, weighTerms } from './vectors.ts'

/** How alike on average the texts of a group are, after they took on each other's words. */
const alikeEnough = 0.3
const spreads = 2
const foundersUsually = 4_000

export interface TermGroups {
  /** The texts of each group as places in the list; each text is in one at most. */
  readonly groups: ReadonlyMap<number, readonly number[]>
  /** What each text has of the terms that several have. */
  readonly counts: readonly Vector[]
  /** Undefined for what would rather be the first of a new group. */
  groupOf(terms: readonly string[]): number | undefined
}

/**
 * `times`: how often each text was sent. `founders`: texts that are held against each other, for which time and memory grow with the
 * square; the others find their group afterwards.
 */
export function groupTerms(
  texts: readonly (readonly string[])[],
  times: readonly number[],
  founders = foundersUsually,
): TermGroups {
  const { counts, terms, count } = countTerms(texts)
  const step = Math.max(1, counts.length / founders)
  const first = Array.from({ length: Math.min(counts.length, founders) }, (_, at) => Math.floor(at * step))
  const founding = first.map((text) => counts[text] ?? none)
  const often = first.map((text) => times[text] ?? 1)
  let vectors = weighTerms(founding, terms)
  for (let round = 0; round < spreads; round++) vectors = spread(vectors, terms)
  const found = linkAverages(likenesses(vectors, terms), alikeEnough)
  const mixture = lookOver(founding, often, found, terms)
  const groups = new Map<number, number[]>()
  const put = (text: number, group: number) => {
    const members = groups.get(group)
    if (members) members.push(text)
    else groups.set(group, [text])
  }
  for (const [at, text] of first.entries()) put(text, found[at] ?? 0)
  const isFounder = new Set(first)
  for (const [text, vector] of counts.entries()) {
    const group = isFounder.has(text) ? undefined : mixture.groupOf(vector)
    if (group !== undefined) put(text, group)
  }
  return { groups, counts, groupOf: (later) => mixture.groupOf(count(later)) }
}

const none: Vector = { ids: new Int32Array(), weights: new Float32Array() }
