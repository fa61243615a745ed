/** Drafts are shown in the thread of their case, and what became of them where they stand; those nobody sent end in time. */
import { platformOf } from '../../domain/ids.ts'
import { SendError } from '../../errors.ts'
import { draftShown } from './draft-shown.ts'
import type { DeskLoopDeps } from './loop-deps.ts'

const BATCH = 50

export async function showDrafts(deps: DeskLoopDeps): Promise<number> {
  const { drafts, wits, adapterOf, clock, log } = deps
  let done = await drafts.expire(clock.now())
  for (const work of await drafts.toShow(BATCH)) {
    const { draft } = work
    const { fanName, staffThread, id } = work.case
    if (staffThread === undefined) continue
    const shown = draftShown(draft, fanName, wits().persona.name)
    done += 1
    if (draft.state === 'open') {
      await drafts.show(work, shown, clock.now())
      continue
    }
    const place = { id: `draft-${draft.id}`, threadId: staffThread, surface: 'group' } as const
    const adapter = adapterOf(platformOf(staffThread))
    const { shownBy: messageId } = draft
    if (messageId !== undefined)
      await adapter?.editMessage?.(staffThread, messageId, { ...shown, ...place }).catch((err: unknown) => {
        // The buttons tell whoever presses them what became of it.
        const reason = err instanceof SendError ? err.message : 'unknown'
        log.info({ case: id, reason }, 'what became of a draft could not be shown where it stands')
      })
    await drafts.told(draft.id, draft.state, shown)
  }
  return done
}
