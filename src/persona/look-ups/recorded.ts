/** Look-ups answered by the samples of persona.yaml, for rehearsals: no shop is asked, and every code is 000000. */
import type { LookedUp } from '../../domain/look-up.ts'
import type { LookUps } from '../../ports/look-ups.ts'
import { readOutcome } from './read-outcome.ts'

/** What a rehearsal types as the code. */
const rehearsedCode = '000000'

/** `.example` belongs to nobody (RFC 2606): a shop there can only be one that is made up, and its samples answer. */
export function isReserved(url: string): boolean {
  return /^https?:\/\/[^/?#]*\.example(?::\d+)?(?:[/?#]|$)/.test(url)
}

export function recordedLookUps(timeZone: string): LookUps {
  return {
    sendsCodes: () => true,
    async ask(lookUp, given): Promise<LookedUp> {
      const recorded = lookUp.samples.find((sample) =>
        Object.entries(sample.given).every(([need, value]) => given[need]?.toLowerCase() === value.toLowerCase()),
      )
      if (!recorded) return { kind: 'unknown' }
      return readOutcome(lookUp, { status: recorded.status, json: recorded.answer }, timeZone)
    },
    newCode: () => rehearsedCode,
    mayHaveCode: async () => true,
    async sendCode() {},
    couldNotSend: async () => false,
    act: async () => undefined,
  }
}
