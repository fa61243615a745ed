/**
 * The tokens by which what a member did, a command or a press, may be answered so that nobody else sees it. In memory alone:
 * they do not live much longer than a restart takes.
 */
import { MINUTE_MS } from '#mascot'

/** Discord's own limit is 15 minutes; an answer needs time to leave. */
const LIVE_MS = 14 * MINUTE_MS
/** The oldest is dropped beyond it. */
const MOST = 10_000

export interface KnownInteraction {
  readonly token: string
  readonly applicationId: string
  /** Settles once nothing of ours stands in the way of an answer; false where Discord was not told in time. */
  readonly isReady: Promise<boolean>
}

export interface InteractionTokens {
  /** `id`: of the interaction, which is also that of its message here. */
  keep(id: string, known: KnownInteraction, now: number): void
  of(id: string, now: number): KnownInteraction | undefined
}

export function createInteractionTokens(): InteractionTokens {
  const kept = new Map<string, KnownInteraction & { readonly until: number }>()
  return {
    keep(id, known, now) {
      for (const [old, { until }] of kept) {
        if (until > now && kept.size < MOST) break
        kept.delete(old)
      }
      kept.set(id, { ...known, until: now + LIVE_MS })
    },
    of(id, now) {
      const known = kept.get(id)
      return known && known.until > now ? known : undefined
    },
  }
}
