/** What the Discord adapter is told at its creation. */
import type { Shards } from './wire/shards.ts'

export interface DiscordOptions {
  readonly token: string
  /** Replaces https://discord.com/api for every call; the gateway's address comes from there, too. */
  readonly apiRoot?: string
  /** Id of the channel or forum in whose threads staff work. */
  readonly staffChannel?: string
  /** A number: all of them in this process. `auto`: as many as Discord recommends. */
  readonly shards: number | Shards | 'auto'
  /** Channels that are read at once after an absence. If absent, 2,000. */
  readonly mostRead?: number
}
