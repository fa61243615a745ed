/** Who may set how the persona takes part: read from the roles of the server, for the commands that need it and for nothing else. */
import type { AdapterLog, InboundMessage } from '#mascot'
import type { Api } from '../wire/api.ts'
import { failureOf } from '../wire/errors.ts'
import { isRecord, type WireMessage } from '../wire/payload.ts'
import type { Places } from '../wire/places.ts'
import { isSnowflake } from '../wire/snowflake.ts'

/** Commands of a server that an administrator alone may give, or may give by the persona's manners. */
const asking: ReadonlySet<string> = new Set(['mascot', 'quiet'])

export interface AdministratorDeps {
  readonly api: Api
  readonly places: Places
  readonly log: AdapterLog
}

/** The message, with its author's `isAdmin` where its command asks for that. Never throws: who cannot be looked up is none. */
export async function withRank(
  said: InboundMessage,
  message: WireMessage,
  { api, places, log }: AdministratorDeps,
): Promise<InboundMessage> {
  const guildId = message.guild_id ?? places.of(message.channel_id)?.guildId
  if (guildId === undefined || !asking.has(said.command?.name ?? '')) return said
  const note = (isAdmin: boolean) => ({ ...said, author: { ...said.author, isAdmin } })
  const { id } = message.author
  try {
    // Only the gateway names the member's roles with what they say.
    const member: unknown = message.member ?? (await api('GET', `/guilds/${guildId}/members/${id}`))
    const roles = isRecord(member) && Array.isArray(member.roles) ? member.roles.filter(isSnowflake) : []
    return note(await places.mayManage(guildId, id, roles))
  } catch (error) {
    log.warn({ reason: failureOf(error).reason }, 'it is not known who administers a server')
    return note(false)
  }
}
