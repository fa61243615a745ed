/** Telegram: fans in private and in groups, staff in the topics of a group of their own. */
import { type Adapter, type InboundMessage, MascotError, SendError, type ThreadId } from '#mascot'
import { abilities } from './abilities.ts'
import { createConnection } from './connection.ts'
import { createFetchFile } from './in/fetch-file.ts'
import type { TelegramOptions } from './options.ts'
import { endPoll } from './out/end-poll.ts'
import { createSetTitle } from './out/member-title.ts'
import { createOutbound } from './out/outbound.ts'
import { createProfile } from './out/profile.ts'
import { createApi } from './wire/api.ts'
import { type Failure, failureOf, sendErrorOf } from './wire/errors.ts'
import { examine } from './wire/examine.ts'
import { campaignLink, fitsLink } from './wire/link.ts'
import { createPacing } from './wire/pacing.ts'
import { createPresence } from './wire/presence.ts'
import { createSharedPace } from './wire/shared-pace.ts'
import { memberOf, placeOf, threadOf } from './wire/thread.ts'
import { createTopicMemory } from './wire/topic-memory.ts'

export { campaignLink }

/** What bots may upload: https://core.telegram.org/bots/api#sending-files */
const MOST_PHOTO_BYTES = 10 * 1024 * 1024
const MOST_BYTES = 50 * 1024 * 1024
const INVITE_SECONDS = 7 * 24 * 60 * 60
/** Most characters in a topic's name. */
const MAX_TITLE = 128

/**
 * The bot's name without `@`, asked of the server.
 * @throws {MascotError} `config-invalid` when the token is refused or Telegram cannot be reached
 */
export async function botUsername(options: Pick<TelegramOptions, 'token' | 'apiRoot'>): Promise<string> {
  try {
    return (await createApi(options).getMe()).username
  } catch (error) {
    throw new MascotError('config-invalid', failureOf(error, options.token).reason)
  }
}

export function createTelegramAdapter(options: TelegramOptions): Adapter {
  const { token } = options
  const api = createApi(options)
  const presence = createPresence(options.staffChat)
  const topics = createTopicMemory()
  const shared = createSharedPace({ rate: options.rate, clock: () => presence.clock(), among: () => presence.among() })
  const pacing = createPacing(options.rate, () => presence.clock(), shared)
  const connection = createConnection(options, api, presence, topics)
  const outbound = createOutbound({ api, token, pacing, presence, topics, report: connection.report })
  const profile = createProfile(api, token, presence)
  return {
    platform: 'telegram',
    abilities,
    start: connection.start,
    send: outbound.send,
    stop: connection.stop,
    examine: () => examine(api, options),
    tellsAlone,
    editMessage: outbound.edit,
    editWhole: outbound.editWhole,
    resendsRefs: true,
    mostBytes: async (kind) => (kind === 'photo' ? MOST_PHOTO_BYTES : MOST_BYTES),
    showTyping: outbound.showTyping,
    setTitle: createSetTitle({ api, token }),
    inviteLink,
    pollVotes,
    takeBackInvite,
    setProfile: profile.set,
    routes: connection.routes,
    privateLink,
    fetchFile: createFetchFile(api, { ...options, fileFor: (ref) => presence.context?.fileFor?.(ref) }),
    ...(options.staffChat === undefined ? {} : { openThread, reopenThread, staffRoom }),
  }

  /** undefined until we know who we are, and for a payload no link can hold. */
  function privateLink(payload: string): string | undefined {
    const username = presence.self?.username
    return username !== undefined && fitsLink(payload) ? campaignLink(username, payload) : undefined
  }

  /** Who writes as a channel or a group is nobody to be told anything. */
  function tellsAlone({ threadId, author: { accountId, isBot } }: InboundMessage): boolean {
    const { chatId, directTopicId } = placeOf(threadId)
    const isMember = memberOf(accountId) > 0 && !isBot
    return presence.canTellAlone && isMember && chatId < 0 && directTopicId === undefined
  }

  /** For one person, and a week. */
  async function inviteLink(threadId: ThreadId): Promise<string> {
    const { chatId } = placeOf(threadId)
    const expire_date = Math.floor(presence.clock().now() / 1000) + INVITE_SECONDS
    try {
      const { invite_link } = await api.createChatInviteLink({ chat_id: chatId, member_limit: 1, expire_date })
      return invite_link
    } catch (error) {
      throw sendErrorOf(failureOf(error, token))
    }
  }

  async function takeBackInvite(threadId: ThreadId, link: string): Promise<void> {
    try {
      await api.revokeChatInviteLink({ chat_id: placeOf(threadId).chatId, invite_link: link })
    } catch (error) {
      throw sendErrorOf(failureOf(error, token))
    }
  }

  async function pollVotes(threadId: ThreadId, messageId: string, isOver: boolean): Promise<undefined> {
    if (isOver) await endPoll(api, token, threadId, messageId)
  }

  async function openThread(title: string) {
    const chatId = presence.staffChatId
    if (chatId === undefined)
      throw new SendError('the chat of TELEGRAM_STAFF_CHAT cannot be reached', { isPermanent: false })
    try {
      const name = [...(title.trim() || 'Handoff')].slice(0, MAX_TITLE).join('').slice(0, MAX_TITLE)
      const { message_thread_id: topicId } = await api.createForumTopic({ chat_id: chatId, name })
      return threadOf({ chatId, topicId })
    } catch (error) {
      const failure = failureOf(error, token)
      throw sendErrorOf({ ...failure, reason: whyNoTopic(failure) })
    }
  }

  function staffRoom(): ThreadId | undefined {
    const chatId = presence.staffChatId
    return chatId === undefined ? undefined : threadOf({ chatId })
  }

  /** False where it was deleted, or the bot may not manage topics. */
  async function reopenThread(threadId: ThreadId): Promise<boolean> {
    const { chatId, topicId } = placeOf(threadId)
    if (topicId === undefined) return false
    try {
      await api.reopenForumTopic({ chat_id: chatId, message_thread_id: topicId })
      return true
    } catch (error) {
      const failure = failureOf(error, token)
      if (failure.kind === 'not-modified') return true
      if (!failure.isPermanent) throw sendErrorOf(failure)
      return false
    }
  }
}

function whyNoTopic({ kind, reason }: Failure): string {
  if (/not a forum/i.test(reason)) return 'the staff group has no topics: switch on Topics in its settings'
  if (kind !== 'no-rights') return reason
  return 'the bot may not open topics in the staff group: make it an administrator who may manage topics (docs/telegram.md, Permissions)'
}
