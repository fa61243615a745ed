/** A title beside a member's name: a role of that name, which may nothing; made where the server has none. */
import { type AccountId, idOnPlatform, SendError, type ThreadId } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { isRecord, records } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { channelOf } from '../wire/thread.ts'

interface Titles {
  readonly now?: string
  readonly was?: string
}

/** False where the bot lacks Manage Roles, or has its own role below, and for who is no member any more. @throws {SendError} temporary */
export async function setTitle(api: Api, thread: ThreadId, account: AccountId, titles: Titles): Promise<boolean> {
  try {
    return await change(api, channelOf(thread), idOnPlatform(account), titles)
  } catch (error) {
    const failure = failureOf(error)
    if (failure.isPermanent) return false
    throw error instanceof SendError ? error : sendErrorOf(failure)
  }
}

async function change(api: Api, channel: string | undefined, member: string, { now, was }: Titles): Promise<boolean> {
  if (!isSnowflake(channel) || !isSnowflake(member)) return false
  const place: unknown = await api('GET', `/channels/${channel}`)
  const server = isRecord(place) ? place.guild_id : undefined
  if (!isSnowflake(server)) return false
  const roles = records(await api('GET', `/guilds/${server}/roles`))
  // A role that could do something is somebody else's, whatever it is called.
  const idOf = (name: string) => roles.find((role) => role.name === name && isPowerless(role))?.id
  if (was !== undefined && was !== now) {
    const old = idOf(was)
    if (isSnowflake(old)) await api('DELETE', `/guilds/${server}/members/${member}/roles/${old}`)
  }
  if (now === undefined) return true
  const role = idOf(now) ?? (await made(api, server, now))
  if (!isSnowflake(role)) return false
  await api('PUT', `/guilds/${server}/members/${member}/roles/${role}`)
  return true
}

async function made(api: Api, server: string, name: string): Promise<unknown> {
  const body = { name, permissions: '0', mentionable: false }
  const role: unknown = await api('POST', `/guilds/${server}/roles`, { body })
  return isRecord(role) ? role.id : undefined
}

function isPowerless({ permissions, managed }: Readonly<Record<string, unknown>>): boolean {
  return String(permissions) === '0' && managed !== true
}
