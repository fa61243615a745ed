/**
 * The loop in which titles come and go, as soon as something new is known of somebody and as it fades;
 * links into the circle end, and staff hear of works that wait.
 */
import { MINUTE_MS } from '../../domain/durations.ts'
import type { Wake } from '../../ports/clock.ts'
import { takeBackLinks } from '../circle/take-back-links.ts'
import { type TellOfWorksDeps, tellOfWorks } from '../tell-of-works.ts'
import { awardTitles, type TitleDeps } from './award-titles.ts'

/** Several processes may do it at once: what one has given the other finds given. */
export async function watchTitles(
  deps: TitleDeps & TellOfWorksDeps & { readonly wake: Wake },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await awardTitles(deps).catch((err: unknown) => deps.log.error({ err }, 'titles could not be looked at'))
    await takeBackLinks(deps).catch((err: unknown) => deps.log.error({ err }, 'links could not be taken back'))
    await tellOfWorks(deps).catch((err: unknown) => deps.log.error({ err }, 'staff could not be told of works'))
    await deps.wake.rest(MINUTE_MS, signal)
  }
}
