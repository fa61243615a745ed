/** Short texts that nobody has sorted, in groups that are about the same; how many groups there are is not told beforehand. Pure. */
import type { Lang } from '../../domain/message.ts'
import { groupTerms } from './group-terms.ts'
import { questionOf } from './matter-of.ts'
import type { Vector } from './vectors.ts'

export interface TextToGroup {
  readonly text: string
  readonly lang?: Lang | undefined
}

export interface TextGroup {
  /** Places in the list of texts, the most telling first. */
  readonly members: readonly number[]
}

/** Groups of at least two, the largest first; what is like nothing is in none. `founders`: as in `groupTerms`. */
export function groupTexts(texts: readonly TextToGroup[], founders?: number): readonly TextGroup[] {
  const different = new Map<string, { readonly terms: readonly string[]; readonly rows: number[] }>()
  for (const [row, { text, lang }] of texts.entries()) {
    const terms = questionOf(text, lang)
    const key = terms.join(' ')
    const same = different.get(key)
    if (same) same.rows.push(row)
    else different.set(key, { terms, rows: [row] })
  }
  const kinds = [...different.values()].filter(({ terms }) => terms.length > 0)
  const { groups, counts } = groupTerms(
    kinds.map(({ terms }) => terms),
    kinds.map(({ rows }) => rows.length),
    founders,
  )
  return [...groups.values()]
    .map((members) => ({
      members: byCentrality(members.flatMap((kind) => counts[kind] ?? [])).flatMap(
        (place) => kinds[members[place] ?? 0]?.rows ?? [],
      ),
    }))
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => b.members.length - a.members.length)
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
