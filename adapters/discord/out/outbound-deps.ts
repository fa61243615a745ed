/** What every way out to Discord works with. */
import type { Api } from '../wire/api.ts'
import type { InteractionTokens } from '../wire/interaction-tokens.ts'

export interface OutboundDeps {
  readonly api: Api
  readonly interactions: InteractionTokens
  /** Epoch ms. */
  readonly now: () => number
  /** A send failed because the place is gone. */
  onGone(channelId: string, reason: string): void
}
