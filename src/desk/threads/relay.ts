/** What is said to the fan and by the fan goes to staff, with all its files. */

import { MINUTE_MS } from '../../domain/durations.ts'
import type { CaseId } from '../../domain/ids.ts'
import { platformOf, threadId } from '../../domain/ids.ts'
import type { Outgoing } from '../../domain/message.ts'
import { forStaff } from '../../persona/voice/voice.ts'
import type { RelayLine, Unrelayed } from '../../ports/desk-work.ts'
import { deskLine, toFanAlone } from '../acts/say.ts'
import { relayedLine, relayedText } from './card.ts'
import type { DeskLoopDeps } from './loop-deps.ts'
import { carry, isFile, type Left, named } from './media.ts'
import { type Postponed, stillPostponed } from './postponed.ts'

const BATCH = 50
const RETRY_MS = 30_000
/** What was said so long before the case was opened was no call for a person. */
const EARLIER_MS = MINUTE_MS
/** No platform: nothing there is taken by a reference of one. */
const ON_PAGE = threadId('page', 'desk')

/** A case whose lines cannot be shown now is tried again later; the others are shown meanwhile. */
export async function relayLines(
  { work, ...deps }: Pick<DeskLoopDeps, 'work' | 'clock' | 'log' | 'wits' | 'adapterOf' | 'platforms'>,
  postponed: Postponed<CaseId>,
): Promise<number> {
  const { clock, log } = deps
  const isPageAlone = hasPageAlone(deps)
  const found = await work.unrelayed(BATCH, { except: stillPostponed(postponed, clock.now()), isPageAlone })
  let done = 0
  for (const one of found) {
    try {
      const lines = await Promise.all(
        one.lines.map(async (line) => {
          const isOnPage = one.case.staffThread === undefined
          return { row: line.row, ...(await (isOnPage ? onPage : relayed)(one.case, line, deps)) }
        }),
      )
      if (await work.relay(one.case.id, lines, clock.now())) done += lines.length
    } catch (err) {
      log.warn({ case: one.case.id, err }, 'staff could not be shown what was said, it is tried again')
      postponed.set(one.case.id, clock.now() + RETRY_MS)
    }
  }
  return done
}

/** Staff have no chat, so that all of it is read on the page. */
export function hasPageAlone({ platforms, adapterOf }: Pick<DeskLoopDeps, 'platforms' | 'adapterOf'>): boolean {
  return platforms.every((platform) => adapterOf(platform)?.openThread === undefined)
}

/** The page shows the words by itself; of files it is seen now whether it can have them, while the fan is still there. */
async function onPage(
  one: Unrelayed['case'],
  line: RelayLine,
  { wits, adapterOf }: Pick<DeskLoopDeps, 'wits' | 'adapterOf'>,
): Promise<{ readonly outgoing?: Outgoing; readonly tellFan?: readonly Outgoing[] }> {
  if (line.line.from !== 'fan') return {}
  const { left } = await carry(line.attachments, { from: platformOf(one.threadId), to: ON_PAGE }, adapterOf)
  const lost = left.filter(isFile)
  return lost.length === 0 ? {} : { tellFan: lostFiles({ case: one }, line, { wits }, lost) }
}

/** What shows a line to staff, and what its fan is told where a file of it did not pass. */
export async function relayed(
  one: Unrelayed['case'],
  line: RelayLine,
  deps: Pick<DeskLoopDeps, 'wits' | 'adapterOf'>,
): Promise<{ readonly outgoing: Outgoing; readonly tellFan?: readonly Outgoing[] }> {
  const { outgoing, lost } = await carried({ case: one }, line, deps)
  if (lost.length === 0) return { outgoing }
  return { outgoing, tellFan: lostFiles({ case: one }, line, deps, lost) }
}

/** Files did not pass: who sent them is told so at once. */
export function lostFiles(
  { case: one }: Pick<Unrelayed, 'case'>,
  { line }: RelayLine,
  { wits }: Pick<DeskLoopDeps, 'wits'>,
  lost: readonly Left[],
): Outgoing[] {
  const { messageId } = line
  const occasion = lost.every(({ isTooLarge }) => isTooLarge) ? 'fileTooLarge' : 'fileLost'
  return toFanAlone(deskLine(occasion, one, wits().persona), one, true).map(({ outgoing }) =>
    outgoing.kind === 'text' && messageId !== undefined
      ? { ...outgoing, replyTo: messageId, tellsLost: lost.map(named) }
      : outgoing,
  )
}

/** `after`: what is told of it beside. */
export async function shown(...[one, line, deps, after]: Parameters<typeof carried>): Promise<Outgoing> {
  return (await carried(one, line, deps, after)).outgoing
}

/** `earlier, in the group`: undefined of what is said here and now. */
export function whenAndWhere(
  { surface, openedAt }: Unrelayed['case'],
  { line, inGroup }: RelayLine,
): string | undefined {
  const marks = [
    ...(line.at < openedAt - EARLIER_MS ? ['earlier'] : []),
    ...(inGroup && surface === 'direct' ? ['in the group'] : []),
  ]
  return marks.length > 0 ? marks.join(', ') : undefined
}

async function carried(
  { case: one }: Pick<Unrelayed, 'case'>,
  relayLine: RelayLine,
  { wits, adapterOf }: Pick<DeskLoopDeps, 'wits' | 'adapterOf'>,
  after: readonly string[] = [],
): Promise<{ readonly outgoing: Outgoing; readonly lost: readonly Left[] }> {
  const { line, attachments } = relayLine
  const where = { ...one, said: whenAndWhere(one, relayLine) }
  const places = { from: platformOf(one.threadId), to: one.staffThread ?? one.threadId }
  const { media, left } = await carry(attachments, places, adapterOf)
  const lost = line.from === 'fan' ? left.filter(isFile) : []
  const beside = (those: readonly Left[]) => [...those.map(named), ...after]
  const [first, ...more] = media
  const words = relayedLine(line, beside(left), wits().persona, where)
  const outgoing: Outgoing = {
    ...(line.from === 'fan' ? words : formed(words)),
    showsRow: line.row,
    ...(first && {
      media: first,
      ifRefused: forStaff(
        relayedText(line, beside(attachments.map((attachment) => ({ attachment }))), wits().persona, where),
      ),
    }),
    ...(more.length > 0 && { moreMedia: more }),
  }
  return { outgoing, lost }
}

/** Our own words keep the form in which the fan read them. */
function formed({ isLiteral: _, ...words }: ReturnType<typeof relayedLine>) {
  return words
}
