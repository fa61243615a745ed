/**
 * Reports in issues as they arrive: each finds the issue it most likely belongs to, and from time to time all are looked over again
 * together, as what belongs together shows only when there is more of it. An issue keeps its number through that. What was foreseen is
 * looked for first and apart, so that it changes nothing in how all else goes together. Pure; what it keeps is bounded.
 */
import { bearsOn, type Matter, saysTheSame } from '../knowledge/grouping/bears-on.ts'
import { groupTerms, type TermGroups } from '../knowledge/grouping/group-terms.ts'
import { isMereMention, type Told } from '../knowledge/grouping/mere-mention.ts'
import { once } from '../words/once.ts'

/** Different reports that are looked over together, the latest. */
const kept = 1_000
/** All are looked over when there are so many times as many. */
const growth = 1.25
const fewestToLookOver = 12
/** And the latest of those without an issue by themselves, when so many more came. */
const aloneEnough = 50
const aloneLookedOver = 150
/** A word that so many of other reports hold says nothing of what was foreseen. */
const common = { share: 0.05, reports: 5 } as const
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
  hear(message: string, terms: readonly string[], told?: () => Told): readonly Attached[]
  /**
   * One that was heard before, with the issue it is in; `isPinned`: no looking over moves it. Nothing is looked over for it, so
   * `lookOverAll` follows once all of them are there.
   */
  restore(message: string, terms: readonly string[], place?: Place, told?: () => Told): void
  /** Whether a message plainly says what was foreseen, whatever kind it is taken for. */
  foresees(terms: readonly string[], told: () => Told): boolean
  /** A phrasing by which reports of an issue are expected: only what bears on one of them is taken for a report of it. */
  foresee(issue: string, terms: readonly string[], matter: Matter): void
  /** What belongs together among all that were heard; what moved by it. */
  lookOverAll(): readonly Attached[]
  /** Makes an issue of reports that belong together for another reason; those that are in one already stay in it. */
  gather(messages: readonly string[]): readonly Attached[]
  issueOf(message: string): string | undefined
  /** Of many with the very same words only the latest are. */
  remembers(message: string): boolean
}

export interface Place {
  readonly issue?: string | undefined
  readonly isPinned: boolean
}

interface Report {
  readonly key: string
  readonly terms: readonly string[]
  ids: string[]
  times: number
  issue: string | undefined
  isPinned: boolean
  readonly told: () => Told
}

/** A way in which reports of an issue are expected to be worded. */
interface Phrasing {
  readonly key: string
  readonly terms: readonly string[]
  readonly matter: Matter
}

/** Groups of reports and phrasings, with what was foreseen of each. */
interface Expected {
  readonly groups: TermGroups
  readonly bound: ReadonlyMap<number, readonly string[]>
}

/** `newIssue`: what the next issue is called. If absent, they are counted. */
export function createReportGroups(options: { readonly newIssue?: () => string } = {}): ReportGroups {
  const reports = new Map<string, Report>()
  const byMessage = new Map<string, Report>()
  const known = new Set<string>()
  const foreseen = new Map<string, Phrasing[]>()
  let latest: { readonly groups: TermGroups; readonly issues: ReadonlyMap<number, string> } | undefined
  let expected: Expected | undefined
  let numbers = 0
  const newIssue = options.newIssue ?? (() => `${++numbers}`)
  let heard = 0
  let lookedOverAt = 0
  let alone = 0

  function put(report: Report, issue: string): Attached[] {
    if (report.issue === issue || report.isPinned || !mayJoin(report, issue)) return []
    report.issue = issue
    const isNew = !known.has(issue)
    known.add(issue)
    return report.ids.map((message, at) => ({ message, issue, isNew: isNew && at === 0 }))
  }

  function mayJoin(report: Report, issue: string): boolean {
    return isForeseenIn(report, issue, bearsOn)
  }

  function isForeseenIn(report: Pick<Report, 'key' | 'told'>, issue: string, isOf: typeof bearsOn): boolean {
    const phrasings = foreseen.get(issue)
    if (!phrasings || phrasings.some(({ key }) => key === report.key)) return true
    const said = report.told()
    const matters = phrasings.map(({ matter }) => matter)
    return matters.some((one) => isOf(said, one, (stem) => isCommon(stem, issue))) && !isMereMention(said, matters)
  }

  /** What says plainly what was foreseen waits for no group. */
  function putPlainly(report: Report): Attached[] {
    if (report.issue !== undefined) return []
    const issue = plainlyIn(report)
    return issue === undefined ? [] : put(report, issue)
  }

  function plainlyIn(report: Pick<Report, 'key' | 'told'>): string | undefined {
    return [...foreseen.keys()].find((one) => isForeseenIn(report, one, saysTheSame))
  }

  function isCommon(stem: string, issue: string): boolean {
    const others = [...reports.values()].filter((one) => one.issue !== issue)
    const holding = others.filter(({ told }) => told().stems.includes(stem)).length
    return holding >= common.reports && holding > common.share * others.length
  }

  function remember(key: string, terms: readonly string[], message: string, told = none): Report {
    const same = reports.get(key)
    const report = same ?? { key, terms, ids: [], times: 0, issue: undefined, isPinned: false, told: once(told) }
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
      const all = members.flatMap((member) => among[member] ?? [])
      if (all.length < 2 && !issues.has(group) && (all[0]?.times ?? 0) < 2) continue
      const issue = issues.get(group) ?? newIssue()
      issues.set(group, issue)
      for (const report of all) attached.push(...put(report, issue))
    }
    return { attached, groups, issues }
  }

  /** Which reports are of what was foreseen: those that say it plainly, or are in a group with it and bear on it. */
  function lookForForeseen(among: readonly Report[]): { attached: Attached[]; expected: Expected | undefined } {
    if (foreseen.size === 0) return { attached: [], expected: undefined }
    const phrasings = [...foreseen].flatMap(([issue, all]) => all.map(({ terms }) => ({ issue, terms, times: 1 })))
    const all = [...phrasings, ...among]
    const groups = groupTerms(
      all.map(({ terms }) => terms),
      all.map(({ times }) => times),
    )
    const bound = new Map<number, readonly string[]>()
    const attached: Attached[] = []
    for (const [group, members] of groups.groups) {
      const issues = members.flatMap((member) => all[member]?.issue ?? []).filter((issue) => foreseen.has(issue))
      bound.set(group, [...new Set(issues)])
      for (const report of members.flatMap((member) => among[member - phrasings.length] ?? []))
        attached.push(...putPlainly(report), ...putAmong(report, bound.get(group) ?? []))
    }
    return { attached, expected: { groups, bound } }
  }

  const isOfForeseen = ({ issue }: Report) => issue !== undefined && foreseen.has(issue)

  /** In the first that it bears on. */
  function putAmong(report: Report, issues: readonly string[]): Attached[] {
    for (const issue of issues) {
      const attached = put(report, issue)
      if (attached.length > 0) return attached
    }
    return []
  }

  function lookOverEach(): Attached[] {
    const all = [...reports.values()]
    const ofForeseen = lookForForeseen(all)
    expected = ofForeseen.expected
    const { attached, ...found } = lookOver(all.filter((report) => !isOfForeseen(report)))
    latest = found
    lookedOverAt = heard
    alone = 0
    return [...ofForeseen.attached, ...attached]
  }

  /** Issues that it may be of, first what was foreseen. */
  function likeliest(terms: readonly string[]): readonly string[] {
    const near = expected?.groups.groupOf(terms)
    const group = latest?.groups.groupOf(terms)
    const issue = group === undefined ? undefined : latest?.issues.get(group)
    return [
      ...((near === undefined ? undefined : expected?.bound.get(near)) ?? []),
      ...(issue === undefined ? [] : [issue]),
    ]
  }

  return {
    foresee(issue, terms, matter) {
      foreseen.set(issue, [...(foreseen.get(issue) ?? []), { key: terms.join(' '), terms, matter }])
    },
    foresees: (terms, told) => plainlyIn({ key: terms.join(' '), told: once(told) }) !== undefined,
    restore(message, terms, { issue, isPinned } = { isPinned: false }, told) {
      if (terms.length === 0) return
      heard += 1
      const report = remember(terms.join(' '), terms, message, told)
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
    hear(message, terms, told) {
      if (terms.length === 0) return []
      heard += 1
      const report = remember(terms.join(' '), terms, message, told)
      if (report.issue !== undefined) return [{ message, issue: report.issue, isNew: false }]
      const plainly = putPlainly(report)
      const attached = plainly.length > 0 ? plainly : putAmong(report, likeliest(terms))
      if (report.issue === undefined) alone += 1
      if (heard >= Math.max(fewestToLookOver, lookedOverAt * growth)) {
        return [...attached, ...lookOverEach()]
      }
      if (alone >= aloneEnough) {
        alone = 0
        const without = [...reports.values()].filter((one) => one.issue === undefined).slice(-aloneLookedOver)
        const foreseenNow = lookForForeseen(without).attached
        const { attached: moved } = lookOver(without.filter((one) => one.issue === undefined))
        return [...attached, ...foreseenNow, ...moved]
      }
      return attached
    },
  }
}

const none = (): Told => ({ lang: undefined, stems: [], subjects: [], tells: 'else' })
