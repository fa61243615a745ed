/**
 * Reports in issues as they arrive: each finds the issue it most likely belongs to, and from time to time all are looked over again
 * together, as what belongs together shows only when there is more of it. An issue keeps its number through that. Pure; what it keeps is bounded.
 */
import { groupTerms, type TermGroups } from '../knowledge/grouping/group-terms.ts'

/** Different reports that are looked over together, the latest. */
const kept = 1_000
/** All are looked over when there are so many times as many. */
const growth = 1.25
const fewestToLookOver = 12
/** And the latest of those without an issue by themselves, when so many more came. */
const aloneEnough = 50
const aloneLookedOver = 150
/** Messages with the very same words, which move together. */
const idsKept = 200

export interface Attached {
  readonly message: string
  readonly issue: string
  /** The first report of it. */
  readonly isNew: boolean
}

export interface ReportGroups {
  /** What changed: this report's issue, and others' that moved. A report that is like no other has none as yet. */
  hear(message: string, terms: readonly string[]): readonly Attached[]
  /**
   * One that was heard before, with the issue it is in; `isPinned`: no looking over moves it. Nothing is looked over for it, so
   * `lookOverAll` follows once all of them are there.
   */
  restore(message: string, terms: readonly string[], issue?: string, isPinned?: boolean): void
  /** What belongs together among all that were heard; what moved by it. */
  lookOverAll(): readonly Attached[]
  /** Makes an issue of reports that belong together for another reason; those that are in one already stay in it. */
  gather(messages: readonly string[]): readonly Attached[]
  issueOf(message: string): string | undefined
  /** Of many with the very same words only the latest are. */
  remembers(message: string): boolean
}

interface Report {
  readonly key: string
  readonly terms: readonly string[]
  ids: string[]
  times: number
  issue: string | undefined
  isPinned: boolean
}

/** `newIssue`: what the next issue is called. If absent, they are counted. */
export function createReportGroups(options: { readonly newIssue?: () => string } = {}): ReportGroups {
  const reports = new Map<string, Report>()
  const byMessage = new Map<string, Report>()
  const known = new Set<string>()
  let latest: { readonly groups: TermGroups; readonly issues: ReadonlyMap<number, string> } | undefined
  let numbers = 0
  const newIssue = options.newIssue ?? (() => `${++numbers}`)
  let heard = 0
  let lookedOverAt = 0
  let alone = 0

  function put(report: Report, issue: string): Attached[] {
    if (report.issue === issue || report.isPinned) return []
    report.issue = issue
    const isNew = !known.has(issue)
    known.add(issue)
    return report.ids.map((message, at) => ({ message, issue, isNew: isNew && at === 0 }))
  }

  function remember(key: string, terms: readonly string[], message: string): Report {
    const same = reports.get(key)
    const report = same ?? { key, terms, ids: [], times: 0, issue: undefined, isPinned: false }
    // What was said again is the latest again.
    if (same) reports.delete(key)
    reports.set(key, report)
    report.ids.push(message)
    report.times += 1
    byMessage.set(message, report)
    if (report.ids.length > idsKept) byMessage.delete(report.ids.shift() ?? '')
    if (reports.size > kept) {
      const [oldest] = reports.values()
      if (oldest) forget(oldest)
    }
    return report
  }

  function forget(report: Report): void {
    reports.delete(report.key)
    for (const id of report.ids) byMessage.delete(id)
  }

  /**
   * Groups keep the number of the issue most of their reports were in; of two that want the same, the larger, but what a person
   * put together is one issue however many groups it falls into.
   */
  function lookOver(among: readonly Report[]): {
    attached: Attached[]
    groups: TermGroups
    issues: Map<number, string>
  } {
    const groups = groupTerms(
      among.map(({ terms }) => terms),
      among.map(({ times }) => times),
    )
    const wanted: { group: number; issue: string; count: number; isPinned: boolean }[] = []
    for (const [group, members] of groups.groups) {
      const counts = new Map<string, number>()
      const pinned = new Map<string, number>()
      for (const member of members) {
        const { issue, times = 1, isPinned } = among[member] ?? {}
        if (issue === undefined) continue
        counts.set(issue, (counts.get(issue) ?? 0) + times)
        if (isPinned) pinned.set(issue, (pinned.get(issue) ?? 0) + times)
      }
      for (const [issue, count] of counts)
        wanted.push({ group, issue, count, isPinned: 2 * (pinned.get(issue) ?? 0) >= count })
    }
    const issues = new Map<number, string>()
    const taken = new Set<string>()
    for (const { group, issue, isPinned } of wanted.sort((a, b) => b.count - a.count)) {
      if (issues.has(group) || (taken.has(issue) && !isPinned)) continue
      issues.set(group, issue)
      taken.add(issue)
    }
    const attached: Attached[] = []
    for (const [group, members] of groups.groups) {
      const inIt = members.flatMap((member) => among[member] ?? [])
      if (inIt.length < 2 && !issues.has(group) && (inIt[0]?.times ?? 0) < 2) continue
      const issue = issues.get(group) ?? newIssue()
      issues.set(group, issue)
      for (const report of inIt) attached.push(...put(report, issue))
    }
    return { attached, groups, issues }
  }

  function lookOverEach(): Attached[] {
    const { attached, groups, issues } = lookOver([...reports.values()])
    latest = { groups, issues }
    lookedOverAt = heard
    alone = 0
    return attached
  }

  return {
    restore(message, terms, issue, isPinned = false) {
      if (terms.length === 0) return
      heard += 1
      const report = remember(terms.join(' '), terms, message)
      if (issue === undefined || (report.isPinned && !isPinned)) return
      known.add(issue)
      report.issue = issue
      report.isPinned = isPinned
    },
    lookOverAll: () => (heard >= fewestToLookOver ? lookOverEach() : []),
    issueOf: (message) => byMessage.get(message)?.issue,
    remembers: (message) => byMessage.has(message),
    gather(messages) {
      const free = new Set(messages.flatMap((message) => byMessage.get(message) ?? []))
      const issue = newIssue()
      return [...free].filter((report) => report.issue === undefined).flatMap((report) => put(report, issue))
    },
    hear(message, terms) {
      if (terms.length === 0) return []
      heard += 1
      const report = remember(terms.join(' '), terms, message)
      if (report.issue !== undefined) return [{ message, issue: report.issue, isNew: false }]
      const group = latest?.groups.groupOf(terms)
      const issue = group === undefined ? undefined : latest?.issues.get(group)
      const attached = issue === undefined ? [] : put(report, issue)
      if (issue === undefined) alone += 1
      if (heard >= Math.max(fewestToLookOver, lookedOverAt * growth)) {
        return [...attached, ...lookOverEach()]
      }
      if (alone >= aloneEnough) {
        alone = 0
        const without = [...reports.values()].filter((one) => one.issue === undefined)
        const { attached: moved } = lookOver(without.slice(-aloneLookedOver))
        return [...attached, ...moved]
      }
      return attached
    },
  }
}
