/** The training thread: a lesson in, what was learned out. */
import { parentPort, workerData } from 'node:worker_threads'
import { createCorpus } from '../corpus.ts'
import { train } from './train.ts'
import type { Lesson } from './train-once.ts'

const { asks, texts, vectors }: Lesson = workerData
parentPort?.postMessage(train(await createCorpus(asks, texts), vectors))
