/** Work between threads that failed for now. */

/** What failed for now, and when it is tried again: it hides nothing of the rest. */
export type Postponed<Key> = Map<Key, number>

/** Those whose time has not come; the others are forgotten. */
export function stillPostponed<Key>(postponed: Postponed<Key>, now: number): Key[] {
  for (const [key, until] of postponed) if (until <= now) postponed.delete(key)
  return [...postponed.keys()]
}
