/** How long one message may be for sure, where a platform counts bytes too: no UTF-16 unit has more than three in UTF-8. */
import type { SurfaceAbilities } from '../../ports/adapter.ts'

/** UTF-16 units. */
export function longestIn({ maxLength, maxBytes }: Pick<SurfaceAbilities, 'maxLength' | 'maxBytes'>): number {
  return maxBytes === undefined ? maxLength : Math.min(maxLength, Math.floor(maxBytes / 3))
}
