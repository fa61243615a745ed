/** Whether the shop behind a look-up is reached, for `mascot doctor`: asked once, for what a sample names or for nothing that exists. */
import { systemClock } from '../clock.ts'
import { MINUTE_MS } from '../domain/durations.ts'
import type { LookUp } from '../domain/look-up.ts'
import { readOutcome } from '../persona/look-ups/read-outcome.ts'
import { isReserved } from '../persona/look-ups/recorded.ts'
import { askShop } from '../shop/ask-shop.ts'

export async function reachOf(
  lookUp: LookUp,
  env: (name: string) => string | undefined,
): Promise<{ readonly says: string; readonly isUsable: boolean }> {
  if (isReserved(lookUp.request.url)) return { says: 'a shop of .example: its samples answer', isUsable: true }
  const { host } = new URL(lookUp.request.url.replaceAll(/[{}]/g, ''))
  const given = lookUp.samples[0]?.given ?? Object.fromEntries(lookUp.needs.map(({ id }) => [id, 'doctor']))
  try {
    const answer = await askShop(lookUp.request, given, { env, clock: systemClock }, AbortSignal.timeout(MINUTE_MS))
    const outcome = readOutcome(lookUp, answer, 'UTC')
    if (outcome.kind === 'failed') return { says: `${host} is reached, but ${outcome.why}`, isUsable: false }
    const how = outcome.kind === 'unknown' ? 'knows nothing of the first sample' : 'answers as it should'
    return { says: `${host} is reached and ${how}`, isUsable: true }
  } catch (error) {
    return { says: `${host} is not reached: ${error instanceof Error ? error.message : 'no answer'}`, isUsable: false }
  }
}
