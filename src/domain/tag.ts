/** A short stable mark beside a name, so that two people of one name, or one who took another's, are told apart. */
import type { AccountId } from './ids.ts'

/** Four letters of an account, the same wherever it is shown: to the model, on a card, on the desk page. */
export function tagOf(account: AccountId | string): string {
  // FNV-1a of 32 bits, folded to 16: it tells people apart, and guards nothing.
  let hash = 0x811c9dc5
  for (let at = 0; at < account.length; at++) hash = Math.imul(hash ^ account.charCodeAt(at), 0x01000193) >>> 0
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0')
}
