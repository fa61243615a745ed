/** How large a file Discord takes in a channel: more where the members of its server have boosted it. */
import type { Api } from '../wire/api.ts'
import { isRecord } from '../wire/payload.ts'

const MB = 1024 * 1024
/** https://discord.com/developers/docs/reference#uploading-files */
const USUAL_BYTES = 10 * MB
/** By a server's `premium_tier`. */
const boosted: Readonly<Record<number, number>> = { 2: 50 * MB, 3: 100 * MB }

/** Never throws: where Discord does not tell, the usual limit holds. */
export async function mostBytesIn(api: Api, channelId: string): Promise<number> {
  try {
    const channel = await api('GET', `/channels/${channelId}`)
    if (!isRecord(channel) || typeof channel.guild_id !== 'string') return USUAL_BYTES
    const guild = await api('GET', `/guilds/${channel.guild_id}`)
    return (isRecord(guild) ? boosted[Number(guild.premium_tier)] : undefined) ?? USUAL_BYTES
  } catch {
    return USUAL_BYTES
  }
}
