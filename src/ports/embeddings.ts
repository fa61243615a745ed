/** What the index of approved answers asks of an embeddings endpoint: texts as vectors, so that what means the same lies close. */

export interface EmbedOptions {
  /** Longest that all of it may take, retries included, in ms. */
  readonly withinMs?: number
  /** The texts are the brand's own: their vectors are kept. A fan's words never are. */
  readonly isKept?: boolean
}

export interface Embeddings {
  readonly model: string
  /** One vector a text, in their order, each of length one, all of one dimension. @throws {ModelError} */
  embed(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>
}
