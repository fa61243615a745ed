/** Who may set how the persona takes part: asked of the server for the commands that need it, and for nothing else. */
import type { InboundMessage } from '#mascot'
import { isGrammySignal, type RawApi } from '../wire/api.ts'
import { memberOf, placeOf } from '../wire/thread.ts'

/** Commands of a group that an administrator alone may give, or may give by the persona's manners. */
const asking: ReadonlySet<string> = new Set(['mascot', 'quiet'])
/** What all members say waits for the answer, so it may not take long, in ms. */
const PATIENCE_MS = 5_000

export interface Administrators {
  /** The message, with its author's `isAdmin` where its command asks for that. Never throws: who cannot be looked up is none. */
  withRank(message: InboundMessage): Promise<InboundMessage>
}

/** For the updates of one fetch: who is asked about twice in it costs one call. `onFailure` must not throw. */
export function createAdministrators(
  api: Pick<RawApi, 'getChatMember'>,
  onFailure: (error: unknown) => void,
): Administrators {
  const known = new Map<string, Promise<boolean>>()

  async function ask(chatId: number, memberId: number): Promise<boolean> {
    // An anonymous administrator writes as the group itself. Another chat is a channel or a group, which is member of nothing.
    if (memberId < 0) return memberId === chatId
    const signal = AbortSignal.timeout(PATIENCE_MS)
    try {
      const asked = { chat_id: chatId, user_id: memberId }
      const { status } = await api.getChatMember(asked, isGrammySignal(signal) ? signal : undefined)
      return status === 'creator' || status === 'administrator'
    } catch (error) {
      onFailure(error)
      return false
    }
  }

  return {
    async withRank(message) {
      const { author, command, surface, threadId } = message
      if (surface !== 'group' || !asking.has(command?.name ?? '')) return message
      const { chatId } = placeOf(threadId)
      const key = `${chatId} ${author.accountId}`
      const answer = known.get(key) ?? ask(chatId, memberOf(author.accountId))
      known.set(key, answer)
      return { ...message, author: { ...author, isAdmin: await answer } }
    },
  }
}
