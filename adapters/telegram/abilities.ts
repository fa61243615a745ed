/** What Telegram shows of a message. */
import type { SurfaceAbilities } from '#mascot'

/** UTF-16 units, of a text. */
export const MAX_TEXT = 4096

export const abilities = { maxLength: MAX_TEXT, markdown: 'light', buttons: true } as const satisfies SurfaceAbilities
