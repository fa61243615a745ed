/**
 * One alert a wave, then updates: what the watchers of volume and of words see is joined, so that whoever is on duty hears of a thing once.
 * Pure; what it keeps is bounded.
 */
import { HOUR_MS } from '../domain/durations.ts'
import type { Heard } from './heard.ts'
import { createPeople } from './people.ts'
import { createVolumeWatch, type VolumeAlarm, type VolumeWatch } from './volume-watch.ts'
import { createWordWatch, gradual, sudden, type WordWave } from './word-watch.ts'

export interface Wave {
  /** One number for one matter, through its alert and all updates. */
  readonly key: number
  /** The first alert of it; what follows are updates, each when twice as many people have joined. */
  readonly isNew: boolean
  /** An update that says what it is about, or that it burns, which nobody knew when it was told first. */
  readonly isNews: boolean
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

/** Who is in a wave by some of its reports. */
export type Crowd = Pick<Wave, 'count' | 'newcomers' | 'isBrigade' | 'examples'>

export interface Waves {
  /** Somebody spoke who reports nothing. */
  meet(author: string, at: number): void
  /** A report, at the time it counts. `terms`: what it is about. */
  hear(report: Heard, terms: readonly string[]): readonly Wave[]
  /** Of an open wave, who is in it by reports that are chosen so. */
  among(key: number, isChosen: (report: string) => boolean): Crowd | undefined
}

/** A wave is over when it was quiet for so long. */
export const overMs = 6 * HOUR_MS
const examplesShown = 10
const mostOpen = 50
const mostPeople = 5_000
/** Reports of which a number alone was seen are looked up among so many. */
const mostRecent = 2_000
/** Platforms that are watched for themselves. */
const mostPlatforms = 20

/** Each person with the last of their reports. */
type People = Map<string, string>

interface OpenWave {
  readonly key: number
  readonly isGradual: boolean
  readonly terms: Set<string>
  /** Watchers of numbers that it has set off. */
  readonly numbers: Set<string>
  /** Who speaks of it; until it has a word, all who came more than usual. */
  people: People
  /** All who came more than usual, where that is more than who speak of it. */
  crowd: People
  readonly since: number
  last: number
  told: number
  /** When it was told first. */
  readonly toldSince: number
  expected: number
}

interface Recent {
  readonly id: string
  readonly author: string
  readonly platform: string
  readonly at: number
}

export function createWaves(): Waves {
  const people = createPeople()
  const words = { sudden: createWordWatch(sudden), gradual: createWordWatch(gradual) }
  const everywhere = createVolumeWatch()
  const byPlatform = new Map<string, VolumeWatch>()
  let open: OpenWave[] = []
  let recent: Recent[] = []
  let keys = 0

  function crowdOf(wave: OpenWave, among: People): Crowd {
    const newcomers = people.newSince(among.keys(), wave.since)
    return {
      count: among.size,
      newcomers,
      isBrigade: people.isBrigade(newcomers, among.size),
      examples: [...among.values()].slice(-examplesShown),
    }
  }

  type As = Pick<Wave, 'isNew'> & { readonly isNews?: boolean; readonly platform?: string | undefined }

  /** `among`: who is told of; where they are not who speak of it, the word is not theirs. */
  function tell(wave: OpenWave, at: number, { isNew, isNews = false, platform }: As, among = wave.people): Wave {
    wave.told = among.size
    const [topic] = among === wave.people ? wave.terms : []
    return {
      ...{ key: wave.key, isNew, isNews, at, isGradual: wave.isGradual, expected: wave.expected },
      ...(topic === undefined ? {} : { topic }),
      ...(platform === undefined ? {} : { platform }),
      ...crowdOf(wave, among),
    }
  }

  function begin(wave: Omit<OpenWave, 'key' | 'told' | 'toldSince' | 'crowd'>): OpenWave {
    const begun = { ...wave, key: ++keys, told: 0, toldSince: wave.last, crowd: new Map() }
    open.push(begun)
    if (open.length > mostOpen) open.shift()
    return begun
  }

  function hearWords(report: Heard, terms: readonly string[]): Wave | undefined {
    const seen = words.sudden.hear(report, terms)
    const known = open.find((wave) => !wave.isGradual && wave.terms.size > 0 && belongs(wave, seen, terms))
    if (known) {
      join(known.people, report)
      // Only what still surprises keeps a wave going; a word that everybody has come to use is no news.
      if (seen) {
        known.terms.add(seen.term)
        known.last = report.at
      }
      return grown(known, report.at)
    }
    if (!seen) return undefined
    const unnamed = open.find((wave) => wave.terms.size === 0 && sharesPeople(wave, seen))
    if (unnamed) return name(unnamed, seen, report.at)
    const slow = open.find((wave) => wave.isGradual && report.at - wave.toldSince < overMs && isOf(wave, seen))
    const fresh = beginOf(seen, false, report.at)
    if (!slow) return tell(fresh, report.at, { isNew: true })
    // What was just told as coming up over days is the same matter, and burns now.
    open = open.filter((wave) => wave !== slow)
    const same = Object.assign(fresh, { key: slow.key })
    return tell(same, report.at, { isNew: false, isNews: true })
  }

  function grown(wave: OpenWave, at: number): Wave | undefined {
    return wave.people.size >= 2 * wave.told ? tell(wave, at, { isNew: false }) : undefined
  }

  /** More came than usual, and now it shows what they speak of. */
  function name(wave: OpenWave, seen: WordWave, at: number): Wave {
    wave.crowd = wave.people
    wave.people = new Map()
    wave.terms.add(seen.term)
    wave.expected = seen.expected
    wave.last = at
    for (const use of seen.uses) join(wave.people, use)
    return tell(wave, at, { isNew: false, isNews: true })
  }

  /** What has been told as sudden is no news when it goes on for days. */
  function hearGradual(report: Heard, terms: readonly string[]): Wave | undefined {
    for (const wave of open) if (wave.isGradual && terms.some((term) => wave.terms.has(term))) join(wave.people, report)
    const seen = words.gradual.hear(report, terms)
    if (!seen) return undefined
    const known = open.find((wave) => isOf(wave, seen))
    if (!known) return tell(beginOf(seen, true, report.at), report.at, { isNew: true })
    if (!known.isGradual) return undefined
    for (const use of seen.uses) join(known.people, use)
    known.terms.add(seen.term)
    known.last = report.at
    return grown(known, report.at)
  }

  function beginOf(seen: WordWave, isGradual: boolean, at: number): OpenWave {
    const fresh = begin({
      ...{ isGradual, terms: new Set([seen.term]), numbers: new Set(), people: new Map() },
      ...{ since: seen.uses[0]?.at ?? at, last: at, expected: seen.expected },
    })
    for (const use of seen.uses) join(fresh.people, use)
    return fresh
  }

  function hearVolume(watch: VolumeWatch, number: string, report: Heard, platform?: string): Wave | undefined {
    const alarm = watch.hear(report.author, report.at)
    if (!alarm) return undefined
    const known = open.find(({ numbers }) => numbers.has(number)) ?? risen(number, alarm, report.at, platform)
    const isNew = known.told === 0
    known.last = report.at
    if (known.terms.size === 0) {
      known.expected = alarm.expected
      if (!isNew) join(known.people, report)
      const isTold = isNew || known.people.size >= 2 * known.told
      return isTold ? tell(known, report.at, { isNew, platform }) : undefined
    }
    join(known.crowd, report)
    // Where most who came speak of the same, that is told already.
    if (known.people.size * 2 >= known.crowd.size || known.crowd.size < 2 * known.told) return undefined
    return { ...tell(known, report.at, { isNew: false, platform }, known.crowd), expected: alarm.expected }
  }

  /** The matter that brought more people than usual: one that is told already, if most of its people are among them or they are among its own. */
  function risen(number: string, { since, expected }: VolumeAlarm, at: number, platform?: string): OpenWave {
    const came: People = new Map()
    for (const one of recent) if (one.at >= since && (platform ?? one.platform) === one.platform) join(came, one)
    const known = open.find((wave) => !wave.isGradual && meet(wave, came))
    if (known) {
      const into = known.terms.size > 0 ? known.crowd : known.people
      for (const [author, id] of came) join(into, { author, id })
    }
    const wave =
      known ??
      begin({
        ...{ isGradual: false, terms: new Set(), numbers: new Set(), people: came },
        ...{ since, last: at, expected },
      })
    wave.numbers.add(number)
    return wave
  }

  return {
    meet: (author, at) => people.hear(author, at),
    hear(report, terms) {
      open = open.filter((wave) => report.at - wave.last < (wave.isGradual ? gradual.spanMs : overMs))
      people.hear(report.author, report.at, report.heardSince)
      recent.push({ id: report.id, author: report.author, platform: report.platform, at: report.at })
      if (recent.length > 2 * mostRecent) recent = recent.slice(-mostRecent)
      const ofPlatform = platformOf(report.platform)
      const seen = [
        hearWords(report, terms),
        hearGradual(report, terms),
        hearVolume(everywhere, 'volume', report),
        ofPlatform && hearVolume(ofPlatform, `platform ${report.platform}`, report, report.platform),
      ]
      return seen.flatMap((wave) => wave ?? [])
    },
    among(key, isChosen) {
      const wave = open.find((one) => one.key === key)
      return wave && crowdOf(wave, new Map([...wave.people].filter(([, report]) => isChosen(report))))
    },
  }

  /** A platform alone is the same as everywhere, so it is heard from the second on. */
  function platformOf(platform: string): VolumeWatch | undefined {
    const known = byPlatform.get(platform)
    if (!known && byPlatform.size < mostPlatforms) byPlatform.set(platform, createVolumeWatch())
    return byPlatform.size > 1 ? byPlatform.get(platform) : undefined
  }
}

function join(people: People, { author, id }: Pick<Heard, 'author' | 'id'>): void {
  if (!people.delete(author) && people.size >= mostPeople) return
  people.set(author, id)
}

/** It uses one of the wave's words, or most of what makes it surprising is in the wave already. */
function belongs(wave: OpenWave, seen: WordWave | undefined, terms: readonly string[]): boolean {
  return terms.some((term) => wave.terms.has(term)) || (seen !== undefined && sharesReports(wave, seen))
}

/** Over days more people come than reports are kept. */
function isOf(wave: OpenWave, seen: WordWave): boolean {
  return wave.terms.has(seen.term) || (wave.terms.size > 0 && sharesPeople(wave, seen))
}

function sharesPeople({ people }: OpenWave, { uses }: WordWave): boolean {
  return 2 * uses.filter(({ author }) => people.has(author)).length >= uses.length
}

function sharesReports({ people }: OpenWave, { uses }: WordWave): boolean {
  return 2 * uses.filter(({ author, id }) => people.get(author) === id).length >= uses.length
}

/** Most of the fewer are among the more. */
function meet({ people, crowd }: OpenWave, came: People): boolean {
  const all = crowd.size > people.size ? crowd : people
  const shared = [...came.keys()].filter((author) => all.has(author)).length
  return shared > 0 && 2 * shared >= Math.min(all.size, came.size)
}
