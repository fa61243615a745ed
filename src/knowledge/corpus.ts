/** The brand's phrasings as numbers: every feature has an id, every text is a short list of ids and counts. */

import { setImmediate } from 'node:timers/promises'
import type { Lang } from '../domain/message.ts'
import { segment } from '../words/terms/segment.ts'
import { createSpelling } from '../words/terms/spelling.ts'
import { stopWords } from '../words/terms/stop-words.ts'
import { tellingWords } from '../words/terms/telling-words.ts'
import { type Features, features, featuresOf } from './features.ts'

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
  readonly subjects: Counts
  /** No word carries matter. */
  readonly isBare: boolean
}

export interface Phrasing {
  readonly text: string
  /** Position of its answer in the brand's list. */
  readonly answer: number
  readonly document: Document
  /** Its words that carry matter; of all words, if none does. */
  readonly matter: readonly string[]
}

export interface Corpus {
  readonly answers: number
  readonly phrasings: readonly Phrasing[]
  /** For each answer the words of its title and its approved texts. */
  readonly texts: readonly Counts[]
  /** One more than the highest feature id. */
  readonly features: number
  /** The words of a fan's text, slips put right. */
  words(text: string, lang?: Lang): readonly string[]
  /** Reads them; what no phrasing has stays without id. */
  read(words: readonly string[], lang?: Lang): Document
}

/** A text to read, and the language to stem it by. */
export interface Source {
  readonly text: string
  readonly lang?: Lang | undefined
}

type Kind = 'phrase' | 'gram' | 'stem' | 'subject'
type Ids = Readonly<Record<Kind, Map<string, number>>>
type Identify = (kind: Kind, feature: string) => number

/** Phrasings read before other work of the process gets its turn. */
const breath = 250

export async function createCorpus(
  asks: readonly (readonly Source[])[],
  texts: readonly (readonly Source[])[],
): Promise<Corpus> {
  const ids: Ids = { phrase: new Map(), gram: new Map(), stem: new Map(), subject: new Map() }
  let featureCount = 0
  const learn: Identify = (kind, feature) => {
    const known = ids[kind].get(feature)
    if (known !== undefined) return known
    ids[kind].set(feature, featureCount)
    return featureCount++
  }
  const find: Identify = (kind, feature) => ids[kind].get(feature) ?? -1
  const learner = createReader(learn)
  const reader = createReader(find)
  const phrasings: Phrasing[] = []
  const words: string[] = []
  for (const [answer, sources] of asks.entries()) {
    for (const { text, lang } of sources) {
      const found = features(text, lang)
      words.push(...found.words)
      phrasings.push({ text, answer, document: learner.toDocument(found), matter: found.matter })
      if (phrasings.length % breath === 0) await setImmediate()
    }
  }
  const spelling = createSpelling(words)
  const stems = (sources: readonly Source[]) => sources.flatMap(({ text, lang }) => features(text, lang).stems)
  return {
    answers: asks.length,
    phrasings,
    texts: texts.map((sources) => learner.count(stems(sources), 'stem')),
    features: featureCount,
    words(text, lang) {
      // A word that everybody uses is no slip: "alles" is not "altes".
      const isCommon = (word: string) => stopWords(lang).has(word) || tellingWords(lang ?? '').has(word)
      return segment(text, lang).map((word) => (isCommon(word) ? word : spelling.correct(word)))
    },
    read: (words, lang) => reader.toDocument(featuresOf(words, lang)),
  }
}

function createReader(id: Identify) {
  /** Where in its list a known feature is counted, and 0 between two texts. One more than the place. */
  let places = new Int32Array(1024)

  function count(found: readonly string[], kind: Kind): Counts {
    const ids: number[] = []
    const counts: number[] = []
    const unseen = new Map<string, number>()
    for (const feature of found) {
      const known = id(kind, feature)
      if (known < 0) {
        unseen.set(feature, (unseen.get(feature) ?? 0) + 1)
        continue
      }
      if (known >= places.length) places = grown(places, known)
      const place = places[known] ?? 0
      if (place > 0) counts[place - 1] = (counts[place - 1] ?? 0) + 1
      else {
        ids.push(known)
        counts.push(1)
        places[known] = ids.length
      }
    }
    for (const known of ids) places[known] = 0
    return {
      ids: new Int32Array(ids),
      counts: new Float32Array(counts),
      unseen: unseen.size === 0 ? none : new Float32Array([...unseen.values()]),
    }
  }

  return {
    count,
    toDocument: (found: Features): Document => ({
      phrases: count(found.phrases, 'phrase'),
      grams: count(found.grams, 'gram'),
      stems: count(found.stems, 'stem'),
      subjects: count(found.subjects, 'subject'),
      isBare: found.isBare,
    }),
  }
}

const none = new Float32Array()

function grown(places: Int32Array, known: number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(2 * (known + 1))
  next.set(places)
  return next
}
