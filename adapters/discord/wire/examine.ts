/** What an operator should know of the bot before it starts: who it is, what it may read, and whether it sees the channel of staff. */
import type { Examined } from '#mascot'
import type { Api } from './api.ts'
import { failureOf } from './errors.ts'
import { isRecord } from './payload.ts'

/** https://docs.discord.com/developers/resources/application#application-object-application-flags */
const MESSAGE_CONTENT = (1 << 18) | (1 << 19)
const MEMBERS = (1 << 14) | (1 << 15)

/** Whether the operator has switched on that Discord tells who leaves a server. @throws when Discord cannot be asked */
export async function isToldOfMembers(api: Api): Promise<boolean> {
  try {
    return (flagsOf(await api('GET', '/applications/@me')) & MEMBERS) !== 0
  } catch (error) {
    if (failureOf(error).isPermanent) return false
    throw error
  }
}

/** Asks and changes nothing. Never throws: what cannot be asked is said. */
export async function examine(api: Api, staffChannel: string | undefined): Promise<readonly Examined[]> {
  const found: Examined[] = []
  try {
    const application = await api('GET', '/applications/@me')
    const about = isRecord(application) ? application : {}
    const bot = isRecord(about.bot) ? about.bot : {}
    found.push({ says: `reached as ${String(bot.username ?? 'a bot without a name')}`, isGood: true })
    const flags = flagsOf(application)
    found.push(
      (flags & MESSAGE_CONTENT) === 0
        ? { says: 'it may not read messages: switch on Message Content Intent (Developer Portal, Bot)', isGood: false }
        : { says: 'it may read messages', isGood: true },
    )
    if ((flags & MEMBERS) === 0)
      found.push({ says: 'it is not told who leaves a server (Server Members Intent is off)', isGood: true })
  } catch (error) {
    return [{ says: `not reached: ${failureOf(error).reason}`, isGood: false }]
  }
  if (staffChannel === undefined) return found
  try {
    await api('GET', `/channels/${staffChannel}`)
    return [...found, { says: 'DISCORD_STAFF_CHANNEL: it sees the channel', isGood: true }]
  } catch (error) {
    return [...found, { says: `DISCORD_STAFF_CHANNEL: ${failureOf(error).reason}`, isGood: false }]
  }
}

function flagsOf(application: unknown): number {
  return Number((isRecord(application) ? application.flags : undefined) ?? 0)
}
