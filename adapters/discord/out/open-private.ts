/** Our private talk with a member of a server. */
import { type AccountId, idOnPlatform, SendError, type ThreadId } from '#mascot'
import type { Api } from '../wire/api.ts'
import { idOf } from '../wire/payload.ts'
import { isSnowflake } from '../wire/snowflake.ts'
import { threadOf } from '../wire/thread.ts'

/** The bot's private channel with a member; Discord refuses the first message there, not the channel, to who takes none. */
export async function openPrivate(api: Api, account: AccountId): Promise<ThreadId> {
  const recipient_id = idOnPlatform(account)
  const id = isSnowflake(recipient_id)
    ? idOf(await api('POST', '/users/@me/channels', { body: { recipient_id } }))
    : undefined
  if (!id) throw new SendError(`${account} cannot be written to in private`, { isPermanent: true })
  return threadOf(id)
}
