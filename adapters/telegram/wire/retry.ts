/** How long Telegram is left alone after it failed us. */
import type { Backoff } from '#mascot'

export const retry: Backoff = { firstMs: 500, longestMs: 30_000 }
