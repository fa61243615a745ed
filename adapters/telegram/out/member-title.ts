/** A title beside a member's name: a member tag, and for an administrator that we promoted a custom title. */
import { type AccountId, SendError, type ThreadId } from '#mascot'
import type { RawApi } from '../wire/api.ts'
import { failureOf, sendErrorOf } from '../wire/errors.ts'
import { memberOf, placeOf } from '../wire/thread.ts'

/** https://core.telegram.org/bots/api#setchatmembertag: 0–16 characters, no emoji. */
const MOST = 16
const emoji = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D}/gu

export interface MemberTitleDeps {
  readonly api: Pick<RawApi, 'setChatMemberTag' | 'setChatAdministratorCustomTitle'>
  readonly token: string
}

/** False where the bot may not, where nobody has tags (a basic group, an old server), or for an administrator somebody else promoted. */
export function createSetTitle({ api, token }: MemberTitleDeps) {
  return async (thread: ThreadId, account: AccountId, { now = '' }: { readonly now?: string }): Promise<boolean> => {
    const { chatId } = placeOf(thread)
    const userId = memberOf(account)
    if (chatId >= 0 || userId <= 0) return false
    const words = fitted(now)
    if (now !== '' && words === '') return false
    const who = { chat_id: chatId, user_id: userId }
    return (
      (await may(() => api.setChatMemberTag({ ...who, tag: words }))) ||
      (await may(() => api.setChatAdministratorCustomTitle({ ...who, custom_title: words })))
    )
  }

  async function may(ask: () => Promise<unknown>): Promise<boolean> {
    try {
      await ask()
      return true
    } catch (error) {
      const failure = failureOf(error, token)
      if (failure.isPermanent) return false
      throw error instanceof SendError ? error : sendErrorOf(failure)
    }
  }
}

function fitted(name: string): string {
  const plain = [...name.replace(emoji, '').replace(/\s+/g, ' ').trim()]
  return plain.slice(0, MOST).join('').trim()
}
