/** The line on which the server says that something changed; lost, it is opened again and everything is read anew. */
import type { Looking } from '../../wire.ts'
import { readChanged, readInbox } from './inbox.ts'
import { openCase, readCase, setLooking } from './open-case.ts'
import { endedElsewhere, recognise } from './session.ts'
import { createStore } from './store.ts'

/** `lost`: what is shown may be old. */
export const line = createStore<'opening' | 'live' | 'lost'>('opening')
/** Counts changes, for views that read a list of their own. */
export const changes = createStore(0)

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 15_000
/** Several changes at once are read once. */
const GATHER_MS = 60

/** Returns how to hang up. */
export function goLive(): () => void {
  let source: EventSource | undefined
  let wait = FIRST_WAIT_MS
  let again: ReturnType<typeof setTimeout> | undefined

  function open(): void {
    clearTimeout(again)
    source?.close()
    const opened = new EventSource('/desk/api/events')
    source = opened
    opened.addEventListener('open', () => {
      wait = FIRST_WAIT_MS
      line.set('live')
      // Whatever happened before the line was open was told to nobody.
      readSoon()
    })
    opened.addEventListener('changed', ({ data }) => readSoon(parsed<{ readonly id?: string }>(data)?.id))
    opened.addEventListener('looking', ({ data }) => {
      const looking = parsed<Looking>(data)
      if (looking) setLooking(looking)
    })
    opened.addEventListener('ended', () => {
      stop()
      endedElsewhere()
    })
    opened.addEventListener('error', () => {
      opened.close()
      line.set('lost')
      again = setTimeout(open, wait)
      wait = Math.min(wait * 2, LONGEST_WAIT_MS)
      void recognise()
    })
  }

  /** Where the machine slept or the network is back, waiting longer helps nobody. */
  const wake = () => {
    if (document.visibilityState !== 'visible') return
    if (line.get() === 'lost') open()
    else readSoon()
  }

  function stop(): void {
    clearTimeout(again)
    source?.close()
    line.set('opening')
    window.removeEventListener('online', wake)
    document.removeEventListener('visibilitychange', wake)
  }

  window.addEventListener('online', wake)
  document.addEventListener('visibilitychange', wake)
  open()
  return stop
}

let isGathering = false
let isCaseMeant = false
let isAllMeant = false
const meant = new Set<string>()

/** No id: everything. */
function readSoon(id?: string): void {
  // Perhaps who is on duty.
  if (id === undefined) void recognise()
  isCaseMeant ||= id === undefined || isShown(id)
  isAllMeant ||= id === undefined
  if (id !== undefined) meant.add(id)
  if (isGathering) return
  isGathering = true
  setTimeout(() => {
    isGathering = false
    changes.set(changes.get() + 1)
    void (isAllMeant ? readInbox() : readChanged([...meant]))
    if (isCaseMeant) void readCase()
    isCaseMeant = false
    isAllMeant = false
    meant.clear()
  }, GATHER_MS)
}

/** The open case, and those on one with it. */
function isShown(id: string): boolean {
  const { id: open, detail } = openCase.get()
  return open === id || detail?.followers.some((follower) => follower.id === id) === true
}

function parsed<T>(data: string): T | undefined {
  try {
    return JSON.parse(data)
  } catch {
    return undefined
  }
}
