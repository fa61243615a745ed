/**
 * The desk's loop: opens threads for cases and keeps their cards, shows staff what is said, tells them what arrived, keeps
 * edits and deletions alike on both sides, and acts when a timer runs out. All of it is read from rows, so that a kill
 * anywhere is made good by the next round.
 */
import type { CaseId } from '../../domain/ids.ts'
import type { OpeningTrouble } from './cannot-open.ts'
import { keepCards } from './cards.ts'
import { relayTasks } from './keep-alike.ts'
import type { DeskLoopDeps } from './loop-deps.ts'
import { hasPageAlone, relayLines } from './relay.ts'
import { showDrafts } from './show-drafts.ts'
import { runOut } from './timers.ts'

const IDLE_MS = 5_000
const BATCH = 50
/** A message wakes it three or four times, and mostly for nothing: it looks once for all of them. */
const APART_MS = 100
/** Changes are looked for no oftener. */
const LOOK_MS = 500
/** What is written as of a moment may be seen a little later, and another process's clock may stand a little behind. */
const LATE_MS = 10_000
/** Where more changed than that, whoever watches reads all anew. */
const MOST_CHANGED = 500

export interface DeskLoop {
  /** Runs until the signal aborts; resolves when the round in hand is done. */
  run(signal: AbortSignal): Promise<void>
}

export function createDeskLoop(deps: DeskLoopDeps): DeskLoop {
  const { work, wake, clock, log } = deps
  const postponed = { lines: new Map<CaseId, number>(), tasks: new Map<number, number>() }
  const trouble: OpeningTrouble = new Map()
  const watch = createWatch(deps)

  /** How much was done. One part that fails does not keep the others from their work. */
  async function round(): Promise<number> {
    // Most messages concern no case.
    if (await work.isIdle(clock.now(), hasPageAlone(deps)).catch(() => false)) return await watch.look()
    const parts = [
      () => keepCards(deps, trouble),
      () => relayLines(deps, postponed.lines),
      () => showDrafts(deps),
      () => relayTasks(deps, postponed.tasks),
      () => ringTimers(deps),
      deps.writeAnswers,
      watch.look,
    ]
    let done = 0
    for (const part of parts) {
      done += await part().catch((err: unknown) => {
        log.error({ err }, 'the desk could not do its part, it is tried again')
        return 0
      })
    }
    return done
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        const lookedAt = clock.now()
        if ((await round()) > 0) continue
        const due = await work.nextDueAt().catch(() => undefined)
        const waitMs = due === undefined ? IDLE_MS : Math.min(IDLE_MS, Math.max(1, due - clock.now()))
        const restMs = watch.isBehind() ? Math.min(LOOK_MS, waitMs) : waitMs
        const restedAt = clock.now()
        await wake.rest(restMs, signal)
        // Where nothing waits for its time, no case is open: there what woke it can only be the beginning of one.
        const from = due === undefined ? clock.now() : lookedAt
        const isRung = clock.now() - restedAt < restMs
        if (isRung && !signal.aborted) await clock.sleep(from + APART_MS - clock.now(), signal)
        // Whoever rang meanwhile is looked after by the round that follows.
        await wake.rest(0, signal)
      }
    },
  }
}

/** Tells whoever watches which cases look different: also what a fan wrote, what arrived, and what another process did. */
function createWatch({ cases, desk, clock }: Pick<DeskLoopDeps, 'cases' | 'desk' | 'clock'>) {
  /** Of what changed lately: what was told stands in it until it is no longer found. */
  let seen: ReadonlyMap<CaseId, string> | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let isBehind = false
  return {
    isBehind: () => isBehind,
    async look(): Promise<number> {
      if (!desk.isWatched()) {
        seen = undefined
        isBehind = false
        return 0
      }
      isBehind = clock.now() - lookedAt < LOOK_MS
      if (isBehind) return 0
      const since = lookedAt - LATE_MS
      lookedAt = clock.now()
      const before = seen
      const stamps = await cases.changedSince(before === undefined ? lookedAt - LATE_MS : since, MOST_CHANGED)
      seen = new Map(stamps.map(({ id, stamp }) => [id, stamp]))
      if (before === undefined || stamps.length === MOST_CHANGED) desk.notify({})
      else for (const { id, stamp } of stamps) if (before.get(id) !== stamp) desk.notify({ id })
      return 0
    },
  }
}

async function ringTimers({ work, changes, wits, clock, desk, log }: DeskLoopDeps): Promise<number> {
  const due = await work.dueTimers(clock.now(), BATCH)
  let done = 0
  for (const timer of due) {
    const change = runOut(timer, wits().persona, clock.now())
    if (!(await changes.apply([change], clock.now()))) continue
    done += 1
    log.info({ case: timer.case.id, timer: timer.kind }, 'a timer of a case ran out')
    desk.notify({ id: timer.case.id })
  }
  return done
}
