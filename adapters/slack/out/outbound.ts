/** An outbound message → Slack's calls. */
import { type OutboundMessage, SendError, type Sent, type ThreadId } from '#mascot'
import { MOST_LENGTH } from '../abilities.ts'
import { nameOf } from '../wire/emoji.ts'
import { saysNo } from '../wire/errors.ts'
import { isTs, placeOf, threadOf } from '../wire/names.ts'
import { takeAway } from './edit-whole.ts'
import { bareWords, literalElements, richBlock } from './rich.ts'
import { type AloneDeps, sendForOne } from './send-alone.ts'
import { post } from './send-text.ts'

/** @throws {SendError} */
export async function sendTo(deps: AloneDeps, message: OutboundMessage): Promise<Sent> {
  switch (message.kind) {
    case 'text':
      return await sendForOne(deps, message)
    case 'reaction':
      return await react(deps, message)
    case 'title':
      return await retitle(deps, message)
    default:
      return await takeDown(deps, message)
  }
}

async function react(
  { api }: AloneDeps,
  { threadId, messageId, emoji }: Extract<OutboundMessage, { kind: 'reaction' }>,
): Promise<Sent> {
  const name = nameOf(emoji)
  if (name === undefined) throw new SendError(`Slack’s name for ${emoji} is not known here`, { isPermanent: true })
  if (!isTs(messageId)) throw new SendError('there is no message to react to', { isPermanent: true })
  const { channel } = placeOf(threadId)
  await api.call('reactions.add', { channel, timestamp: messageId, name }).catch((error: unknown) => {
    if (!saysNo(error, 'already_reacted')) throw error
  })
  return { messageId }
}

/** Slack lets an app take down what it said itself; of what another said, only who administers the workspace. */
async function takeDown(deps: AloneDeps, message: Extract<OutboundMessage, { kind: 'deletion' }>): Promise<Sent> {
  const { messageId, threadId, ifItStays } = message
  try {
    if (!isTs(messageId)) throw new SendError('Slack does not let it be taken down', { isPermanent: true })
    await takeAway(deps, placeOf(threadId).channel, messageId)
    return { messageId }
  } catch (error) {
    if (ifItStays === undefined || !(error instanceof SendError && error.isPermanent)) throw error
    const { id, surface, speaker } = message
    return await sendForOne(deps, { kind: 'text', id, threadId, surface, speaker, text: ifItStays })
  }
}

/** What stands at the head of a thread of ours is its title. */
async function retitle(
  { api }: AloneDeps,
  { id, threadId, title }: Extract<OutboundMessage, { kind: 'title' }>,
): Promise<Sent> {
  const { channel, threadTs } = placeOf(threadId)
  if (threadTs !== undefined) await api.call('chat.update', { channel, ts: threadTs, ...titled(title) })
  return { messageId: id }
}

/** A thread for a case, in the channel in which staff work. @throws {SendError} */
export async function openThread({ api }: AloneDeps, staffChannel: string, title: string): Promise<ThreadId> {
  return threadOf(staffChannel, await post(api, { channel: staffChannel }, titled(title)))
}

/** False where its head is gone. @throws {SendError} temporary */
export async function reopenThread({ api }: AloneDeps, thread: ThreadId): Promise<boolean> {
  const { channel, threadTs } = placeOf(thread)
  if (threadTs === undefined) return true
  try {
    await api.call('conversations.replies', { channel, ts: threadTs, limit: 1 })
    return true
  } catch (error) {
    if (error instanceof SendError && error.isPermanent) return false
    throw error
  }
}

function titled(title: string) {
  const elements = literalElements(title.replace(/\s+/g, ' ').trim().slice(0, MOST_LENGTH) || '…')
  return { text: bareWords(elements), blocks: [richBlock(elements)] }
}
