/** What LINE shows of a message. */
import type { SurfaceAbilities } from '#mascot'

/** UTF-16 units, of a text. */
export const MOST_LENGTH = 5_000

export const limits = { most: 13, labelLength: 20, valueLength: 1_000 } as const

export const abilities = {
  maxLength: MOST_LENGTH,
  markdown: 'none',
  buttons: true,
  cards: true,
  buttonLimits: limits,
} as const satisfies SurfaceAbilities
