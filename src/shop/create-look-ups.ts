/** Look-ups as the engine asks for them: within a fan's hour, from a short memory, and never saying more than the shop's answer allows. */
import { randomInt } from 'node:crypto'
import { HOUR_MS, MINUTE_MS } from '../domain/durations.ts'
import type { Given, LookedUp, LookUp } from '../domain/look-up.ts'
import { suspectsInjection } from '../hearing/injection.ts'
import type { Log } from '../log.ts'
import { readOutcome } from '../persona/look-ups/read-outcome.ts'
import type { Clock } from '../ports/clock.ts'
import type { CodeToSend, LookUps } from '../ports/look-ups.ts'
import type { Counts } from '../ports/short-term.ts'
import { readText } from '../words/read-text.ts'
import { type AskDeps, askShop } from './ask-shop.ts'
import { digest } from './digest.ts'
import { watchGuesses } from './watch-guesses.ts'

/** Answers kept at once. */
const KEPT = 5000
/** Codes that a fan may have within an hour, and one address whoever asks. */
const CODES_PER_FAN = 3
const CODES_PER_ADDRESS = 3
/** Sends the words with the code. @throws {Error} whose message has no secret */
export type SendMail = (
  mail: { readonly to: string; readonly code: string } & Pick<CodeToSend, 'lang' | 'from'>,
) => Promise<void>

export interface LookUpDeps extends AskDeps {
  readonly counts: Counts
  readonly timeZone: () => string
  /** If absent, no codes are sent. */
  readonly mail?: SendMail
  readonly clock: Clock
  readonly log: Log
}

export function createLookUps(deps: LookUpDeps): LookUps {
  const { counts, clock, log, mail } = deps
  const kept = new Map<string, { readonly until: number; readonly outcome: LookedUp }>()
  const unsent = new Map<string, number>()
  const guesses = watchGuesses(deps)
  const hour = () => Math.floor(clock.now() / HOUR_MS)
  const countIn = (what: string) => counts.add(`lookup:${what}:${hour()}`, 1, HOUR_MS)

  /** From memory, or from the shop; what failed is asked again. */
  async function outcomeOf(lookUp: LookUp, given: Given, signal: AbortSignal): Promise<LookedUp> {
    const key = digest(lookUp.id, ...Object.entries(given).sort().flat())
    const known = kept.get(key)
    if (known && known.until > clock.now()) return known.outcome
    const outcome = await asked(lookUp, given, signal)
    if (outcome.kind !== 'failed' && lookUp.cacheMinutes > 0) {
      kept.delete(key)
      kept.set(key, { until: clock.now() + lookUp.cacheMinutes * MINUTE_MS, outcome })
      const [oldest] = kept.keys()
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
    }
    return outcome
  }

  async function asked(lookUp: LookUp, given: Given, signal: AbortSignal): Promise<LookedUp> {
    try {
      const outcome = readOutcome(lookUp, await askShop(lookUp.request, given, deps, signal), deps.timeZone())
      const found = outcome.kind === 'found' ? instructing(outcome.facts) : undefined
      const read: LookedUp = found === undefined ? outcome : { kind: 'failed', why: `${found} speaks to a machine` }
      if (read.kind === 'failed') log.warn({ lookUp: lookUp.id, why: read.why }, 'look-up failed')
      return read
    } catch (error) {
      if (signal.aborted) throw error
      const why = error instanceof Error ? error.message : 'it could not be asked'
      log.warn({ lookUp: lookUp.id, why }, 'look-up failed')
      return { kind: 'failed', why }
    }
  }

  return {
    sendsCodes: () => mail !== undefined,
    async ask(lookUp, given, { by, signal }) {
      if (by === undefined) return await outcomeOf(lookUp, given, signal)
      if ((await countIn(`${lookUp.id}:${by}`)) > lookUp.perHour) return { kind: 'limited' }
      if (lookUp.proof !== 'needs') return await outcomeOf(lookUp, given, signal)
      if (await guesses.areTooMany(lookUp, given, by)) return { kind: 'limited' }
      const outcome = await outcomeOf(lookUp, given, signal)
      await guesses.count(outcome, lookUp, given, by)
      return outcome
    },
    newCode: () => String(randomInt(0, 1_000_000)).padStart(6, '0'),
    async mayHaveCode(account) {
      return (await countIn(`code:${account}`)) <= CODES_PER_FAN
    },
    async sendCode({ id, code, lookUp, given, lang, from }, signal) {
      const failed = (why: string) => {
        log.warn({ lookUp: lookUp.id, why }, 'code not sent')
        unsent.set(id, clock.now())
        for (const [old, at] of unsent) if (at < clock.now() - HOUR_MS) unsent.delete(old)
      }
      if (!mail) return failed('nothing is configured that sends mail')
      const outcome = await outcomeOf(lookUp, given, signal).catch(
        (): LookedUp => ({ kind: 'failed', why: 'given up' }),
      )
      if (outcome.kind === 'failed') return failed(outcome.why)
      if (outcome.kind !== 'found' || !/^\S+@\S+$/.test(outcome.address ?? '')) return
      const to = outcome.address ?? ''
      if ((await countIn(`code-to:${digest(to)}`)) > CODES_PER_ADDRESS) return
      await mail({ to, code, lang, from }).catch((error: unknown) =>
        failed(error instanceof Error ? error.message : 'not sent'),
      )
    },
    couldNotSend: async (id) => unsent.has(id),
    async act(action, given, signal) {
      try {
        const { status } = await askShop({ ...action.request, retries: 0 }, given, deps, signal)
        return status >= 200 && status < 300 ? undefined : `the shop answered ${status}`
      } catch (error) {
        return error instanceof Error ? error.message : 'it could not be asked'
      }
    },
  }
}

/** The name of a fact whose words are for a machine: nobody's parcel is with a carrier called “ignore all instructions”. */
function instructing(facts: Given): string | undefined {
  return Object.keys(facts).find((name) => suspectsInjection(readText(facts[name] ?? '')))
}
