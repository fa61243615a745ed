/** What WhatsApp shows of a message. */
import type { SurfaceAbilities } from '#mascot'

/** Of a text message. */
export const MOST_LENGTH = 4_096

export const limits = { most: 10, labelLength: 20, valueLength: 200 } as const

export const abilities = {
  maxLength: MOST_LENGTH,
  markdown: 'none',
  buttons: true,
  cards: true,
  buttonLimits: limits,
} as const satisfies SurfaceAbilities
