/**
 * The access token. `stable_token` gives every process the same one; it is kept among them, so that it is asked for once. One is replaced by
 * force only when the same came back and is refused again, and then once in 30 seconds over all processes (WeChat allows 20 a day).
 */
import { type AdapterContext, type Clock, MINUTE_MS, SECOND_MS } from '#mascot'

/** The last minutes of one are shared with its successor. */
const EARLY_MS = 5 * MINUTE_MS
const FORCED_MS = 30 * SECOND_MS

export interface Token {
  readonly value: string
  /** Epoch ms. */
  readonly until: number
}

/** Asks the platform; rejects with what it says. `isForced`: the present one ends. */
export type AskToken = (isForced: boolean) => Promise<{ readonly value: string; readonly forMs: number }>

/** Absent `keyValues`: nobody else asks. */
export interface TokenContext extends Pick<AdapterContext, 'keyValues'> {
  readonly clock: Pick<Clock, 'now'>
}

export interface Tokens {
  get(): Promise<string>
  /** This one was refused. */
  refused(value: string): Promise<void>
}

export function createTokens(ask: AskToken, { clock, keyValues }: TokenContext, account: string): Tokens {
  const key = `token ${account}`
  let known: Token | undefined
  let asking: Promise<Token> | undefined
  let doubted: string | undefined

  async function kept(): Promise<Token | undefined> {
    const found = await keyValues?.get(key)
    return found?.expiresAt === undefined ? undefined : { value: found.value, until: found.expiresAt }
  }
  async function fetchNew(isForced: boolean): Promise<Token> {
    const { value, forMs } = await ask(isForced)
    const token = { value, until: clock.now() + Math.max(forMs - EARLY_MS, Math.min(forMs, MINUTE_MS) / 2) }
    known = token
    await keyValues?.set(key, token.value, token.until)
    return token
  }
  async function renew(isForced: boolean): Promise<Token> {
    asking ??= fetchNew(isForced).finally(() => {
      asking = undefined
    })
    return await asking
  }
  async function mayForce(): Promise<boolean> {
    if (!keyValues) return true
    return (await keyValues.add(`forced ${account}`, 1, clock.now() + FORCED_MS)) === 1
  }

  return {
    async get() {
      if (known && known.until > clock.now()) return known.value
      const shared = await kept()
      if (shared && shared.until > clock.now() && shared.value !== doubted) {
        known = shared
        return shared.value
      }
      return (await renew(false)).value
    },
    async refused(value) {
      if (known && known.value !== value) return
      const shared = await kept()
      if (shared && shared.value !== value && shared.until > clock.now()) {
        known = shared
        return
      }
      const isAgain = doubted === value
      doubted = value
      known = undefined
      const fresh = await renew(isAgain && (await mayForce()))
      if (fresh.value !== value) doubted = undefined
    },
  }
}
