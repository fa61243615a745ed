/** The Bot API's client: grammY's, with our root and time limit. What it throws is described by errors.ts and never passed on. */
import { Api } from 'grammy'
import type { TelegramOptions } from './index.ts'

/** A lost connection shows itself after this long; also ends before the outbox's lease on a message does. */
const TIMEOUT_SECONDS = 45

export type RawApi = Api['raw']
type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>

/** `apiRoot` alone redirects every call, uploads included. */
export function createApi({ token, apiRoot }: Pick<TelegramOptions, 'token' | 'apiRoot'>): RawApi {
  const root = apiRoot?.replace(/\/+$/, '')
  return new Api(token, { timeoutSeconds: TIMEOUT_SECONDS, ...(root ? { apiRoot: root } : {}) }).raw
}

/** grammY types its signals by a polyfill, and takes Node's own. */
export function isGrammySignal(signal: object): signal is GrammySignal {
  return signal instanceof AbortSignal
}
