/** What Slack shows of a message. */
import type { SurfaceAbilities } from '#mascot'

/** UTF-16 units; Slack takes more, and folds long words away behind a click. */
export const MOST_LENGTH = 3_000

/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
export const limits = { most: 25, labelLength: 75, valueLength: 2_000 } as const

export const abilities = {
  maxLength: MOST_LENGTH,
  markdown: 'light',
  buttons: true,
  buttonLimits: limits,
} as const satisfies SurfaceAbilities
