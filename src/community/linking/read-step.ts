/** What a code, or a word about one, means where a request stands: the next step of the two accounts, or why there is none. Pure. */
import type { AccountId } from '../../domain/ids.ts'
import { type Joinable, joinable, type LinkRequest } from '../../domain/link.ts'

export type LinkStep =
  /** The second account has shown the code, and is asked whether it agrees. */
  | { readonly kind: 'taken' | 'asked-again' }
  /** The second agrees. */
  | { readonly kind: 'agreed' }
  /** The first agrees as well. */
  | { readonly kind: 'joined' }
  | { readonly kind: 'unknown' | 'expired' | 'spent' }
  | { readonly kind: 'not-joinable'; readonly why: Exclude<Joinable, { readonly kind: 'may' }> }

/** The accounts of the fan of the first and of the second, each with that account first. */
export interface Sides {
  readonly from: readonly AccountId[]
  readonly by: readonly AccountId[]
}

/** Account `me` gives a code that this request was found by. */
export function stepByCode(
  request: LinkRequest | undefined,
  me: AccountId,
  sidesOf: Sides | undefined,
  now: number,
): LinkStep {
  if (!request || !sidesOf) return { kind: 'unknown' }
  // The second code is the first account's alone: to all others there is no such code.
  if (request.isBack) {
    if (request.from.accountId !== me) return { kind: 'unknown' }
    return request.state === 'agreed' ? lastStep(request, sidesOf, now) : over(request)
  }
  if (request.state === 'taken' && request.by?.accountId === me)
    return request.expiresAt > now ? { kind: 'asked-again' } : { kind: 'expired' }
  if (request.state !== 'offered') return over(request)
  if (request.expiresAt <= now) return { kind: 'expired' }
  const why = joinable(sidesOf.from, sidesOf.by)
  return why.kind === 'may' ? { kind: 'taken' } : { kind: 'not-joinable', why }
}

/** Account `me` says yes to the request that waits for its word. */
export function stepByYes(request: LinkRequest, me: AccountId, sides: Sides, now: number): LinkStep {
  if (request.from.accountId === me) return lastStep(request, sides, now)
  return request.expiresAt > now ? { kind: 'agreed' } : { kind: 'expired' }
}

/** Told to the first account. The accounts may have been joined to others since they were asked. */
function lastStep({ expiresAt }: LinkRequest, { from, by }: Sides, now: number): LinkStep {
  if (expiresAt <= now) return { kind: 'expired' }
  const why = joinable(by, from)
  return why.kind === 'may' ? { kind: 'joined' } : { kind: 'not-joinable', why }
}

function over({ state }: LinkRequest): LinkStep {
  return { kind: state === 'refused' || state === 'burnt' ? 'unknown' : 'spent' }
}
