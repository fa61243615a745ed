/** A staff thread that was closed, archived, locked or deleted while there is something to say in it: it is opened again, or a new one is. */
import type { Case } from '../../domain/case.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import { platformOf, type ThreadId } from '../../domain/ids.ts'
import { SendError } from '../../errors.ts'
import type { Adapter } from '../../ports/adapter.ts'
import type { OpenedThread } from '../../ports/desk-work.ts'
import { titleOf } from './card.ts'
import type { DeskLoopDeps } from './loop-deps.ts'

/** Somebody has to set something right first. */
const AGAIN_MS = 10 * MINUTE_MS

export async function mendThread(
  one: Case,
  lost: { readonly thread: ThreadId; readonly why: string },
  anew: () => Pick<OpenedThread, 'card' | 'upTo'>,
  { work, clock, log, wits, adapterOf, staffAdapter }: DeskLoopDeps & { readonly staffAdapter: Adapter | undefined },
): Promise<{ dueAt?: number }> {
  const own = adapterOf(platformOf(lost.thread))
  if (await own?.reopenThread?.(lost.thread)) {
    await work.threadReopened(one.id, clock.now())
    log.warn(
      { case: one.id, thread: lost.thread, reason: lost.why },
      'the thread of a case was closed; it is open again',
    )
    return { dueAt: clock.now() }
  }
  try {
    if (staffAdapter?.openThread === undefined)
      throw new SendError('no staff chat is configured', { isPermanent: true })
    const thread = await staffAdapter.openThread(titleOf(one, wits().persona))
    await work.threadReplaced(one.id, { threadId: thread, titledAs: one.reason, ...anew() }, clock.now())
    log.warn(
      { case: one.id, thread, reason: lost.why },
      'the thread of a case was lost; it has a new one, with what was missed',
    )
    return {}
  } catch (err) {
    if (!(err instanceof SendError) || !err.isPermanent) throw err
    log.error(
      { case: one.id, thread: lost.thread, lost: lost.why, reason: err.message },
      'the thread of a case is lost and no other can be opened: its words wait, and the desk page shows them',
    )
    return { dueAt: clock.now() + AGAIN_MS }
  }
}
