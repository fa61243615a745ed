/** An outbound message → Discord's calls. */
import { type AccountId, type OutboundMessage, SendError, type Sent, type ThreadId } from '#mascot'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { channelOf } from '../wire/thread.ts'
import { edit } from './edit.ts'
import { editWhole } from './edit-whole.ts'
import { openPrivate } from './open-private.ts'
import { openThread, reopenThread } from './open-thread.ts'
import type { OutboundDeps } from './outbound-deps.ts'
import { react } from './react.ts'
import { retitle } from './retitle.ts'
import { sendForOne } from './send-alone.ts'
import { sendPoll } from './send-poll.ts'
import { takeDown } from './take-down.ts'

export interface Outbound {
  send(message: OutboundMessage): Promise<Sent>
  edit(thread: ThreadId, messageId: string, message: OutboundMessage): Promise<void>
  editWhole(thread: ThreadId, parts: readonly string[], message: OutboundMessage): Promise<Sent>
  openThread(staffChannel: string, title: string): Promise<ThreadId>
  openPrivate(account: AccountId): Promise<ThreadId>
  reopenThread(thread: ThreadId): Promise<boolean>
  /** Never throws: typing is a courtesy. */
  showTyping(thread: ThreadId): Promise<void>
}

export function createOutbound({ api, interactions, now, onGone }: OutboundDeps): Outbound {
  /** @throws {SendError} */
  async function attempt<T>(channelId: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      const failure = failureOf(error)
      if (failure.isGone) onGone(channelId, failure.reason)
      throw sendErrorOf(failure)
    }
  }
  return {
    async send(message) {
      const channelId = ownChannel(message.threadId)
      return await attempt(channelId, async () => {
        switch (message.kind) {
          case 'text':
            return (
              (await sendPoll(api, channelId, message)) ??
              (await sendForOne({ api, interactions, now }, channelId, message))
            )
          case 'reaction':
            return await react(api, channelId, message)
          case 'title':
            return await retitle(api, channelId, message)
          default:
            return await takeDown(api, channelId, message.messageId)
        }
      })
    },
    async edit(thread, messageId, message) {
      const channelId = ownChannel(thread)
      await attempt(channelId, () => edit(api, channelId, messageId, message))
    },
    async editWhole(thread, parts, message) {
      const channelId = ownChannel(thread)
      return await attempt(channelId, () => editWhole(api, channelId, parts, message))
    },
    reopenThread: (thread) => reopenThread(api, ownChannel(thread)),
    openPrivate: (account) => attempt(account, () => openPrivate(api, account)),
    openThread: (staffChannel, title) => attempt(staffChannel, () => openThread(api, staffChannel, title)),
    async showTyping(thread) {
      await api('POST', `/channels/${ownChannel(thread)}/typing`).catch(() => {})
    },
  }
}

/** @throws {SendError} permanent, for a thread that is none of Discord's */
function ownChannel(thread: ThreadId): string {
  const channelId = channelOf(thread)
  if (isSnowflake(channelId)) return channelId
  throw new SendError(`${thread} is no channel of Discord's`, { isPermanent: true })
}
