/** A link into a channel of ours that lets one person in, for a week; and its end before that. */
import { SendError, type ThreadId } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { isRecord } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { channelOf } from '../wire/thread.ts'

const INVITE = 'https://discord.gg/'
const UNKNOWN_INVITE = 10006
const WEEK_SECONDS = 7 * 24 * 60 * 60

/** @throws {SendError} where the bot lacks Create Invite */
export async function inviteLink(api: Api, thread: ThreadId): Promise<string> {
  const channel = channelOf(thread)
  if (!isSnowflake(channel)) throw new SendError(`${thread} is no channel of Discord's`, { isPermanent: true })
  const body = { max_uses: 1, max_age: WEEK_SECONDS, unique: true }
  const made: unknown = await api('POST', `/channels/${channel}/invites`, { body }).catch((error: unknown) => {
    throw sendErrorOf(failureOf(error))
  })
  if (!isRecord(made) || typeof made.code !== 'string')
    throw new SendError('Discord made no invite', { isPermanent: false })
  return `${INVITE}${made.code}`
}

/** One that was used or ran out is no more there, and that is enough. @throws {SendError} where the bot may not manage the channel */
export async function takeBackInvite(api: Api, link: string): Promise<void> {
  const code = link.slice(INVITE.length)
  if (!link.startsWith(INVITE) || !/^[\w-]+$/.test(code)) return
  await api('DELETE', `/invites/${code}`).catch((error: unknown) => {
    const failure = failureOf(error)
    if (failure.code !== UNKNOWN_INVITE) throw sendErrorOf(failure)
  })
}
