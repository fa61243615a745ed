/** Learns what a save changed, from what was learnt before it: only answers whose phrasings changed are learnt whole. */
import type { Corpus } from '../corpus.ts'
import { classify, prepareWhole } from '../evidence.ts'
import { type Supports, supportsOf, type TrainingSet, trainClassifier } from './classifier.ts'
import type { Trained } from './train.ts'

/** A brand as it was learnt. */
export interface Learnt {
  readonly corpus: Corpus
  /** Of its answers, in their order. */
  readonly ids: readonly string[]
  readonly trained: Trained
}

/** Share of the phrasings that may have come, gone or changed since all was learnt whole: how far to trust a match hardly changes with them. */
const mostChanged = 0.1

/** `ids`: of the answers of `corpus`. Undefined where too much changed since all was learnt whole. */
export function adapt(corpus: Corpus, ids: readonly string[], before: Learnt): Trained | undefined {
  const { trained } = before
  if (trained.weightsWithMeaning) return undefined
  const olds = rowsByPhrasing(before.corpus, before.ids)
  const from = corpus.phrasings.map(({ text, answer }) => olds.get(keyOf(ids[answer], text))?.shift())
  const gone = [...olds.values()].flat()
  const fresh = from.flatMap((old, row) => (old === undefined ? [row] : []))
  const changed = (trained.changed ?? 0) + fresh.length + gone.length
  if (changed > mostChanged * corpus.phrasings.length) return undefined
  const places = new Map(ids.map((id, place) => [id, place]))
  const { supports } = trained
  const wanted = Array.from({ length: ids.length }, () => ({ rows: [] as number[], alphas: [] as number[] }))
  from.forEach((old, row) => {
    if (old === undefined) return
    for (let at = supports.starts[old] ?? 0; at < (supports.starts[old + 1] ?? 0); at++) {
      const own = wanted[places.get(before.ids[supports.answers[at] ?? 0] ?? '') ?? -1]
      own?.rows.push(row)
      own?.alphas.push(Math.abs(supports.weights[at] ?? 0))
    }
  })
  const whole = new Set([
    ...fresh.map((row) => corpus.phrasings[row]?.answer ?? -1),
    ...gone.map((row) => places.get(before.ids[before.corpus.phrasings[row]?.answer ?? -1] ?? '') ?? -1),
  ])
  const set: TrainingSet = { ...prepareWhole(corpus), answers: corpus.answers, features: corpus.features }
  const oldPlaces = new Map(before.ids.map((id, place) => [id, place]))
  const kept = ids.map((id, answer) => {
    const bias = supports.bias[oldPlaces.get(id) ?? -1]
    return whole.has(answer) || bias === undefined ? undefined : { ...(wanted[answer] ?? nothing), bias }
  })
  return { supports: withFresh(set, kept, fresh), weights: trained.weights, changed }
}

const nothing = { rows: [], alphas: [] }

interface Kept {
  readonly rows: readonly number[]
  readonly alphas: readonly number[]
  readonly bias: number
}

/** Answers that nothing is kept of are learnt whole; a border that a fresh phrasing of another answer crosses is moved. */
function withFresh(set: TrainingSet, kept: readonly (Kept | undefined)[], fresh: readonly number[]): Supports {
  const known = trainClassifier(set, kept)
  const crossed = new Set<number>()
  const border = new Float32Array(set.answers)
  for (const row of fresh) {
    classify(likenessTo(row, set), known, border)
    for (const [answer, value] of border.entries())
      if (value > outside && set.labels[row] !== answer) crossed.add(answer)
  }
  if (crossed.size === 0) return known
  return trainClassifier(
    set,
    startFrom(known, set).map((one, answer) => {
      if (!crossed.has(answer)) return one
      const there = new Set(one.rows)
      const more = fresh.filter((row) => !there.has(row))
      return { rows: [...one.rows, ...more], alphas: [...one.alphas, ...more.map(() => 0)] }
    }),
  )
}
/** Of another answer's phrasing no border should have it nearer. */
const outside = -1

/** What a training found, to be kept. */
function startFrom({ bias, ...supports }: Supports, { vectors, answers }: TrainingSet): Kept[] {
  const rows = vectors.map((_, row) => row)
  return supportsOf({ bias, ...supports }, rows, answers).map((one, answer) => ({ ...one, bias: bias[answer] ?? 0 }))
}

function likenessTo(row: number, { vectors, features }: TrainingSet): Float32Array {
  const dense = new Float32Array(features)
  const { ids, weights } = vectors[row] ?? { ids: [], weights: [] }
  for (let at = 0; at < ids.length; at++) dense[ids[at] ?? 0] = weights[at] ?? 0
  return Float32Array.from(vectors, (vector) => {
    let sum = 0
    for (let at = 0; at < vector.ids.length; at++) sum += (dense[vector.ids[at] ?? 0] ?? 0) * (vector.weights[at] ?? 0)
    return sum
  })
}

const keyOf = (id: string | undefined, text: string) => `${id}\n${text}`

function rowsByPhrasing({ phrasings }: Corpus, ids: readonly string[]): Map<string, number[]> {
  const rows = new Map<string, number[]>()
  for (const [row, { text, answer }] of phrasings.entries()) {
    const key = keyOf(ids[answer], text)
    const there = rows.get(key)
    if (there) there.push(row)
    else rows.set(key, [row])
  }
  return rows
}
