/** What Discord shows of a message. */
import type { SurfaceAbilities } from '#mascot'

/** UTF-16 units, of a text. */
export const MAX_TEXT = 2000

export const abilities = {
  maxLength: MAX_TEXT,
  markdown: 'light',
  buttons: true,
  cards: true,
} as const satisfies SurfaceAbilities
