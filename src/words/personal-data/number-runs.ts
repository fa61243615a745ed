/** Digits as people group them: `4111 1111-1111.1111` is one run of four groups, and every window of groups may be a number. */
import { eachMatch } from '../phrases/each-match.ts'
import type { Span } from './span.ts'

export interface Window extends Span {
  readonly digits: string
  /** A plus sign stands before it. */
  readonly hasPlus: boolean
  /** Where in which run: first and last group. */
  readonly run: Run
  readonly first: number
  readonly last: number
}

export interface Wanted {
  /** Digits in all, from and to; at most 19. */
  readonly least: number
  readonly most: number
  /** Whether one of these may begin with this group. */
  begins(group: string, hasPlus: boolean): boolean
}

export interface Run {
  /** All digits of the run. */
  readonly digits: string
  readonly groups: readonly Span[]
  /** Where each group begins in `digits`. */
  readonly offsets: readonly number[]
  /** What stands before each group. */
  readonly gaps: readonly string[]
}

const between = /^[\s\-._/\\·•|*~,'’()[\]]{1,3}$/

/** Linear: a group begins at most 19 windows. */
export function* windowsIn(text: string, { least, most, begins }: Wanted): Generator<Window> {
  for (const run of runsIn(text)) {
    if (run.digits.length < least) continue
    const { groups, offsets } = run
    for (const [first, { start, end }] of groups.entries()) {
      const hasPlus = text[start - 1] === '+'
      if (!begins(text.slice(start, Math.min(end, start + most)), hasPlus)) continue
      const from = offsets[first] ?? 0
      for (let last = first; last < groups.length; last++) {
        const to = offsets[last + 1] ?? run.digits.length
        if (to - from > most) break
        if (to - from >= least) yield windowOf(run, first, last, hasPlus)
      }
    }
  }
}

function windowOf(run: Run, first: number, last: number, hasPlus: boolean): Window {
  const { digits, groups, offsets } = run
  return {
    start: groups[first]?.start ?? 0,
    end: groups[last]?.end ?? 0,
    digits: digits.slice(offsets[first], offsets[last + 1] ?? digits.length),
    hasPlus,
    run,
    first,
    last,
  }
}

/** How many digits each group has. */
export function shapeOf({ run, first, last }: Window): readonly number[] {
  return run.groups.slice(first, last + 1).map(({ start, end }) => end - start)
}

/** Nothing else that could belong to it stands beside it: the whole run, or all of it that is separated alike. */
export function isWhole({ run: { groups, gaps }, first, last }: Window): boolean {
  if (first === 0 && last === groups.length - 1) return true
  const gap = gaps[first + 1]
  const isFree = (index: number) => index < 1 || index >= groups.length || gaps[index] !== gap
  return (
    last > first && isFree(first) && isFree(last + 1) && gaps.slice(first + 1, last + 1).every((one) => one === gap)
  )
}

const digitRun = /\d+/g

function* runsIn(text: string): Generator<Run> {
  let groups: Span[] = []
  let gaps: string[] = []
  const run = (): Run => {
    let total = 0
    const offsets = groups.map(({ start, end }) => {
      total += end - start
      return total - (end - start)
    })
    return { digits: groups.map(({ start, end }) => text.slice(start, end)).join(''), groups, offsets, gaps }
  }
  for (const { index, 0: digits } of eachMatch(digitRun, text)) {
    const before = groups.at(-1)
    // A gap is at most three characters, so no more of a long text is cut out.
    const gap = before && index - before.end <= 3 ? text.slice(before.end, index) : undefined
    const isNext = gap !== undefined && between.test(gap)
    if (!isNext && groups.length > 0) {
      yield run()
      groups = []
      gaps = []
    }
    groups.push({ start: index, end: index + digits.length })
    gaps.push(isNext ? gap : '')
  }
  if (groups.length > 0) yield run()
}
