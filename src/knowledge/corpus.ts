/** The brand's phrasings as numbers: every feature has an id, every text is a short list of ids and counts. */

import { setImmediate } from 'node:timers/promises'
import type { Lang } from '../domain/message.ts'
import { type Features, features } from './features.ts'
import { createSpelling } from './spelling.ts'

/** How often each feature occurs in a text. */
export interface Counts {
  readonly ids: Int32Array
  readonly counts: Float32Array
  /** Counts of the features no phrasing of the brand has. */
  readonly unseen: Float32Array
}

/** A text as the index reads it. */
export interface Document {
  /** Words and pairs of neighbours. */
  readonly phrases: Counts
  readonly grams: Counts
  /** Words that carry matter. */
  readonly stems: Counts
  /** No word carries matter. */
  readonly isBare: boolean
}

export interface Phrasing {
  readonly text: string
  /** Position of its answer in the brand's list. */
  readonly answer: number
  readonly document: Document
}

export interface Corpus {
  readonly answers: number
  readonly phrasings: readonly Phrasing[]
  /** For each answer the words of its title and its approved texts. */
  readonly texts: readonly Counts[]
  /** One more than the highest feature id. */
  readonly features: number
  /** Reads a text of a fan; what no phrasing has stays without id. */
  read(text: string, lang?: Lang): Document
}

/** A text to read, and the language to stem it by. */
export interface Source {
  readonly text: string
  readonly lang?: Lang | undefined
}

type Kind = 'phrase' | 'gram' | 'stem'
type Ids = Readonly<Record<Kind, Map<string, number>>>
type Identify = (kind: Kind, feature: string) => number

/** Phrasings read before other work of the process gets its turn. */
const breath = 250

export async function createCorpus(
  asks: readonly (readonly Source[])[],
  texts: readonly (readonly Source[])[],
): Promise<Corpus> {
  const ids: Ids = { phrase: new Map(), gram: new Map(), stem: new Map() }
  let featureCount = 0
  const learn: Identify = (kind, feature) => {
    const known = ids[kind].get(feature)
    if (known !== undefined) return known
    ids[kind].set(feature, featureCount)
    return featureCount++
  }
  const find: Identify = (kind, feature) => ids[kind].get(feature) ?? -1
  const phrasings: Phrasing[] = []
  const words: string[] = []
  for (const [answer, sources] of asks.entries()) {
    for (const { text, lang } of sources) {
      const found = features(text, lang)
      words.push(...found.words)
      phrasings.push({ text, answer, document: toDocument(found, learn) })
      if (phrasings.length % breath === 0) await setImmediate()
    }
  }
  const spelling = createSpelling(words)
  const stems = (sources: readonly Source[]) => sources.flatMap(({ text, lang }) => features(text, lang).stems)
  return {
    answers: asks.length,
    phrasings,
    texts: texts.map((sources) => count(stems(sources), 'stem', learn)),
    features: featureCount,
    read: (text, lang) => toDocument(features(text, lang, spelling.correct), find),
  }
}

function toDocument(found: Features, id: Identify): Document {
  return {
    phrases: count(found.phrases, 'phrase', id),
    grams: count(found.grams, 'gram', id),
    stems: count(found.stems, 'stem', id),
    isBare: found.isBare,
  }
}

function count(found: readonly string[], kind: Kind, id: Identify): Counts {
  const tally = new Map<string, number>()
  for (const feature of found) tally.set(feature, (tally.get(feature) ?? 0) + 1)
  const ids: number[] = []
  const counts: number[] = []
  const unseen: number[] = []
  for (const [feature, times] of tally) {
    const known = id(kind, feature)
    if (known < 0) unseen.push(times)
    else {
      ids.push(known)
      counts.push(times)
    }
  }
  return { ids: Int32Array.from(ids), counts: Float32Array.from(counts), unseen: Float32Array.from(unseen) }
}
