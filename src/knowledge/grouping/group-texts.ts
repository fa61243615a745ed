/** Short texts that nobody has sorted, in groups that are about the same; how many groups there are is not told beforehand. Pure. */
import type { Lang } from '../../domain/message.ts'
import { linkAverages } from './linkage.ts'
import { matterOf } from './matter-of.ts'
import { lookOver } from './mixture.ts'
import { spread } from './spread.ts'
import { countTerms, likenesses, type Vector, weighTerms } from './vectors.ts'

export interface TextToGroup {
  readonly text: string
  readonly lang?: Lang | undefined
}

export interface TextGroup {
  /** Places in the list of texts, the most telling first. */
  readonly members: readonly number[]
}

/** How alike on average the texts of a group are, after they took on each other's words. */
const alikeEnough = 0.3
const spreads = 2
const foundersUsually = 4_000

/**
 * Groups of at least two, the largest first; what is like nothing is in none. `founders`: different texts that are held against each
 * other, for which time and memory grow with the square; the others find their group afterwards.
 */
export function groupTexts(texts: readonly TextToGroup[], founders = foundersUsually): readonly TextGroup[] {
  const different = new Map<string, { readonly terms: readonly string[]; readonly rows: number[] }>()
  for (const [row, { text, lang }] of texts.entries()) {
    const terms = matterOf(text, lang)
    const key = terms.join(' ')
    const same = different.get(key)
    if (same) same.rows.push(row)
    else different.set(key, { terms, rows: [row] })
  }
  const kinds = [...different.values()].filter(({ terms }) => terms.length > 0)
  const { counts, terms } = countTerms(kinds.map((kind) => kind.terms))
  const times = kinds.map(({ rows }) => rows.length)
  const groups = groupVectors(counts, times, terms, founders)
  return [...groups.values()]
    .map((members) => ({
      members: byCentrality(members.map((kind) => counts[kind] ?? none)).flatMap(
        (place) => kinds[members[place] ?? 0]?.rows ?? [],
      ),
    }))
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => b.members.length - a.members.length)
}

const none: Vector = { ids: new Int32Array(), weights: new Float32Array() }

function groupVectors(
  counts: readonly Vector[],
  times: readonly number[],
  terms: number,
  founders: number,
): Map<number, number[]> {
  const step = Math.max(1, counts.length / founders)
  const first = Array.from({ length: Math.min(counts.length, founders) }, (_, at) => Math.floor(at * step))
  const founding = first.map((kind) => counts[kind] ?? none)
  let vectors = weighTerms(founding, terms)
  for (let round = 0; round < spreads; round++) vectors = spread(vectors, terms)
  const found = linkAverages(likenesses(vectors, terms), alikeEnough)
  const mixture = lookOver(
    founding,
    first.map((kind) => times[kind] ?? 1),
    found,
    terms,
  )
  const groups = new Map<number, number[]>()
  const put = (kind: number, group: number) => groups.set(group, [...(groups.get(group) ?? []), kind])
  for (const [at, kind] of first.entries()) put(kind, found[at] ?? 0)
  const isFounder = new Set(first)
  for (const [kind, text] of counts.entries()) {
    if (isFounder.has(kind)) continue
    const group = mixture.groupOf(text)
    if (group !== undefined) put(kind, group)
  }
  return groups
}

/** Places in the list, the one first that shares most with the others. */
function byCentrality(vectors: readonly Vector[]): readonly number[] {
  const sharing = new Map<number, number>()
  for (const { ids } of vectors) for (const id of ids) sharing.set(id, (sharing.get(id) ?? 0) + 1)
  const centrality = vectors.map(
    ({ ids }) => ids.reduce((sum, id) => sum + (sharing.get(id) ?? 1) - 1, 0) / Math.sqrt(ids.length || 1),
  )
  return vectors.map((_, place) => place).sort((a, b) => (centrality[b] ?? 0) - (centrality[a] ?? 0))
}
