/** The Bot API's client: grammY's, with our root and time limit. What it throws is described by errors.ts and never passed on. */
import { Api, type Transformer } from 'grammy'
import type { Update } from 'grammy/types'
import { createPost } from '#mascot'
import type { TelegramOptions } from '../options.ts'

/** A lost connection shows itself after this long; also ends before the outbox's lease on a message does. */
const TIMEOUT_SECONDS = 45
const TELEGRAM = 'https://api.telegram.org'

export type RawApi = Api['raw']
/** What we ask the server for; anything else is never delivered. */
export const allowedUpdates = [
  'message',
  'edited_message',
  'callback_query',
  'message_reaction',
  'poll_answer',
  'my_chat_member',
] as const satisfies readonly (keyof Update)[]

type GrammySignal = NonNullable<Parameters<Api['getUpdates']>[1]>

/** `apiRoot` alone redirects every call, uploads included. */
export function createApi({ token, apiRoot = TELEGRAM }: Pick<TelegramOptions, 'token' | 'apiRoot'>): RawApi {
  const root = apiRoot.replace(/\/+$/, '')
  const api = new Api(token, { timeoutSeconds: TIMEOUT_SECONDS, apiRoot: root })
  api.config.use(straight(root, token))
  return api.raw
}

/** The calls of every turn, none of which carries a file: sent without the detours that uploads need. */
const everyTurn: ReadonlySet<string> = new Set(['getUpdates', 'sendMessage', 'sendChatAction'])

function straight(root: string, token: string): Transformer {
  const post = createPost(`${root}/bot${token}`)
  return async (previous, method, payload, signal) => {
    if (!everyTurn.has(method)) return await previous(method, payload, signal)
    const ending = signal && isNodeSignal(signal) ? signal : undefined
    const { text } = await post(`/${method}`, JSON.stringify(payload), ending, TIMEOUT_SECONDS * 1000)
    return JSON.parse(text)
  }
}

/** grammY types its signals by a polyfill, and takes Node's own. */
export function isGrammySignal(signal: object): signal is GrammySignal {
  return signal instanceof AbortSignal
}

function isNodeSignal(signal: object): signal is AbortSignal {
  return signal instanceof AbortSignal
}
