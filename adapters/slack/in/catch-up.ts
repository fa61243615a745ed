/**
 * What was said while away: Slack tries three times within six minutes and then no more, so every talk is read from its last message on. What was
 * heard already is dropped where it is saved.
 */
import {
  type AdapterContext,
  DAY_MS,
  type InboundMessage,
  MINUTE_MS,
  SECOND_MS,
  SendError,
  type ThreadId,
} from '#mascot'
import type { Api, Data } from '../wire/api.ts'
import { list, part, text } from '../wire/data.ts'
import { placeOf, tsIn } from '../wire/names.ts'
import type { Heads } from './heads.ts'
import { inboundMessage, type Reader } from './inbound.ts'
import type { People } from './people.ts'
import { meetAll } from './webhook.ts'

/** What is older is not answered any more. */
const LONGEST_AWAY_MS = 7 * DAY_MS
/** The talks heard last. */
const MOST_TALKS = 500
const PAGE = 200
const MOST_PAGES = 10
const TRIES = 5

export interface ReadDeps {
  readonly api: Api
  readonly context: AdapterContext
  readonly reader: Reader
  readonly people: People
  readonly heads: Heads
}

export interface CatchUpDeps extends ReadDeps {
  readonly signal: AbortSignal
}

/** Never throws. */
export async function catchUp(deps: CatchUpDeps): Promise<void> {
  const { context, signal } = deps
  const known = await context.threads().catch(() => [])
  const since = context.clock.now() - LONGEST_AWAY_MS
  const talks = known
    .map(({ threadId, lastMessageId = '' }) => ({ threadId, ts: tsIn(lastMessageId) ?? '' }))
    .filter(({ ts }) => Number(ts) * SECOND_MS > since)
    .toSorted((one, other) => Number(other.ts) - Number(one.ts))
  for (const { threadId, ts } of talks.slice(0, MOST_TALKS)) {
    if (signal.aborted) return
    await readPersistently(threadId, ts, deps)
  }
}

async function readPersistently(thread: ThreadId, oldest: string, deps: CatchUpDeps): Promise<void> {
  const { context, signal } = deps
  for (let attempt = 1; attempt <= TRIES && !signal.aborted; attempt++) {
    try {
      const messages = await readSince(thread, oldest, deps)
      if (messages.length === 0) return
      await context.receive({ messages })
      context.log.info({ thread, count: messages.length }, 'caught up with what was said while away')
      return
    } catch (error) {
      if (error instanceof SendError && error.isPermanent) {
        context.log.debug({ thread }, `a talk cannot be read: ${error.message}`)
        return
      }
      const wait = error instanceof SendError ? error.retryAfterMs : undefined
      await context.clock.sleep(wait ?? Math.min(MINUTE_MS, 2 ** attempt * SECOND_MS), signal)
    }
  }
}

/** What was said in a talk after `oldest`, in its order. @throws {SendError} */
export async function readSince(
  thread: ThreadId,
  oldest: string,
  { api, reader, people, heads, context }: ReadDeps,
): Promise<readonly InboundMessage[]> {
  const { channel, threadTs } = placeOf(thread)
  const found: Data[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const said = await api.call(threadTs === undefined ? 'conversations.history' : 'conversations.replies', {
      ...{ channel, oldest, limit: PAGE, cursor, ...(threadTs !== undefined && { ts: threadTs }) },
    })
    found.push(...list(said.messages))
    cursor = text(part(said, 'response_metadata').next_cursor) || undefined
    if (cursor === undefined) break
  }
  const inOrder = found
    .filter(({ ts }) => Number(ts) > Number(oldest))
    .toSorted((one, other) => Number(one.ts) - Number(other.ts))
  const readable = (message: Data) => {
    try {
      return inboundMessage(channel, message, reader)
    } catch (err) {
      context.log.error({ err }, 'a message could not be read')
      return undefined
    }
  }
  const heard: InboundMessage[] = []
  for (const message of inOrder) {
    await meetAll(channel, message, people, heads)
    const one = readable(message)
    // The head of a thread belongs to the channel.
    if (one?.threadId === thread) heard.push(one)
  }
  return heard
}
