/** No thread can be opened for a new case: the operator and staff are told once, in words, what is missing; the case waits on the desk page. */
import type { Case } from '../../domain/case.ts'
import { MINUTE_MS } from '../../domain/durations.ts'
import { SendError } from '../../errors.ts'
import type { Adapter } from '../../ports/adapter.ts'
import { toStaff } from '../acts/say.ts'
import { titleOf } from './card.ts'
import type { DeskLoopDeps } from './loop-deps.ts'

/** Somebody has to set something right first. */
const AGAIN_MS = 10 * MINUTE_MS

/** What was told of each platform, until a thread could be opened there. */
export type OpeningTrouble = Map<string, string>

/** @throws what may be over in a moment */
export async function cannotOpen(
  error: unknown,
  one: Case,
  adapter: Adapter,
  { clock, log, wits, trouble }: Pick<DeskLoopDeps, 'clock' | 'log' | 'wits'> & { readonly trouble: OpeningTrouble },
): Promise<{ readonly dueAt: number }> {
  if (!(error instanceof SendError) || !error.isPermanent) throw error
  const { message: reason } = error
  const dueAt = clock.now() + AGAIN_MS
  if (trouble.get(adapter.platform) === reason) return { dueAt }
  trouble.set(adapter.platform, reason)
  log.error(
    { case: one.id, platform: adapter.platform, reason },
    'no thread can be opened for a new case: it waits on the desk page, and is tried again',
  )
  const threadId = adapter.staffRoom?.()
  if (threadId === undefined) return { dueAt }
  const [words] = toStaff(
    `⛔ A case waits that has no thread here (${titleOf(one, wits().persona)}): ${reason}. Until that is set right it is on the desk page alone.`,
  )
  if (words?.kind === 'text')
    await adapter.send({ ...words, id: `no-thread-${one.id}`, threadId, surface: 'group' }).catch((err: unknown) => {
      log.warn({ reason: String(err) }, 'staff could not be told in their chat that a case has no thread')
    })
  return { dueAt }
}
