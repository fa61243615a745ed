/** The persona in its one normal form: every default filled in, every text by language. Made by load.ts, read by everyone. */
import type { Answer } from '../domain/answer.ts'
import type { HandoffReason } from '../domain/handoff.ts'
import type { LookUp } from '../domain/look-up.ts'
import type { Lang, Surface } from '../domain/message.ts'
import type { FanKind, Tone } from '../domain/standing.ts'
import type { ChineseScript } from '../words/languages/base-language.ts'
import type { Occasion, PersonaYaml } from './schema/schema.ts'

export type LocalText = Readonly<Record<Lang, string>>
/** A trouble that the operator foresees, from issues.yaml. */
export interface ForeseenIssue {
  readonly id: string
  readonly title: string
  /** How fans would report it. */
  readonly says: readonly string[]
  readonly answer?: LocalLines
  /** By which a message is known to be about it. */
  readonly words: readonly string[]
  /** Id of a team. */
  readonly owner?: string
  /** A holding statement written beforehand. */
  readonly holding?: LocalText
}

/** Variants by language. */
export type LocalLines = Readonly<Record<Lang, readonly string[]>>

export interface Product {
  readonly id: string
  readonly name: LocalText
  readonly about?: LocalText
  readonly url?: string
  readonly price?: string
  /** The price as an amount, where that is known. */
  readonly cost?: { readonly amount: number; readonly currency: string }
  /** Last day on which the price may be said, `YYYY-MM-DD`. */
  readonly priceUntil?: string
  readonly image?: string
  readonly nicknames?: readonly string[]
  readonly category?: string
  readonly variants?: readonly ProductVariant[]
  /** Absent: nothing is known of it. */
  readonly isAvailable?: boolean
  /** Ids of products it goes with. */
  readonly goesWith?: readonly string[]
}

/** A size, a colour, a grind. */
export interface ProductVariant {
  readonly name: string
  /** Where it differs; said as long as the product's own may be. */
  readonly price?: string
  readonly cost?: { readonly amount: number; readonly currency: string }
  /** Absent: nothing is known of it. */
  readonly isAvailable?: boolean
}

export interface Voice {
  readonly distance: 'close' | 'friendly' | 'reserved' | 'aloof'
  readonly formality: 'casual' | 'neutral' | 'formal'
  readonly humour: 'none' | 'dry' | 'light' | 'playful'
  readonly energy: 'calm' | 'steady' | 'lively'
  readonly emoji: { readonly use: 'none' | 'rare' | 'some' | 'many'; readonly favourites: readonly string[] }
  readonly person: 'I' | 'we'
  readonly address: LocalText
  readonly catchphrases: LocalLines
  readonly neverSay: readonly string[]
  /** Characters in one message, by surface and language; every language of the persona has an entry. */
  readonly length: Readonly<Record<Surface, Readonly<Record<Lang, number>>>>
  /** Most messages in one reply. */
  readonly bubbles: number
  readonly examples: readonly { readonly fan: string; readonly says: string; readonly lang?: Lang }[]
  readonly style?: LocalText
}

export interface Boundary {
  readonly id: string
  readonly about: string
  readonly words: readonly string[]
  readonly say?: LocalLines
  readonly handoff?: HandoffReason
}

type Yaml = PersonaYaml
export type Limits = Exclude<Yaml['manners']['limits'], 'off'>

export interface Team {
  readonly name: LocalText
  readonly about?: string
  readonly hours?: Hours
  /** Gets a case whose time ran out here. */
  readonly next?: string
}
export interface Hours {
  readonly timeZone: string
  /** Ranges like `09:00-18:00` by weekday; undefined: always open. */
  readonly week?: Readonly<Partial<Record<Weekday, readonly string[]>>>
  readonly holidays: readonly string[]
}
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'

/** How fans of one tone are spoken to. */
export interface ToneOf {
  readonly how?: string
  readonly lines: Readonly<Partial<Record<Occasion, LocalLines>>>
}

export interface Title {
  readonly id: string
  readonly name: LocalText
  readonly kind: FanKind
  /** From which strength. */
  readonly from: number
}

export interface Circle {
  /** The private group of each platform, by its id there. */
  readonly groups: Readonly<Record<string, string>>
  readonly kinds: readonly FanKind[]
  readonly from: number
}

export interface Community {
  readonly about?: LocalText
  readonly links: readonly { label: LocalText; url: string }[]
  /** If absent, all are spoken to alike. */
  readonly tone?: Readonly<Partial<Record<Tone, ToneOf>>>
  readonly titles: readonly Title[]
  /** Most that is said unasked within a week. */
  readonly first: { readonly perFan: number; readonly perGroup: number }
  /** Most percent of its words that may promote. */
  readonly promotion: number
  /** Groups whose talk may be counted by what it is about. */
  readonly interests?: 'all' | readonly string[]
  readonly circle?: Circle
  /** If absent, nothing of fans is shown. */
  readonly works?: {
    readonly licence: LocalText
    readonly scope?: LocalText
    readonly months: number
    readonly asks: boolean
    readonly gallery: boolean
  }
}

/** Where, when or of what it speaks otherwise; what is absent makes no difference. */
export interface Place {
  readonly id: string
  /** Platforms, channels and threads. */
  readonly in?: readonly string[]
  readonly surface?: Surface
  readonly langs?: readonly Lang[]
  readonly topics?: readonly string[]
  /** By `manners.timeZone`. */
  readonly hours?: readonly string[]
  /** Whole where it is given. */
  readonly voice: Partial<Voice>
  readonly lines: Readonly<Partial<Record<Occasion, LocalLines>>>
  /** Said when a person is called; never in danger. */
  readonly handoff?: LocalLines
}

export interface Persona {
  /** Absolute path of its folder. */
  readonly folder: string
  /** A hash of what the folder says: another as soon as anything in persona.yaml, answers.yaml or issues.yaml means something else. */
  readonly version: string
  readonly name: string
  readonly nicknames: readonly string[]
  readonly brand: {
    /** Keeps brands apart in one database. */
    readonly id: string
    readonly name: string
    readonly about?: LocalText
    readonly url?: string
    readonly products: readonly Product[]
    readonly competitors: readonly string[]
  }
  /** What `mascot import products` brought: found when asked for, in no prompt before. */
  readonly catalogue: readonly Product[]
  readonly positioning?: LocalText
  /** How its own Chinese is written. */
  readonly chinese: ChineseScript
  /** The first is the home language. */
  readonly languages: readonly [Lang, ...Lang[]]
  readonly voice: Voice
  readonly image: Omit<Yaml['image'], 'bio'> & { readonly bio?: LocalText }
  readonly lore: readonly string[]
  readonly manners: Omit<Yaml['manners'], 'limits'> & { readonly limits: Limits | 'off' }
  /** Every occasion has at least one line in every language of the persona (its own, else a default one). */
  readonly lines: Readonly<Record<Occasion, LocalLines>>
  readonly handoffLines: Readonly<Partial<Record<HandoffReason, LocalLines>>> & { readonly default: LocalLines }
  /** Of those that a turn is in, the last wins. */
  readonly places: readonly Place[]
  readonly commitments: Yaml['commitments']
  readonly boundaries: readonly Boundary[]
  readonly handoff: {
    readonly teams: Readonly<Record<string, Team>>
    readonly route: Yaml['handoff']['route']
    readonly hours?: Hours
    readonly when: Yaml['handoff']['when']
    readonly clarifications: number
    readonly sla: Yaml['handoff']['sla']
    /** Who may work cases; none: everybody in the staff chat. */
    readonly staff: Yaml['handoff']['staff']
    readonly duty: 'hours' | 'signed-on'
    /** 0: never. */
    readonly silenceMinutes: number
    /** 0: never. */
    readonly reopenHours: number
    /** Hours in which a draft can be sent. */
    readonly draftHours: number
    readonly csat: Yaml['handoff']['csat']
    readonly contextUrl?: string
    readonly canned: Readonly<Record<string, LocalLines>>
  }
  /** What only the shop knows. */
  readonly lookUps: readonly LookUp[]
  readonly community: Community
  readonly disclosure: {
    /** At least one line in every language of the persona; each says that it is a bot. */
    readonly bot: LocalLines
    /** Days of silence after which a fan is told again that a bot speaks. */
    readonly againDays: number
    readonly maker?: LocalText
    readonly approved: 'silent' | 'sign'
    readonly person: LocalText
    readonly personAsBrand: 'silent' | 'sign'
  }
  readonly knowledge: Yaml['knowledge']
  readonly memory: Omit<Yaml['memory'], 'remains'> & { readonly remains?: LocalText }
  readonly extensions: Readonly<Record<string, unknown>>
  readonly answers: readonly Answer[]
  readonly issues: readonly ForeseenIssue[]
}
