/** The list of cases, as filtered, as far as it was read, and how many wait in all. */
import type { CaseList, CaseRow } from '../../wire.ts'
import { api } from './api.ts'
import { forGood } from './kept.ts'
import { merged } from './merge-rows.ts'
import { wordsOf } from './session.ts'
import { createStore } from './store.ts'

export type Filter = 'open' | 'waiting' | 'mine' | 'closed' | `team:${string}`

export interface Inbox {
  readonly filter: Filter
  /** Undefined until the first answer for this filter. */
  readonly cases: readonly CaseRow[] | undefined
  readonly counts: CaseList['counts'] | undefined
  /** From where it goes on; absent: all of it is here. */
  readonly next?: string | undefined
  readonly problem?: string
}

const KEY = 'filter'

export const inbox = createStore<Inbox>({ filter: storedFilter(), cases: undefined, counts: undefined })

function storedFilter(): Filter {
  const kept = forGood.get(KEY)
  return kept === 'waiting' || kept === 'mine' || kept === 'closed' ? kept : 'open'
}

const queries: Readonly<Record<Exclude<Filter, `team:${string}`>, Readonly<Record<string, string>>>> = {
  open: { status: 'open' },
  waiting: { status: 'waiting' },
  mine: { status: 'open', mine: 'true' },
  closed: { status: 'closed' },
}

function queryOf(filter: Filter): Readonly<Record<string, string>> {
  if (filter === 'open' || filter === 'waiting' || filter === 'mine' || filter === 'closed') return queries[filter]
  return { status: 'open', team: filter.slice('team:'.length) }
}

export function show(filter: Filter): void {
  forGood.set(KEY, filter)
  inbox.set({ ...inbox.get(), filter, cases: undefined })
  void readInbox()
}

/** Cases read at once when all is read anew. */
const AT_ONCE = 500
/** Where more changed, all is read anew. */
const MOST_CHANGED = 100

let asked = 0
let isReadingMore = false

/** All anew, as far down as it was read before. Of two answers under way the one asked for later counts. */
export async function readInbox(): Promise<void> {
  const mine = ++asked
  const { filter, cases: before = [] } = inbox.get()
  try {
    let { cases, counts, next } = await api.cases(queryOf(filter))
    while (next !== undefined && cases.length < before.length && mine === asked) {
      const more = await api.cases({ ...queryOf(filter), after: next, limit: String(AT_ONCE) })
      cases = merged(cases, more.cases, [])
      next = more.next
    }
    if (mine === asked) inbox.set({ filter, cases, counts, next })
  } catch (error) {
    if (mine === asked) inbox.set({ ...inbox.get(), problem: wordsOf(error) })
  }
}

/** What follows on what is here, if anything does. A failure is tried again by the next who comes to the end. */
export async function readMore(): Promise<void> {
  const { filter, next } = inbox.get()
  if (next === undefined || isReadingMore) return
  const mine = asked
  isReadingMore = true
  try {
    const more = await api.cases({ ...queryOf(filter), after: next })
    const now = inbox.get()
    if (mine === asked && now.cases && now.next === next)
      inbox.set({ filter, cases: merged(now.cases, more.cases, []), counts: more.counts, next: more.next })
  } catch {
    // The line tells when the server is out of reach.
  } finally {
    isReadingMore = false
  }
}

/** These cases as they are now: each goes where it belongs by now, or out of the list. */
export async function readChanged(ids: readonly string[]): Promise<void> {
  const { filter, cases } = inbox.get()
  if (cases === undefined || ids.length > MOST_CHANGED) return await readInbox()
  const mine = asked
  try {
    const changed = await api.cases({ ...queryOf(filter), ids: ids.join(',') })
    const now = inbox.get()
    if (mine !== asked || now.cases === undefined) return
    const isAllHere = now.next === undefined
    inbox.set({
      filter,
      cases: merged(now.cases, changed.cases, ids, isAllHere),
      counts: changed.counts,
      next: now.next,
    })
  } catch (error) {
    if (mine === asked) inbox.set({ ...inbox.get(), problem: wordsOf(error) })
  }
}
