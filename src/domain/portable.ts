/** What of a community can be carried to another database: records, each of one kind. Times are epoch ms. Pure. */
import type { Consent } from './fan.ts'
import type { AccountId, ThreadId } from './ids.ts'
import type { Lang, Surface } from './message.ts'
import type { CircleAnswer } from './standing.ts'
import type { Licence, WorkState } from './work.ts'

export interface PortableAccount {
  readonly id: AccountId
  readonly name: string
  /** When it was first heard. If absent, nobody knows: as old as can be. */
  readonly since?: number | undefined
}

export interface PortableFan {
  readonly kind: 'fan'
  readonly accounts: readonly [PortableAccount, ...PortableAccount[]]
  readonly consent: Consent
  readonly since?: number | undefined
  readonly lang?: Lang | undefined
  readonly everywhereSince?: number | undefined
  readonly introducedAt?: number | undefined
  /** Of what it was first read, where it was not heard here: `telegram-desktop`, `discord-chat-exporter`, `csv`. */
  readonly from?: string | undefined
}

/** `account`: one of those of the fan who told it. `message`: the id that its platform gave to the message it is from. */
export interface PortableFact {
  readonly kind: 'fact'
  readonly account: AccountId
  readonly thread: ThreadId
  readonly surface: Surface
  readonly key: string
  readonly value: string
  readonly toldAt: number
  readonly message?: string | undefined
}

export interface PortableHelper {
  readonly kind: 'helper'
  readonly account: AccountId
  readonly thread: ThreadId
  readonly from: number
  readonly to: number
  readonly since: number
  readonly namedAt?: number | undefined
  readonly endedAt?: number | undefined
}

/** What a fan chose about what sets them apart. What shows it rests on messages, and stays with those. */
export interface PortableStanding {
  readonly kind: 'standing'
  readonly account: AccountId
  readonly offAt?: number | undefined
  readonly hiddenAt?: number | undefined
  readonly firstAt?: number | undefined
  /** They said no to being written to first. */
  readonly firstOffAt?: number | undefined
  readonly circle?: CircleAnswer | undefined
  readonly circleAt?: number | undefined
}

export interface PortableLink {
  readonly kind: 'link'
  readonly id: string
  readonly a: AccountId
  readonly b: AccountId
  readonly madeAt: number
  readonly endedAt?: number | undefined
  readonly endedBy?: AccountId | undefined
}

/** What a fan let the brand show, with what they said yes to; words alone, as the file of a picture stays where it is. */
export interface PortableWork {
  readonly kind: 'work'
  readonly id: string
  readonly account: AccountId
  readonly thread: ThreadId
  /** The id that its platform gave to the message it is from. */
  readonly message: string
  readonly number: number
  readonly text: string
  readonly lang: Lang
  readonly how: 'offered' | 'asked'
  readonly licence: Licence
  readonly credit: string
  readonly state: WorkState
  readonly offeredAt: number
  readonly answers: readonly string[]
  readonly decidedBy?: string | undefined
  readonly decidedAt?: number | undefined
  readonly withdrawnAt?: number | undefined
  /** Hash of the link by which the fan takes it back. */
  readonly withdrawHash?: string | undefined
}

/** That an account was erased, without saying which: only who has its id and the key can tell. */
export type PortableErasure =
  | { readonly kind: 'erase-key'; readonly id: string; readonly key: string }
  | { readonly kind: 'erased'; readonly key: string; readonly hash: string; readonly at: number }

export type Portable =
  | PortableErasure
  | PortableFan
  | PortableFact
  | PortableHelper
  | PortableStanding
  | PortableWork
  | PortableLink

const kinds = ['fans', 'consents', 'facts', 'helpers', 'standings', 'works', 'links'] as const

/** What became of what was read. */
export interface ImportCounts {
  /** Written, by kind. */
  readonly written: Readonly<Record<(typeof kinds)[number], number>>
  /** Not written, as it was erased here since. */
  readonly erased: number
  /** Not written, as it was here already, or as what is here contradicts it. */
  readonly stands: number
}

export const nothingImported: ImportCounts = {
  written: { fans: 0, consents: 0, facts: 0, helpers: 0, standings: 0, works: 0, links: 0 },
  erased: 0,
  stands: 0,
}

export function added(one: ImportCounts, other: ImportCounts): ImportCounts {
  const written = { ...one.written }
  for (const kind of kinds) written[kind] += other.written[kind]
  return { written, erased: one.erased + other.erased, stands: one.stands + other.stands }
}
