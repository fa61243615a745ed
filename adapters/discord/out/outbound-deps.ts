/** What every way out to Discord works with. */
import type { Api } from '../wire/api.ts'

export interface OutboundDeps {
  readonly api: Api
  /** A send failed because the place is gone. */
  onGone(channelId: string, reason: string): void
}
