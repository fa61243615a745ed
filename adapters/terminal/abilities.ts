/** What The terminal shows of a message. */
import type { SurfaceAbilities } from '#mascot'

export const abilities = { maxLength: 4_000, markdown: 'none', buttons: true } as const satisfies SurfaceAbilities
