/** Obtains what a brand teaches: from the cache, on the spot when it is quick, or in a worker thread when it would hold up others. */
import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import type { Corpus, Source } from '../corpus.ts'
import { adapt, type Learnt } from './adapt.ts'
import { packTrained, unpackTrained } from './pack-trained.ts'
import { type Trained, train } from './train.ts'

/** Where learned brands are kept between starts: any key-value store for strings. One that fails is as good as none. */
export interface TrainingCache {
  get(key: string): Promise<string | undefined>
  set(key: string, value: string): Promise<unknown>
}

/** Everything training depends on. */
export interface Lesson {
  readonly asks: readonly (readonly Source[])[]
  readonly texts: readonly (readonly Source[])[]
  /** What each phrasing means, in the order of `asks`. */
  readonly vectors?: readonly Float32Array[] | undefined
}

/** Changes with the method, so that nothing learned by an older one is taken up. */
const method = 7
/** Phrasings learned on the spot, in some hundred ms; comparing vectors takes longer. */
const onTheSpot = 1_000
const onTheSpotWithVectors = 250

/** The ids of the lesson's answers, and the brand as it was learnt before. */
export interface Known {
  readonly ids: readonly string[]
  readonly before: Learnt
}

/**
 * `corpus`: the lesson as the index reads it, which what is learned on the spot need not read again. `known`: a few changes to a large brand
 * are learnt from it, on the spot.
 */
export async function obtainTrained(
  lesson: Lesson,
  corpus: Promise<Corpus>,
  cache: TrainingCache | undefined,
  known?: Known,
): Promise<Trained> {
  if (!cache) return await learn(lesson, corpus, known)
  const { vectors = [], ...words } = lesson
  const hash = createHash('sha256').update(JSON.stringify([method, words]))
  for (const { buffer, byteOffset, byteLength } of vectors) hash.update(new Uint8Array(buffer, byteOffset, byteLength))
  const key = `knowledge:${hash.digest('base64url')}`
  const kept = await cache.get(key).catch(() => undefined)
  const found = kept === undefined ? undefined : unpackTrained(kept)
  if (found) return found
  const trained = await learn(lesson, corpus, known)
  await cache.set(key, packTrained(trained)).catch(() => undefined)
  return trained
}

async function learn(lesson: Lesson, corpus: Promise<Corpus>, known?: Known): Promise<Trained> {
  const size = lesson.asks.reduce((sum, sources) => sum + sources.length, 0)
  if (size > (lesson.vectors ? onTheSpotWithVectors : onTheSpot)) {
    const adapted = known && !lesson.vectors ? adapt(await corpus, known.ids, known.before) : undefined
    return adapted ?? (await learnInWorker(lesson))
  }
  return train(await corpus, lesson.vectors)
}

function learnInWorker(lesson: Lesson): Promise<Trained> {
  const { promise, resolve, reject } = Promise.withResolvers<Trained>()
  const worker = new Worker(new URL('./train-worker.ts', import.meta.url), { workerData: lesson })
  worker.once('message', resolve)
  worker.once('error', reject)
  worker.once('exit', (code) => reject(new Error(`The training thread ended early, with code ${code}.`)))
  return promise
}
