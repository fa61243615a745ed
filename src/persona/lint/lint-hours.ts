/** Hours that load and are hardly meant: no day that opens, a night as long as a day, a whole day written as none. Part of lint.ts. */
import { isRecord, type PersonaProblem, valueAt, type YamlPath } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'

const DAY_MINUTES = 24 * 60
/** Longer than any night shift: then the two ends are more likely the wrong way round. */
const LONGEST_NIGHT_MINUTES = 14 * 60

export function lintHours(file: YamlFile): PersonaProblem[] {
  const teams = valueAt(file.value, ['handoff', 'teams'])
  const places: YamlPath[] = [
    ['handoff', 'hours', 'week'],
    ...Object.keys(isRecord(teams) ? teams : {}).map((team): YamlPath => ['handoff', 'teams', team, 'hours', 'week']),
  ]
  return places.flatMap((path) => {
    const week = valueAt(file.value, path)
    if (!isRecord(week)) return []
    const days = Object.keys(week).map((day) => [...path, day])
    const ranges = days.flatMap((day) => rangesAt(file, day))
    const isNeverOpen = days.length > 0 && ranges.length === 0
    const never = 'never opens: every day stands there with no hours. Write some, or leave out week to be always there'
    return [
      ...(isNeverOpen ? [file.problem(path, never, { at: 'key', severity: 'warning' })] : []),
      ...ranges.flatMap(({ path: at, range }) => {
        const why = doubtOf(range)
        return why === undefined ? [] : [file.problem(at, why, { severity: 'warning' })]
      }),
    ]
  })
}

function rangesAt(file: YamlFile, path: YamlPath): { path: YamlPath; range: string }[] {
  const value = valueAt(file.value, path)
  if (typeof value === 'string') return [{ path, range: value }]
  const list: readonly unknown[] = Array.isArray(value) ? value : []
  return list.flatMap((range, index) => (typeof range === 'string' ? [{ path: [...path, index], range }] : []))
}

function doubtOf(range: string): string | undefined {
  if (range === '00:00-00:00')
    return 'is the whole day: write 00:00-24:00 if that is meant, or leave the day out where it is closed'
  const [from = 0, to = 0] = range.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)))
  const length = to > from ? 0 : to + DAY_MINUTES - from
  if (length <= LONGEST_NIGHT_MINUTES) return undefined
  const [opens = '', closes = ''] = range.split('-')
  return `goes on until ${closes} of the next day, ${Math.round(length / 60)} hours: did you mean ${closes}-${opens}?`
}
