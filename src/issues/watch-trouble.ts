/** All that watches for trouble, asked message by message: which issue a report belongs to, and whether a wave begins. Pure. */
import type { Lang } from '../domain/message.ts'
import { plainMatterOf } from '../knowledge/grouping/bears-on.ts'
import { matterOf } from '../knowledge/grouping/matter-of.ts'
import { toldIn } from '../knowledge/grouping/mere-mention.ts'
import { segment } from '../words/terms/segment.ts'
import { stemmerFor } from '../words/terms/stem.ts'
import type { Heard } from './heard.ts'
import { createMessageClock } from './message-clock.ts'
import { type Attached, createReportGroups } from './report-groups.ts'
import { type Crowd, createWaves, overMs, type Wave } from './waves.ts'
import { gradual, sudden } from './word-watch.ts'

export interface NoticedWave extends Wave {
  /** The issue most of its examples are in. */
  readonly issue?: string
}

export interface Noticed {
  readonly attached: readonly Attached[]
  readonly waves: readonly NoticedWave[]
}

export interface TroubleWatch {
  /** A message of a fan, in the order it arrived. What comes twice is heard once; what comes hours late, or from a wrong clock, joins its issue and no wave. */
  hear(message: Heard, isReport: boolean): Noticed
  /** A report of which the issue is known already. */
  hearOf(place: Placed & { readonly issue: string }, message: Heard): Noticed
  /** What was heard before a restart, in the same order: nothing is told of it again. */
  restore(message: Heard, place: Placed): void
  /**
   * All groups are made anew, as people put reports elsewhere: `place` follows for the latest, oldest first, and puts what is in no issue as
   * if it came now; then `restored`. Waves go on.
   */
  regroup(): void
  place(message: Pick<Heard, 'id' | 'text' | 'lang' | 'kind'>, place: Placed): readonly Attached[]
  /** A phrasing by which reports of an issue are expected. */
  foresee(issue: string, text: string, lang: Lang | undefined): void
  /** It plainly says what was foreseen, whatever kind it is taken for. */
  foresees(message: Pick<Heard, 'text' | 'lang' | 'kind'>): boolean
  /** After the last of them: what belongs together, and moved by it. */
  restored(): readonly Attached[]
}

/** Where a report was put before. */
export interface Placed {
  readonly issue?: string | undefined
  readonly isPinned: boolean
}

const nothing: Noticed = { attached: [], waves: [] }
/** Texts that many send. */
const mostTexts = 2_000
const mostMatters = 1_000

/** What was told of an issue last. */
interface Matter {
  readonly key: number
  readonly at: number
  /** When it was told first. */
  readonly since: number
  readonly told: number
  readonly isGradual: boolean
}

/** `newIssue`: what an issue is called that was not there before. If absent, they are counted. */
export function createTroubleWatch(options: { readonly newIssue?: () => string } = {}): TroubleWatch {
  const clock = createMessageClock()
  let groups = createReportGroups(options)
  const waves = createWaves()
  const known = new Map<string, readonly string[]>()
  /** By issue, the one told longest ago first. */
  const matters = new Map<string, Matter>()

  function termsOf({ text, lang }: Pick<Heard, 'text' | 'lang'>): readonly string[] {
    const key = `${lang ?? ''} ${text}`
    const found = known.get(key)
    if (found) return found
    const terms = [...new Set(matterOf(text, lang))]
    if (known.size >= mostTexts) known.clear()
    known.set(key, terms)
    return terms
  }

  /** The issue most of the examples are in. */
  function issueOf({ examples }: Wave): string | undefined {
    const counts = new Map<string, number>()
    for (const example of examples) {
      const issue = groups.issueOf(example)
      if (issue !== undefined) counts.set(issue, (counts.get(issue) ?? 0) + 1)
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1])
    return most && 2 * most[1] >= examples.length ? most[0] : undefined
  }

  function notice(wave: Wave, message: Heard): { wave: NoticedWave; gathered: readonly Attached[] } {
    const known = issueOf(wave)
    // What many suddenly speak of is an issue, though nobody had seen one in it; more than usual, of several, are nothing in particular.
    const gathered = known === undefined && wave.topic !== undefined ? groups.gather(wave.examples) : []
    const issue = known ?? (wave.topic === undefined ? undefined : issueOf(wave))
    const named = wave.topic === undefined ? wave : { ...wave, topic: asWritten(wave.topic, message) }
    return { wave: { ...named, ...(issue === undefined ? {} : ofIssue(issue, wave)), at: message.at }, gathered }
  }

  /** Who is told of with an issue, and what is shown of it, is of that issue; where too few are left, it is not named. */
  function ofIssue(issue: string, { key, count }: Wave): Partial<Crowd> & Pick<NoticedWave, 'issue'> {
    const mine = waves.among(key, (report) => groups.issueOf(report) === issue)
    if (!mine) return {}
    // Of what thousands send word by word not every report is kept.
    const forgotten = waves.among(key, (report) => !groups.remembers(report))?.count ?? 0
    const people = Math.min(count, mine.count + forgotten)
    return people < sudden.fewestPeople ? {} : { issue, ...mine, count: people }
  }

  /** One matter has one alert: what comes up in other words, by its number, or day after day is of the issue that is told already. */
  function joined(wave: NoticedWave, at: number): NoticedWave | undefined {
    const { issue, isGradual } = wave
    const before = issue === undefined ? undefined : matters.get(issue)
    if (issue === undefined) return wave
    const isSame = before?.key === wave.key
    if (before && !isSame && isGradual && at - before.at < gradual.spanMs) return undefined
    const burns = before?.isGradual === true && !isGradual
    const isKnown = before && !isSame && at - (burns ? before.since : before.at) < overMs
    if (isKnown && !burns && wave.count < 2 * before.told) return undefined
    const one: NoticedWave = isKnown ? { ...wave, key: before.key, isNew: false, isNews: burns } : wave
    matters.delete(issue)
    const since = before && (isSame || isKnown) ? before.since : at
    matters.set(issue, { key: one.key, at, since, told: one.count, isGradual })
    const [oldest] = matters.keys()
    if (matters.size > mostMatters && oldest !== undefined) matters.delete(oldest)
    return one
  }

  function heard(message: Heard, put: (terms: readonly string[]) => readonly Attached[]): Noticed {
    const at = clock.read(message.thread, message.id, message.at)
    if (at === 'again') return nothing
    const terms = termsOf(message)
    const attached = put(terms)
    if (at === 'astray') return { attached, waves: [] }
    const seen = waves.hear({ ...message, at }, terms).map((wave) => notice(wave, message))
    return {
      attached: [...attached, ...seen.flatMap(({ gathered }) => gathered)],
      waves: seen.flatMap(({ wave }) => joined(wave, at) ?? []),
    }
  }

  return {
    hear(message, isReport) {
      if (isReport) return heard(message, (terms) => groups.hear(message.id, terms, tellsOf(message)))
      const at = clock.read(message.thread, message.id, message.at)
      if (typeof at === 'number') waves.meet(message.author, at)
      return nothing
    },
    hearOf({ issue, isPinned }, message) {
      return heard(message, (terms) => {
        groups.restore(message.id, terms, { issue, isPinned }, tellsOf(message))
        return []
      })
    },
    restore(message, { issue, isPinned }) {
      const at = clock.read(message.thread, message.id, message.at)
      if (at === 'again') return
      const terms = termsOf(message)
      groups.restore(message.id, terms, { issue, isPinned }, tellsOf(message))
      if (at === 'astray') return
      for (const wave of waves.hear({ ...message, at }, terms)) {
        const issue = issueOf(wave)
        if (issue !== undefined) joined({ ...wave, ...ofIssue(issue, wave) }, at)
      }
    },
    regroup() {
      groups = createReportGroups(options)
    },
    place(message, { issue, isPinned }) {
      if (issue === undefined && !isPinned) return groups.hear(message.id, termsOf(message), tellsOf(message))
      groups.restore(message.id, termsOf(message), { issue, isPinned }, tellsOf(message))
      return []
    },
    foresee(issue, text, lang) {
      groups.foresee(issue, termsOf({ text, lang }), plainMatterOf(text, lang))
    },
    foresees: (message) => groups.foresees(termsOf(message), tellsOf(message)),
    restored: () => groups.lookOverAll(),
  }
}

const tellsOf =
  ({ text, lang, kind }: Pick<Heard, 'text' | 'lang' | 'kind'>) =>
  () =>
    toldIn(text, lang, kind)

/** The words whose stems a term is, as the message has them: `leak lid` → `leaking lids`. */
function asWritten(term: string, { text, lang }: Heard): string {
  const stem = stemmerFor(lang)
  const words = new Map(segment(text, lang).map((word) => [stem(word), word]))
  return term
    .split(' ')
    .map((part) => words.get(part) ?? part)
    .join(' ')
}
