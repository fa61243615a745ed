/**
 * What texts mean, for the index of approved answers: its phrasings' vectors when a persona is loaded, a question's in every
 * turn that asks something. Nothing here throws: without a vector, the words alone decide.
 */

import type { Config } from '../config.ts'
import type { Answer } from '../domain/answer.ts'
import { MINUTE_MS } from '../domain/durations.ts'
import { ModelError } from '../errors.ts'
import { createEmbeddings } from '../model/embeddings.ts'
import type { Clock } from '../ports/clock.ts'
import type { Embeddings, EmbedOptions } from '../ports/embeddings.ts'
import type { ShortTerm } from '../ports/short-term.ts'
import { maskPersonalData } from '../words/personal-data/personal-data.ts'

export interface Meaning {
  /** By phrasing; undefined when they are not to be had. */
  ofPhrasings(answers: readonly Answer[]): Promise<ReadonlyMap<string, Float32Array> | undefined>
  /**
   * Sent without personal data, which means nothing for an answer. Within 1.5 s; undefined when it is not there by then,
   * or does not go with the phrasings'.
   */
  ofQuestion(text: string): Promise<Float32Array | undefined>
}

export interface MeaningDeps {
  readonly embeddings: Embeddings
  readonly clock: Clock
  readonly log: Readonly<Record<'info' | 'warn', (details: object, message: string) => void>>
}

/** Undefined where OPENAI_EMBEDDING_MODEL names none. */
export function configuredMeaning(
  { model }: Config,
  { cache, clock, log }: { readonly cache: ShortTerm } & Pick<MeaningDeps, 'clock' | 'log'>,
): Meaning | undefined {
  if (!model?.embeddingModel) return undefined
  const { apiKey, baseUrl, embeddingModel } = model
  return createMeaning({
    embeddings: createEmbeddings({ apiKey, baseUrl, model: embeddingModel, clock, cache }),
    clock,
    log,
  })
}

/** A fan does not wait longer for a better ranking, in ms. */
const questionMs = 1_500
/** For all phrasings of a brand; what came by then is kept, and the next try goes on from there. */
const phrasingsMs = 30_000
/** After a failure questions are not sent for this long, so that an endpoint that is down slows nobody. */
const restMs = MINUTE_MS

function createMeaning({ embeddings, clock, log }: MeaningDeps): Meaning {
  let isFailing = false
  let restsUntil = 0
  let dimension = 0

  /** Told once when it begins to fail, and once when it works again. */
  async function tried<T>(run: () => Promise<T>): Promise<T | undefined> {
    try {
      const found = await run()
      if (isFailing) log.info({ model: embeddings.model }, 'embeddings work again')
      isFailing = false
      return found
    } catch (err) {
      restsUntil = clock.now() + restMs
      if (!isFailing)
        log.warn({ err, model: embeddings.model }, 'no embeddings: answers are found by their words alone')
      isFailing = true
      return undefined
    }
  }
  const embed = (texts: readonly string[], options: EmbedOptions) => embeddings.embed(texts, options)

  return {
    ofPhrasings: (answers) =>
      tried(async () => {
        const asks = answers.flatMap((answer) => answer.asks)
        const vectors = await embed(asks, { withinMs: phrasingsMs, isKept: true })
        dimension = vectors[0]?.length ?? 0
        return new Map(asks.map((text, at) => [text, vectors[at] ?? new Float32Array()]))
      }),
    async ofQuestion(text) {
      if (clock.now() < restsUntil) return undefined
      return tried(async () => {
        const [vector] = await embed([maskPersonalData(text).text], { withinMs: questionMs })
        if (vector?.length !== dimension) throw otherDimension(dimension, vector?.length ?? 0)
        return vector
      })
    },
  }
}

function otherDimension(wanted: number, got: number): ModelError {
  const text = `the embeddings model gives ${got} numbers, for the phrasings it gave ${wanted}: restart, or name another OPENAI_EMBEDDING_MODEL`
  return new ModelError('model-malformed', text, { isRetryable: false })
}
