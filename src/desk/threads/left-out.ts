/** What was said in the talk before a card was posted and the card does not hold whole: what led up to the call, above it; the call, behind it. Pure. */
import type { TranscriptLine } from '../../domain/conversation.ts'
import { HOUR_MS } from '../../domain/durations.ts'
import type { Outgoing } from '../../domain/message.ts'
import type { Persona } from '../../persona/persona.ts'
import { forStaff } from '../../persona/voice/voice.ts'
import type { CaseStory } from '../../ports/case-reader.ts'
import type { OpenedThread } from '../../ports/desk-work.ts'
import { LINE_LENGTH, lineOnCard, relayedLine } from './card.ts'
import { speakerOf } from './who-said.ts'

/** What was said so long before the case was opened belongs to what it is about. */
const SHORTLY_MS = HOUR_MS

/** Files follow the card, which does not wait for them. Of what we said what is short goes with what it answered. */
export function leftOut(
  { case: one, transcript, ledHere }: CaseStory,
  card: Outgoing,
  persona: Persona,
): Required<Pick<OpenedThread, 'above' | 'behind'>> {
  const shown = card.kind === 'text' ? card.text : ''
  const hasFiles = ({ attachments = [] }: TranscriptLine) => attachments.length > 0
  const isOnCard = (line: TranscriptLine) => shown.includes(forStaff(lineOnCard(speakerOf(line, persona, one), line)))
  const isTheirs = ({ from, accountId }: TranscriptLine) =>
    from === 'fan' && (one.surface === 'direct' || accountId === one.accountId)
  const said = (line: TranscriptLine, mark: string): Outgoing => {
    const where = { ...one, assignee: undefined, said: mark }
    return relayedLine(line, [], persona, where)
  }
  const led = ledHere.filter(
    (line) => hasFiles(line) || !shown.includes(forStaff(lineOnCard('Before, in a group', line))),
  )
  const recent = transcript.filter(({ at }) => at >= one.openedAt - SHORTLY_MS)
  const call = beginOfCall(recent, one.openedAt, isTheirs)
  const isLeft = (line: TranscriptLine) => isTheirs(line) && (hasFiles(line) || !isOnCard(line))
  let isAnswered = false
  const before = recent.slice(0, call).flatMap((line): NonNullable<OpenedThread['above']> => {
    if (line.from === 'fan' && isTheirs(line)) {
      isAnswered = isLeft(line) && !hasFiles(line)
      return isAnswered ? [{ row: line.row, outgoing: { ...said(line, 'earlier'), ...shows(line) } }] : []
    }
    const isWorthIt = line.from === 'brand' && isAnswered && line.text.length <= LINE_LENGTH && !isOnCard(line)
    return isWorthIt ? [{ outgoing: said(line, 'earlier') }] : []
  })
  const above = led
    .filter((line) => !hasFiles(line))
    .map((line) => ({ row: line.row, outgoing: { ...said(line, 'earlier, in the group'), ...shows(line) } }))
  const behind = [
    ...led.filter(hasFiles),
    ...recent.filter((line, nth) => isLeft(line) && (nth >= call || hasFiles(line))),
  ]
  return { above: [...above, ...before], behind: behind.map(({ row }) => row) }
}

const shows = ({ row }: TranscriptLine) => ({ showsRow: row })

/** Where the words begin with which the fan called: all that they said in a row before we answered that call. */
function beginOfCall(
  lines: readonly TranscriptLine[],
  openedAt: number,
  isTheirs: (line: TranscriptLine) => boolean,
): number {
  const answered = lines.findIndex(({ from, at }) => from === 'brand' && at >= openedAt)
  const end = answered < 0 ? lines.length : answered
  const last = lines.slice(0, end).findLastIndex(isTheirs)
  const spokeBefore = lines.slice(0, Math.max(0, last)).findLastIndex(({ from }) => from === 'brand')
  return last < 0 ? end : spokeBefore + 1
}
