/** What The chat on the web shows of a message. */
import type { SurfaceAbilities } from '#mascot'

export const abilities = {
  maxLength: 2_000,
  markdown: 'light',
  buttons: true,
  cards: true,
} as const satisfies SurfaceAbilities
