/** A thread for a case, in the channel or forum in which staff work. */
import { ChannelFlags, ChannelType } from 'discord.js'
import { SendError, type ThreadId } from '#mascot'
import { MAX_TEXT } from '../abilities.ts'
import type { Api } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { idOf, isRecord } from '../wire/payload.ts'
import { threadOf } from '../wire/thread.ts'
import { literalAtoms } from './format.ts'
import { NO_MENTIONS } from './plan.ts'
import { split } from './split.ts'

const NO_PERMISSION = 50013
const LONGEST_THREAD_NAME = 100
/** A week, the longest Discord keeps a quiet thread listed. */
const ARCHIVE_AFTER_MINUTES = 10_080

/** A post in a forum needs a first message; a thread in a text channel does not. */
export async function openThread(api: Api, staffChannel: string, title: string): Promise<ThreadId> {
  const channel = await api('GET', `/channels/${staffChannel}`)
  const type = typeof channel === 'object' && channel !== null && 'type' in channel ? channel.type : undefined
  const isForum = type === ChannelType.GuildForum || type === ChannelType.GuildMedia
  const name = [...title.replace(/\s+/g, ' ').trim()].slice(0, LONGEST_THREAD_NAME).join('') || '…'
  const kind = type === ChannelType.GuildAnnouncement ? ChannelType.AnnouncementThread : ChannelType.PublicThread
  const [content = name] = split(literalAtoms(name), MAX_TEXT)
  const tag = isForum ? tagOf(channel) : undefined
  const body = {
    name,
    ...(tag === undefined ? {} : { applied_tags: [tag] }),
    auto_archive_duration: ARCHIVE_AFTER_MINUTES,
    ...(isForum ? { message: { content, allowed_mentions: NO_MENTIONS } } : { type: kind }),
  }
  const id = idOf(await api('POST', `/channels/${staffChannel}/threads`, { body }).catch(refused))
  if (!id) throw new SendError('Discord gave no thread', { isPermanent: false })
  return threadOf(id)
}

/** Discord says only that some right is missing. */
function refused(error: unknown): never {
  if (failureOf(error).code !== NO_PERMISSION) throw error
  throw new SendError(
    'the bot may not open threads in the staff channel: it needs View Channel, Create Public Threads and Send Messages in Threads (docs/discord.md)',
    { isPermanent: true, cause: error },
  )
}

/** A forum may want a tag with every post (flag `REQUIRE_TAG`); the first one that everybody may use is as good as any. */
function tagOf(channel: unknown): string | undefined {
  if (!isRecord(channel) || (Number(channel.flags ?? 0) & ChannelFlags.RequireTag) === 0) return undefined
  const tags: readonly unknown[] = Array.isArray(channel.available_tags) ? channel.available_tags : []
  const free = tags.find((tag) => isRecord(tag) && tag.moderated !== true) ?? tags[0]
  return isRecord(free) && typeof free.id === 'string' ? free.id : undefined
}

/** Archived or locked threads are opened again; false where it is gone, or Manage Threads is missing. */
export async function reopenThread(api: Api, thread: string): Promise<boolean> {
  try {
    await api('PATCH', `/channels/${thread}`, { body: { archived: false, locked: false } })
    return true
  } catch (error) {
    const failure = failureOf(error)
    if (!failure.isPermanent && !failure.isGone) throw sendErrorOf(failure)
    return false
  }
}
