/** What QQ shows of a message. */
import type { SurfaceAbilities } from '#mascot'

/** QQ names no length; this much has always been taken. */
export const MOST_LENGTH = 1_500

const limits = { most: 5, labelLength: 30, valueLength: 1_000 } as const

export const abilities = {
  maxLength: MOST_LENGTH,
  markdown: 'none',
  buttons: true,
  cards: true,
  buttonLimits: limits,
} as const satisfies SurfaceAbilities

const { buttonLimits: _, ...others } = abilities
/** Of a bot to which QQ has given none. */
export const withoutButtons: SurfaceAbilities = { ...others, buttons: false }
