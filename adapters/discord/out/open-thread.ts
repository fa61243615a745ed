/** A thread for a case, in the channel or forum in which staff work. */
import { ChannelType } from 'discord.js'
import { SendError, type ThreadId } from '#mascot'
import type { Api } from '../wire/api.ts'
import { idOf } from '../wire/payload.ts'
import { threadOf } from '../wire/thread.ts'
import { MAX_TEXT, NO_MENTIONS } from './plan.ts'
import { split } from './split.ts'

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
  const [content = name] = split(name, MAX_TEXT)
  const body = {
    name,
    auto_archive_duration: ARCHIVE_AFTER_MINUTES,
    ...(isForum ? { message: { content, allowed_mentions: NO_MENTIONS } } : { type: kind }),
  }
  const id = idOf(await api('POST', `/channels/${staffChannel}/threads`, { body }))
  if (!id) throw new SendError('Discord gave no thread', { isPermanent: false })
  return threadOf(id)
}
