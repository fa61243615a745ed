/**
 * Whether somebody tries out what is not theirs, where knowing it is the proof: counted by what was not found before, so that being
 * stopped tells nothing of what there is. Who was found nothing yet is always asked for, unless many guess at the same number or address.
 */
import { DAY_MS, HOUR_MS } from '../domain/durations.ts'
import type { AccountId } from '../domain/ids.ts'
import type { Given, LookedUp, LookUp } from '../domain/look-up.ts'
import type { Clock } from '../ports/clock.ts'
import type { Counts } from '../ports/short-term.ts'
import { digest } from './digest.ts'

/** What was not found within an hour: so often for one account, */
const PER_ACCOUNT = 8
/** and for one number or address, whoever asks; */
const PER_VALUE = 20
/** beyond this from all accounts together somebody guesses from many of them, and each that was found nothing yet has few tries. */
const FROM_ALL = 60
const PER_ACCOUNT_THEN = 2

export function watchGuesses({ counts, clock }: { readonly counts: Counts; readonly clock: Clock }) {
  const inHour = (...parts: readonly string[]) =>
    ['lookup', ...parts, String(Math.floor(clock.now() / HOUR_MS))].join(':')
  const keysOf = (lookUp: LookUp, given: Given, by: AccountId) => ({
    all: inHour(lookUp.id, 'unknown'),
    account: inHour(lookUp.id, 'unknown-by', by),
    values: Object.entries(given).map(([need, value]) => inHour(lookUp.id, 'unknown-of', digest(need, value))),
    found: ['lookup', lookUp.id, 'found-by', digest(by, ...Object.entries(given).sort().flat())].join(':'),
    helped: inHour(lookUp.id, 'helped', by),
  })

  return {
    /** Told before the shop or the memory is asked. */
    async areTooMany(lookUp: LookUp, given: Given, by: AccountId): Promise<boolean> {
      const keys = keysOf(lookUp, given, by)
      const read = [keys.found, keys.helped, keys.all, keys.account, ...keys.values]
      const [found = 0, helped = 0, all = 0, account = 0, ...values] = await counts.sums(read)
      // It tells them nothing that they have not heard.
      if (found > 0) return false
      const least = all >= FROM_ALL && helped === 0 ? PER_ACCOUNT_THEN : PER_ACCOUNT
      return account >= least || values.some((count) => count >= PER_VALUE)
    },

    async count({ kind }: LookedUp, lookUp: LookUp, given: Given, by: AccountId): Promise<void> {
      const { all, account, values, found, helped } = keysOf(lookUp, given, by)
      if (kind === 'unknown') for (const key of [all, account, ...values]) await counts.add(key, 1, HOUR_MS)
      if (kind !== 'found') return
      await counts.add(found, 1, DAY_MS)
      await counts.add(helped, 1, HOUR_MS)
    },
  }
}
