/** What this browser keeps: for good, or as long as its tab. Where it may keep nothing, the page works without. */

export interface Kept {
  get(key: string): string | undefined
  /** undefined: kept no longer. */
  set(key: string, value: string | undefined): void
  clear(): void
}

const PREFIX = 'desk.'

function keptIn(storage: () => Storage): Kept {
  const tried = <T>(work: (found: Storage) => T): T | undefined => {
    try {
      return work(storage())
    } catch {
      return undefined
    }
  }
  return {
    get: (key) => tried((found) => found.getItem(PREFIX + key)) ?? undefined,
    set: (key, value) =>
      tried((found) => (value === undefined ? found.removeItem(PREFIX + key) : found.setItem(PREFIX + key, value))),
    clear: () =>
      tried((found) => {
        for (const key of Object.keys(found)) if (key.startsWith(PREFIX)) found.removeItem(key)
      }),
  }
}

export const forGood = keptIn(() => localStorage)
export const inTab = keptIn(() => sessionStorage)
