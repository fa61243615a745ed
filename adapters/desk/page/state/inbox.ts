/** The list of cases, as filtered, and how many wait in all. */
import type { CaseList, CaseRow } from '../../wire.ts'
import { api } from './api.ts'
import { forGood } from './kept.ts'
import { wordsOf } from './session.ts'
import { createStore } from './store.ts'

export type Filter = 'open' | 'waiting' | 'mine' | 'closed' | `team:${string}`

export interface Inbox {
  readonly filter: Filter
  /** Undefined until the first answer for this filter. */
  readonly cases: readonly CaseRow[] | undefined
  readonly counts: CaseList['counts'] | undefined
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

let asked = 0

/** Of two answers under way the one asked for later counts. */
export async function readInbox(): Promise<void> {
  const mine = ++asked
  const { filter } = inbox.get()
  try {
    const { cases, counts } = await api.cases(queryOf(filter))
    if (mine === asked) inbox.set({ filter, cases, counts })
  } catch (error) {
    if (mine === asked) inbox.set({ ...inbox.get(), problem: wordsOf(error) })
  }
}
