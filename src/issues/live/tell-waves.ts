/**
 * Waves as staff are told of them: one alert a matter, then updates of it, with the people and the words of what it names. What was told
 * before a restart is found on record.
 */
import { HOUR_MS, WEEK_MS } from '../../domain/durations.ts'
import type { Issue, Report } from '../../domain/issue.ts'
import type { WaveTold } from '../../ports/issues.ts'
import type { NoticedWave } from '../watch-trouble.ts'
import { alertOf } from './alert.ts'
import type { ErrandDeps } from './errand-deps.ts'

/** A wave that was told within this time is the same wave. */
const SAME_WAVE_MS = 6 * HOUR_MS
/** And what comes up over days, if it was told within this time, whether as such or as a wave. */
const SAME_GRADUAL_MS = 2 * WEEK_MS
/** Waves of which it is known where they stand on record. */
const TOLD = 200

export interface TellDeps extends ErrandDeps {
  /** A report's words without what belongs to one person, the names that people tell of themselves among it. */
  readonly bare: (text: string, name: string) => string
}

export interface ToldBefore {
  /** The number that an issue of the watcher has on record. */
  numberOf(issue: string): number | undefined
  /** By the watcher's number for the matter: where it stands on record. */
  readonly rows: Map<number, number>
}

export interface Telling {
  readonly key: number
  readonly wave: WaveTold
}

interface Named {
  readonly issue?: number | undefined
  readonly topic?: string | undefined
  readonly platform?: string | undefined
}

const isOf = (one: Named, other: Named) =>
  (one.issue !== undefined && one.issue === other.issue) ||
  (one.topic === other.topic && one.platform === other.platform)

/** One alert a matter, then updates when it has doubled, whatever the watchers say meanwhile, also those of before a restart. */
export async function wavesToTell(
  { numberOf, rows }: ToldBefore,
  waves: readonly NoticedWave[],
  deps: TellDeps,
): Promise<Telling[]> {
  const { issues, clock } = deps
  if (waves.length === 0) return []
  const now = clock.now()
  const lately = await issues.waves(now - SAME_GRADUAL_MS)
  const open = lately.filter(({ toldAt }) => toldAt >= now - SAME_WAVE_MS)
  const told: Telling[] = []
  for (const [key, all] of Map.groupBy(waves, (wave) => wave.key)) {
    const wave = all.at(-1)
    if (!wave) continue
    const issue = wave.issue === undefined ? undefined : numberOf(wave.issue)
    const among = wave.isGradual ? lately : open
    const mine = { ...wave, issue }
    const known = among.findLast(({ id }) => id === rows.get(key)) ?? among.findLast((one) => isOf(one, mine))
    // After a restart: what had no name then, and has one now.
    const unnamed = (one: Named) => one.issue === undefined && one.topic === undefined
    const same = known ?? (all.some(({ isNew }) => isNew) ? undefined : open.findLast(unnamed))
    const parts = await partsOf(wave, issue, deps)
    if (same && parts.people < 2 * same.told && !all.some(({ isNews }) => isNews)) continue
    const isUpdate = same !== undefined
    told.push({
      key,
      wave: {
        ...(same ? { id: same.id } : {}),
        ...(issue === undefined ? {} : { issue }),
        ...(wave.topic === undefined ? {} : { topic: wave.topic }),
        ...(wave.platform === undefined ? {} : { platform: wave.platform }),
        ...{ at: wave.at, people: parts.people },
        ...(await wordsFor({ ...wave, count: parts.people }, parts, isUpdate, deps)),
      },
    })
  }
  return told
}

/** Where each stands on record, so that it is found again under another name. */
export async function rememberTold(
  { rows }: ToldBefore,
  tellings: readonly Telling[],
  { issues, clock }: ErrandDeps,
): Promise<void> {
  if (tellings.length === 0) return
  const kept = await issues.waves(clock.now() - SAME_WAVE_MS)
  for (const { key, wave } of tellings) {
    const id = wave.id ?? kept.findLast((one) => isOf(one, wave))?.id
    rows.delete(key)
    if (id !== undefined) rows.set(key, id)
    const [oldest] = rows.keys()
    if (rows.size > TOLD && oldest !== undefined) rows.delete(oldest)
  }
}

interface WaveParts {
  readonly people: number
  readonly issue?: Issue | undefined
  readonly reports: readonly Report[]
}

/** Who is told of and what is shown is of the issue that is named, as it is written down by now. */
async function partsOf(wave: NoticedWave, number: number | undefined, deps: TellDeps): Promise<WaveParts> {
  const { issues, clock, bare } = deps
  const reports = (await issues.some(wave.examples.map(Number))).map((one) =>
    one.text === undefined ? one : { ...one, text: bare(one.text, one.name) },
  )
  const issue = number === undefined ? undefined : await issues.get(number, clock.now())
  if (issue === undefined) return { people: wave.count, reports }
  const people = Math.min(wave.count, issue.reporters)
  return { people, issue, reports: reports.filter((report) => report.issue === issue.number) }
}

async function wordsFor(
  wave: NoticedWave,
  { issue, reports }: WaveParts,
  isUpdate: boolean,
  { persona, log, ...deps }: TellDeps,
): Promise<Pick<WaveTold, 'words'>> {
  const thread = await deps.thread().catch((err: unknown) => {
    log.error({ err }, 'no thread for issues could be opened where staff work: a wave is on record alone')
    return undefined
  })
  if (thread === undefined) return {}
  return { words: { thread, told: alertOf({ wave, issue, reports, persona: persona(), isUpdate }) } }
}
