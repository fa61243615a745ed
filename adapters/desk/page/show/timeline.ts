/** What was said, noted and done in one line of time, with its days. Pure. */
import type { CaseDetail, Line } from '../../wire.ts'
import { isSameDay } from './times.ts'

type Event = CaseDetail['history'][number]

export type Moment =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'line'
      readonly key: string
      readonly at: number
      readonly line: Line
      readonly isGoingOn: boolean
    }
  | { readonly kind: 'note'; readonly key: string; readonly at: number; readonly staff: string; readonly text: string }
  | { readonly kind: 'event'; readonly key: string; readonly at: number; readonly event: Event }

/** Said in the line or the note itself. */
const SHOWN_ELSEWHERE = new Set([
  'answered',
  'answered as the brand',
  'noted',
  'edited a message',
  'deleted a message',
  'suggested',
])
/** The same speaker within this is not named anew. */
const GOING_ON_MS = 5 * 60_000

export function timelineOf({ lines, notes, history }: CaseDetail): Moment[] {
  const moments: Moment[] = [
    ...lines.map((line): Moment => ({ kind: 'line', key: `l${line.row}`, at: line.at, line, isGoingOn: false })),
    ...notes.map(({ at, staff, text }, nth): Moment => ({ kind: 'note', key: `n${nth}`, at, staff, text })),
    ...history
      .filter(({ what }) => !SHOWN_ELSEWHERE.has(what))
      .map((event, nth): Moment => ({ kind: 'event', key: `e${nth}`, at: event.at, event })),
  ]
  return withDays(grouped(moments.sort((a, b) => a.at - b.at)))
}

function grouped(moments: readonly Moment[]): Moment[] {
  return moments.map((moment, index) => {
    const before = moments[index - 1]
    if (moment.kind !== 'line' || before?.kind !== 'line') return moment
    const isSame = before.line.speaker === moment.line.speaker && before.line.name === moment.line.name
    const isSoon = moment.at - before.at < GOING_ON_MS && isSameDay(moment.at, before.at)
    return { ...moment, isGoingOn: isSame && isSoon && before.line.answerId === moment.line.answerId }
  })
}

function withDays(moments: readonly Moment[]): Moment[] {
  return moments.flatMap((moment, index) => {
    const before = moments[index - 1]
    if (before && isSameDay(before.at, moment.at)) return [moment]
    return [{ kind: 'day', key: `d${moment.at}`, at: moment.at }, moment]
  })
}
