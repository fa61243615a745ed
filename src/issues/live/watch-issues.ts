/**
 * The loop that hears reports as turns are settled: each finds its issue, and waves are told to staff once and then as they grow.
 * One process of a brand does it, under a lease. What it keeps in memory is bounded and read back from the reports after a restart; all
 * that it wrote down before a kill is found, and goes on from there.
 */
import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { MINUTE_MS, SECOND_MS, WEEK_MS } from '../../domain/durations.ts'
import { answerIdOf, type Issue, type Report } from '../../domain/issue.ts'
import type { Wake } from '../../ports/clock.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { foreseenOf } from '../foreseen.ts'
import type { Heard } from '../heard.ts'
import { createTroubleWatch, type NoticedWave, type TroubleWatch } from '../watch-trouble.ts'
import { rememberTold, type TellDeps, wavesToTell } from './tell-waves.ts'
import { titleOf } from './title-of.ts'

const LEASE_MS = 30 * SECOND_MS
const IDLE_MS = 5 * SECOND_MS
/** How often it is looked whether something has become due. */
const LOOK_MS = MINUTE_MS
const BATCH = 100
/** What an hour of the week is used to is learnt from so much. */
const LEARNT_MS = 6 * WEEK_MS
const LEARNT_REPORTS = 20_000
/** Groups look no further back. */
const GROUPED = 1_500
/** So many reports name an issue. */
const TITLED = 12
/** Others have their turn between so many reports. */
const AT_ONCE = 100

export interface IssueWatchDeps extends TellDeps {
  readonly wake: Wake
  /** What whoever watches does now and then besides. */
  readonly errands: readonly (() => Promise<void>)[]
  /** Told when issues are not what they were. */
  readonly onChanged: () => void
}

/** `me`: what this process is called as the holder of the lease. */
type Mine = IssueWatchDeps & { readonly me: string }
type Attached = ReturnType<TroubleWatch['restored']>[number]

interface Watching {
  readonly watch: TroubleWatch
  readonly numbers: Map<string, number>
  /** Waves that were told: where they stand on record, by the watcher's number for the matter. */
  readonly rows: Map<number, number>
  /** By the id of their answer. */
  byAnswer: ReadonlyMap<string, number>
  changes: number
  readonly persona: string
}

export interface IssueWatch {
  /** Until the signal aborts. */
  run(signal: AbortSignal): Promise<void>
}

export function createIssueWatch(deps: IssueWatchDeps): IssueWatch {
  const { issues, clock, wake, log } = deps
  const me = randomUUID()
  const mine = { ...deps, me }
  let watching: Watching | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  let followed: number | undefined

  /** Who does not watch has to know all the same what staff did in another process: what is amber, what is said of an issue. */
  async function follow(): Promise<void> {
    const changes = await issues.changes()
    if (changes !== (followed ?? 0)) deps.onChanged()
    followed = changes
  }

  /** How many reports were heard. */
  async function round(signal: AbortSignal): Promise<number> {
    if (!(await issues.claimWatch(me, clock.now(), LEASE_MS))) {
      watching = undefined
      await follow()
      return 0
    }
    followed = undefined
    const { version } = deps.persona()
    const changes = await issues.changes()
    if (watching?.persona !== version) watching = await begin(mine, changes, signal)
    else if (watching.changes !== changes) await regroup(watching, mine, changes, signal)
    if (signal.aborted) {
      watching = undefined
      return 0
    }
    if (clock.now() >= lookedAt + LOOK_MS || clock.now() < lookedAt) {
      lookedAt = clock.now()
      for (const errand of deps.errands) await errand()
    }
    return await hear(watching, mine)
  }

  return {
    async run(signal) {
      while (!signal.aborted) {
        const heard = await round(signal).catch((err: unknown) => {
          // What was heard in memory and not written down is heard again.
          watching = undefined
          log.error({ err }, 'reports could not be heard, they are tried again')
          return 0
        })
        if (heard < BATCH) await wake.rest(IDLE_MS, signal)
      }
    },
  }
}

async function begin(deps: Mine, changes: number, signal: AbortSignal): Promise<Watching> {
  const { issues, clock, persona } = deps
  const { issues: foreseen, version } = persona()
  await issues.prepare(
    foreseen.map(({ id, title, owner }) => ({ fileId: id, title, ...(owner ? { owner } : {}) })),
    clock.now(),
  )
  let made = 0
  const watch = createTroubleWatch({ newIssue: () => `new ${++made}` })
  const watching: Watching = {
    watch,
    numbers: new Map(),
    rows: new Map(),
    byAnswer: new Map(),
    changes,
    persona: version,
  }
  await foresee(watching, deps)
  const heard = await issues.heardSince(clock.now() - LEARNT_MS, LEARNT_REPORTS)
  await each(heard, signal, (report) => watch.restore(heardOf(report), placeOf(report)))
  // All are looked over together, which may move some.
  await attach(watching, watch.restored(), new Map(), deps)
  deps.onChanged()
  return watching
}

async function regroup(watching: Watching, deps: Mine, changes: number, signal: AbortSignal): Promise<void> {
  const { issues, clock } = deps
  const { watch } = watching
  watch.regroup()
  watching.numbers.clear()
  await foresee(watching, deps)
  const heard = await issues.heardSince(clock.now() - LEARNT_MS, GROUPED)
  const anew: Attached[] = []
  await each(heard, signal, (report) => anew.push(...watch.place(heardOf(report), placeOf(report))))
  await attach(watching, [...anew, ...watch.restored()], new Map(), deps)
  watching.changes = changes
  deps.onChanged()
}

async function foresee(watching: Watching, { issues, persona, clock }: IssueWatchDeps): Promise<void> {
  const listed = await issues.open(clock.now())
  const idsOf = (issue: Issue) => [
    answerIdOf(issue),
    // A reply may have left with the answer of an issue that went on in this one meanwhile.
    ...(issue.tookIn ?? []).map((fileId) => answerIdOf({ fileId, number: issue.number })),
  ]
  watching.byAnswer = new Map(listed.flatMap((issue) => idsOf(issue).map((id) => [id, issue.number])))
  for (const issue of listed)
    for (const text of foreseenOf(issue, persona()).flatMap(({ says }) => says))
      watching.watch.foresee(String(issue.number), text, detectLanguage(text, { among: persona().languages }))
}

async function each(reports: readonly Report[], signal: AbortSignal, work: (report: Report) => void): Promise<void> {
  for (const [index, report] of reports.entries()) {
    work(report)
    if (index % AT_ONCE !== AT_ONCE - 1) continue
    if (signal.aborted) return
    await setImmediate()
  }
}

function heardOf({ id, at, text = '', lang, kind, accountId, platform, threadId, heardSince }: Report): Heard {
  return { id: String(id), at, text, lang, kind, author: accountId, platform, thread: threadId, heardSince }
}

function placeOf({ issue, isPinned }: Report) {
  return { isPinned, ...(issue === undefined ? {} : { issue: String(issue) }) }
}

/** Undefined where another process watches by now. `attached`: what changed, the last for each report holds. */
async function attach(
  { numbers }: Watching,
  attached: readonly Attached[],
  pinned: ReadonlyMap<number, number>,
  { issues, clock, me, bare }: Mine,
): Promise<boolean> {
  const last = new Map(attached.map(({ message, issue }) => [Number(message), issue]))
  for (const report of pinned.keys()) last.delete(report)
  if (last.size + pinned.size === 0) return true
  const made = []
  for (const [key, found] of Map.groupBy(last, ([, issue]) => issue)) {
    if (numberOf(key, numbers) !== undefined) continue
    const ids = found.slice(0, TITLED).map(([report]) => report)
    made.push({ key, title: titleOf(await issues.some(ids), bare) })
  }
  const rows = [
    ...[...last].map(([report, issue]) => ({ report, issue: numberOf(issue, numbers) ?? issue })),
    ...[...pinned].map(([report, issue]) => ({ report, issue, isPinned: true as const })),
  ]
  const kept = await issues.keep(me, { attached: rows, made }, clock.now())
  for (const [key, number] of kept ?? []) numbers.set(key, number)
  return kept !== undefined
}

function numberOf(issue: string, numbers: ReadonlyMap<string, number>): number | undefined {
  return /^\d+$/.test(issue) ? Number(issue) : numbers.get(issue)
}

async function hear(watching: Watching, deps: Mine): Promise<number> {
  const { issues, clock, me, log, onChanged } = deps
  const reports = await issues.unheard(BATCH)
  if (reports.length === 0) return 0
  const attached: Attached[] = []
  const waves: NoticedWave[] = []
  const pinned = new Map<number, number>()
  for (const report of reports) {
    if (report.text === undefined) continue
    const answered = report.answerId === undefined ? undefined : watching.byAnswer.get(report.answerId)
    const issue = report.issue ?? answered
    if (report.issue === undefined && answered !== undefined) pinned.set(report.id, answered)
    const isPinned = report.isPinned || answered !== undefined
    const { watch } = watching
    const noticed =
      issue === undefined
        ? watch.hear(heardOf(report), true)
        : watch.hearOf({ issue: String(issue), isPinned }, heardOf(report))
    attached.push(...noticed.attached)
    waves.push(...noticed.waves)
  }
  if (!(await attach(watching, attached, pinned, deps))) return 0
  const before = { rows: watching.rows, numberOf: (issue: string) => numberOf(issue, watching.numbers) }
  const tellings = await wavesToTell(before, waves, deps)
  const told = tellings.map(({ wave }) => wave)
  const ids = reports.map(({ id }) => id)
  if (!(await issues.finish(me, ids, told, clock.now()))) return 0
  await rememberTold(before, tellings, deps)
  for (const { issue, people } of told) log.info({ issue, people }, 'a wave of reports')
  if (attached.length + pinned.size > 0) onChanged()
  return reports.length
}
