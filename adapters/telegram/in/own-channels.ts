/**
 * Whether who writes as a chat writes as the brand: as the group itself (an anonymous administrator), as the channel whose
 * discussion it is, or as the channel whose direct messages these are. Any other channel is a member's own.
 */
import { accountId, type Clock, HOUR_MS, type InboundMessage } from '#mascot'
import { isGrammySignal, type RawApi } from '../wire/api.ts'
import { placeOf } from '../wire/thread.ts'

/** What all members say waits for the answer, so it may not take long, in ms. */
const PATIENCE_MS = 5_000
/** A group gets another channel seldom. */
const KNOWN_MS = HOUR_MS
const PREFIX = accountId('telegram', '')

export interface OwnChannels {
  /** The message, with its author's `isBrand` where it is so. Never throws: of a channel that cannot be looked up, see `isOwn`. */
  withBrand(message: InboundMessage): Promise<InboundMessage>
}

/** `onFailure` must not throw. */
export function createOwnChannels(
  api: Pick<RawApi, 'getChat'>,
  clock: Pick<Clock, 'now'>,
  onFailure: (error: unknown) => void,
): OwnChannels {
  const known = new Map<number, { readonly at: number; readonly channels: Promise<readonly number[] | undefined> }>()

  /** undefined: the server did not say. */
  async function ask(chatId: number): Promise<readonly number[] | undefined> {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    try {
      const chat = await api.getChat({ chat_id: chatId }, isGrammySignal(signal) ? signal : undefined)
      return [chat.linked_chat_id, chat.parent_chat?.id].filter((id) => id !== undefined)
    } catch (error) {
      known.delete(chatId)
      onFailure(error)
      return undefined
    }
  }

  function channelsOf(chatId: number): Promise<readonly number[] | undefined> {
    const before = known.get(chatId)
    if (before && clock.now() - before.at < KNOWN_MS) return before.channels
    const channels = ask(chatId)
    known.set(chatId, { at: clock.now(), channels })
    return channels
  }

  /** Where the server does not say: in a channel's direct messages hardly anybody but the channel writes as one. */
  async function isOwn(writer: number, { threadId, surface }: InboundMessage): Promise<boolean> {
    const { chatId } = placeOf(threadId)
    if (writer === chatId) return true
    return (await channelsOf(chatId))?.includes(writer) ?? surface === 'direct'
  }

  return {
    async withBrand(message) {
      const { author } = message
      const writer = Number(author.accountId.slice(PREFIX.length))
      if (!(writer < 0) || message.isStaffThread || !(await isOwn(writer, message))) return message
      return { ...message, author: { ...author, isBrand: true } }
    },
  }
}
