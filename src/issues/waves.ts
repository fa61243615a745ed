/**
 * One alert a wave, then updates: what the watchers of volume and of words see is joined, so that whoever is on duty hears of a thing once.
 * Pure; what it keeps is bounded.
 */
import { HOUR_MS } from '../domain/durations.ts'
import type { Heard } from './heard.ts'
import { createPeople } from './people.ts'
import { createVolumeWatch, type VolumeWatch } from './volume-watch.ts'
import { createWordWatch, gradual, sudden, type WordWave } from './word-watch.ts'

export interface Wave {
  /** The first alert of it; what follows are updates, each when twice as many people have joined. */
  readonly isNew: boolean
  /** Epoch ms of the message that set it off. */
  readonly at: number
  /** It came over days, one person now and one then: something to look at, nothing that burns. */
  readonly isGradual: boolean
  /** The word that everybody uses; absent where only the number of reports is seen. */
  readonly topic?: string
  /** Where more come than usual, if it is one platform of several. */
  readonly platform?: string
  /** People, not messages. */
  readonly count: number
  /** How many would have been usual. */
  readonly expected: number
  /** People of whom nothing was heard before it began. */
  readonly newcomers: number
  /** Nearly all of them are new here, though most who report are not. */
  readonly isBrigade: boolean
  /** Messages to show, oldest first. */
  readonly examples: readonly string[]
}

export interface Waves {
  /** Somebody spoke who reports nothing. */
  meet(author: string, at: number): void
  /** A report, at the time it counts. `terms`: what it is about. */
  hear(report: Heard, terms: readonly string[]): readonly Wave[]
}

/** A wave is over when it was quiet for so long. */
const overMs = 6 * HOUR_MS
const examplesShown = 10
const mostOpen = 50
const mostPeople = 5_000
/** Platforms that are watched for themselves. */
const mostPlatforms = 20

interface OpenWave {
  readonly kind: string
  readonly terms: Set<string>
  readonly people: Set<string>
  readonly since: number
  last: number
  told: number
  expected: number
  examples: string[]
}

export function createWaves(): Waves {
  const people = createPeople()
  const words = { sudden: createWordWatch(sudden), gradual: createWordWatch(gradual) }
  const everywhere = createVolumeWatch()
  const byPlatform = new Map<string, VolumeWatch>()
  let open: OpenWave[] = []
  const latest: { readonly id: string; readonly author: string; readonly platform: string }[] = []

  function tell(wave: OpenWave, at: number, isNew: boolean, count: number, platform?: string): Wave {
    wave.told = count
    const newcomers = people.newSince(wave.people, wave.since)
    const [topic] = wave.terms
    return {
      isNew,
      at,
      isGradual: wave.kind === 'gradual',
      ...(topic === undefined ? {} : { topic }),
      ...(platform === undefined ? {} : { platform }),
      count,
      expected: wave.expected,
      newcomers,
      isBrigade: people.isBrigade(newcomers, wave.people.size),
      examples: [...wave.examples],
    }
  }

  function begin(wave: OpenWave): OpenWave {
    open.push(wave)
    if (open.length > mostOpen) open.shift()
    return wave
  }

  function join(wave: OpenWave, { author, id }: Pick<Heard, 'author' | 'id'>): void {
    if (wave.people.size < mostPeople) wave.people.add(author)
    if (!wave.examples.includes(id)) wave.examples.push(id)
    if (wave.examples.length > examplesShown) wave.examples.shift()
  }

  function hearWords(report: Heard, terms: readonly string[]): Wave | undefined {
    const seen = words.sudden.hear(report, terms)
    const known = open.find((wave) => isSudden(wave) && wave.terms.size > 0 && belongs(wave, seen, terms))
    if (known) {
      join(known, report)
      // Only what still surprises keeps a wave going; a word that everybody has come to use is no news.
      if (seen) {
        known.terms.add(seen.term)
        known.last = report.at
      }
      return known.people.size >= 2 * known.told ? tell(known, report.at, false, known.people.size) : undefined
    }
    return seen && beginOf(seen, 'words', report.at)
  }

  /** What has been told as sudden is no news when it goes on for days. */
  function hearGradual(report: Heard, terms: readonly string[]): Wave | undefined {
    for (const wave of open) if (!isSudden(wave) && terms.some((term) => wave.terms.has(term))) join(wave, report)
    const seen = words.gradual.hear(report, terms)
    if (!seen) return undefined
    const known = open.find((wave) => wave.terms.has(seen.term) || sharesPeople(wave, seen))
    if (!known) return beginOf(seen, 'gradual', report.at)
    if (isSudden(known)) return undefined
    for (const use of seen.uses) join(known, use)
    known.terms.add(seen.term)
    known.last = report.at
    return known.people.size >= 2 * known.told ? tell(known, report.at, false, known.people.size) : undefined
  }

  function beginOf(seen: WordWave, kind: 'words' | 'gradual', at: number): Wave {
    const fresh = begin({
      kind,
      terms: new Set([seen.term]),
      people: new Set(),
      since: seen.uses[0]?.at ?? at,
      last: at,
      told: 0,
      expected: seen.expected,
      examples: [],
    })
    for (const use of seen.uses) join(fresh, use)
    return tell(fresh, at, true, fresh.people.size)
  }

  function hearVolume(watch: VolumeWatch, kind: string, report: Heard, platform?: string): Wave | undefined {
    const alarm = watch.hear(report.author, report.at)
    if (!alarm) return undefined
    // Where most who report speak of the same, the wave has a name already.
    const named = open.find((wave) => isSudden(wave) && wave.terms.size > 0 && wave.people.size * 2 >= alarm.count)
    const known = named ?? open.find((wave) => wave.kind === kind || (wave.kind === 'volume' && kind !== 'volume'))
    const wave =
      known ??
      begin({
        kind,
        terms: new Set(),
        people: new Set(),
        since: alarm.since,
        last: report.at,
        told: 0,
        expected: alarm.expected,
        examples: [],
      })
    wave.last = report.at
    if (named) return undefined
    wave.expected = alarm.expected
    const mine = latest.filter((one) => platform === undefined || one.platform === platform)
    for (const { id, author } of known ? mine.slice(-1) : mine) join(wave, { id, author })
    if (!known) return tell(wave, report.at, true, alarm.count, platform)
    return alarm.count >= 2 * wave.told ? tell(wave, report.at, false, alarm.count, platform) : undefined
  }

  return {
    meet: (author, at) => people.hear(author, at),
    hear(report, terms) {
      open = open.filter((wave) => report.at - wave.last < (isSudden(wave) ? overMs : gradual.spanMs))
      people.hear(report.author, report.at, report.heardSince)
      if (!latest.some(({ author }) => author === report.author)) latest.push(report)
      if (latest.length > examplesShown) latest.shift()
      const ofPlatform = platformOf(report.platform)
      const seen = [
        hearWords(report, terms),
        hearGradual(report, terms),
        hearVolume(everywhere, 'volume', report),
        ofPlatform && hearVolume(ofPlatform, `platform ${report.platform}`, report, report.platform),
      ]
      return seen.flatMap((wave) => wave ?? [])
    },
  }

  /** A platform alone is the same as everywhere, so it is heard from the second on. */
  function platformOf(platform: string): VolumeWatch | undefined {
    const known = byPlatform.get(platform)
    if (!known && byPlatform.size < mostPlatforms) byPlatform.set(platform, createVolumeWatch())
    return byPlatform.size > 1 ? byPlatform.get(platform) : undefined
  }
}

const isSudden = ({ kind }: OpenWave) => kind !== 'gradual'

/** It uses one of the wave's words, or most of what makes it surprising is in the wave already. */
function belongs(wave: OpenWave, seen: WordWave | undefined, terms: readonly string[]): boolean {
  return terms.some((term) => wave.terms.has(term)) || (seen !== undefined && sharesMost(wave, seen))
}

/** Over days more people come than examples are kept. */
function sharesPeople({ people }: OpenWave, { uses }: WordWave): boolean {
  return 2 * uses.filter(({ author }) => people.has(author)).length >= uses.length
}

function sharesMost(wave: OpenWave, { uses }: WordWave): boolean {
  return 2 * uses.filter(({ id }) => wave.examples.includes(id)).length >= uses.length
}
