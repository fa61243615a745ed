/** Who chose what in a poll of ours, asked of Discord: its gateway does not tell again what was missed. */
import { type PolledVote, SendError, type ThreadId } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { isRecord, records } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { accountOf, channelOf } from '../wire/thread.ts'

const PAGE = 100
const UNKNOWN_MESSAGE = 10008
/** Of one answer; a circle is small. */
const MOST_PAGES = 50

/** Undefined where the message is gone or is no poll. `isOver`: it takes no more votes from now on. @throws {SendError} */
export async function pollVotes(
  api: Api,
  threadId: ThreadId,
  messageId: string,
  isOver: boolean,
): Promise<readonly PolledVote[] | undefined> {
  const channel = channelOf(threadId)
  if (!isSnowflake(channel) || !isSnowflake(messageId)) return undefined
  try {
    const message = await api('GET', `/channels/${channel}/messages/${messageId}`)
    const poll = isRecord(message) && isRecord(message.poll) ? message.poll : undefined
    if (!poll) return undefined
    const at = `/channels/${channel}/polls/${messageId}` as const
    // One whose time has run out is over already.
    if (isOver && !isFinal(poll)) await api('POST', `${at}/expire`)
    const votes: PolledVote[] = []
    for (const [choice, answer] of records(poll.answers).entries())
      for await (const user of voters(api, `${at}/answers/${String(answer.answer_id)}`))
        votes.push({ accountId: accountOf(user), choice })
    return votes
  } catch (error) {
    if (error instanceof SendError) throw error
    const failure = failureOf(error)
    if (failure.code === UNKNOWN_MESSAGE) return undefined
    throw sendErrorOf(failure)
  }
}

function isFinal({ results }: Readonly<Record<string, unknown>>): boolean {
  return isRecord(results) && results.is_finalized === true
}

async function* voters(api: Api, route: `/${string}`): AsyncGenerator<string> {
  let after = '0'
  for (let page = 0; page < MOST_PAGES; page++) {
    const found = await api('GET', route, { query: { limit: String(PAGE), after } })
    const users = records(isRecord(found) ? found.users : []).flatMap(({ id, bot }) =>
      isSnowflake(id) && bot !== true ? [id] : [],
    )
    yield* users
    const last = users.at(-1)
    if (users.length < PAGE || last === undefined) return
    after = last
  }
}
