/** Who was heard before: tells people from messages, and a crowd of new accounts from fans. Pure; what it keeps is bounded. */

const remembered = 100_000
/** How many of the last reports show how many newcomers are usual. */
const half = 0.5 ** (1 / 500)

export interface People {
  /** Notes that somebody spoke. `since`: when they were first heard, where that is known better than here. */
  hear(author: string, at: number, since?: number): void
  /** How many of them were first heard then or later. */
  newSince(authors: Iterable<string>, since: number): number
  /** Nearly all of a crowd are new, where most are not. */
  isBrigade(newcomers: number, all: number): boolean
}

export function createPeople(): People {
  let young = new Map<string, number>()
  let old: ReadonlyMap<string, number> = new Map()
  let messages = 0
  let byNew = 0

  const firstHeard = (author: string) => young.get(author) ?? old.get(author)

  return {
    hear(author, at, since) {
      const first = firstHeard(author) ?? (since !== undefined && since < at ? since : undefined)
      messages = messages * half + 1
      byNew = byNew * half + (first === undefined ? 1 : 0)
      if (young.has(author)) return
      // Who is heard again moves to the young, so that nobody who speaks is forgotten.
      young.set(author, first ?? at)
      if (young.size < remembered) return
      old = young
      young = new Map()
    },
    newSince(authors, since) {
      let count = 0
      for (const author of authors) if ((firstHeard(author) ?? since) >= since) count++
      return count
    },
    isBrigade: (newcomers, all) => all >= 5 && newcomers >= 0.8 * all && byNew < 0.5 * messages,
  }
}
