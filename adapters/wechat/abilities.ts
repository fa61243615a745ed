/** What WeChat shows of a message. */
import type { SurfaceAbilities } from '#mascot'

/** WeChat is known to take 2048 bytes of UTF-8. */
export const MOST_BYTES = 1_800

export const abilities = {
  maxLength: MOST_BYTES,
  maxBytes: MOST_BYTES,
  markdown: 'none',
  buttons: true,
  buttonLimits: { most: 6, labelLength: 30, valueLength: 1_000 },
} as const satisfies SurfaceAbilities
