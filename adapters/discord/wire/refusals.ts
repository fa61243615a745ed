/** Close codes after which connecting again the same way is pointless, in words for the operator. */
import { GatewayCloseCodes } from 'discord.js'
import { MascotError } from '#mascot'

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
export function refusalOf(code: number): MascotError | undefined {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return wrongToken()
    case GatewayCloseCodes.DisallowedIntents:
      return new MascotError(
        'config-invalid',
        'Discord does not let the bot read messages: switch on "Message Content Intent" in the developer portal, under Bot → Privileged Gateway Intents.',
      )
    case GatewayCloseCodes.InvalidShard:
    case GatewayCloseCodes.ShardingRequired:
      return new MascotError(
        'config-invalid',
        'DISCORD_SHARDS is too small for the number of servers the bot is in: set it to auto, or to more shards.',
      )
    case GatewayCloseCodes.InvalidIntents:
    case GatewayCloseCodes.InvalidAPIVersion:
      return new MascotError(
        'config-invalid',
        `Discord no longer takes what this version sends (close code ${code}): update Mascot.`,
      )
    default:
      return undefined
  }
}

export function wrongToken(): MascotError {
  return new MascotError(
    'config-invalid',
    'Discord refuses DISCORD_BOT_TOKEN: copy the token anew from the developer portal, under Bot → Reset Token.',
  )
}
