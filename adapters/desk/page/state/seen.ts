/** Which of the fans' words were seen here, for the unread mark. Kept in this browser alone. */
import type { CaseRow } from '../../wire.ts'
import { forGood } from './kept.ts'
import { createStore } from './store.ts'

const KEY = 'seen'
const MOST = 500

type Seen = Readonly<Record<string, number>>

function stored(): Seen {
  try {
    return JSON.parse(forGood.get(KEY) ?? '{}')
  } catch {
    return {}
  }
}

export const seen = createStore<Seen>(stored())

/** `at`: when the newest words shown were said, epoch ms. */
export function markSeen(caseId: string, at: number): void {
  if ((seen.get()[caseId] ?? 0) >= at) return
  const { [caseId]: _, ...others } = seen.get()
  const kept = Object.fromEntries([...Object.entries(others).slice(1 - MOST), [caseId, at]])
  seen.set(kept)
  forGood.set(KEY, JSON.stringify(kept))
}

/** The fan said more, or a case that waits was never opened. */
export function isUnread({ id, status, lastSaid }: CaseRow, all: Seen): boolean {
  if (status === 'closed') return false
  const at = all[id]
  if (at === undefined && status === 'waiting') return true
  return lastSaid?.from === 'fan' && lastSaid.at > (at ?? 0)
}
