/** What a fan made or said and lets the brand show: under which words, where, until when, credited how. Times are epoch ms. Pure. */
import type { AccountId, ConversationId } from './ids.ts'
import type { Attachment, Lang } from './message.ts'

/** Where a fan takes back what they gave by the link of its own: after PUBLIC_URL, before the secret. */
export const WITHDRAW_PATH = '/works/withdraw/'
/** A fan's own page, likewise. */
export const OWN_PATH = '/mine/'

export type WorkState = 'offered' | 'accepted' | 'declined' | 'withdrawn'

/** The words a fan said yes to, and by what they are known: changed words are another version by themselves. */
export interface Licence {
  readonly text: string
  readonly version: string
  readonly lang: Lang
  /** Where it may be shown, as told. */
  readonly scope: string
  /** Until then. */
  readonly until: number
}

/** What a fan is about to give: kept with the question whether they do. */
export interface WorkOffer {
  /** Empty for a picture without words. */
  readonly text: string
  readonly picture?: Attachment
  /** The platform's id of the message it is from, and its row. */
  readonly message: string
  readonly row: number
  readonly lang: Lang
  /** `asked`: we asked for it, after praise. */
  readonly how: 'offered' | 'asked'
  readonly licence: Licence
  /** As the fan is called beside it; empty: nobody is named. */
  readonly credit: string
}

export interface Work extends WorkOffer {
  readonly id: string
  /** Of its brand, from 1. */
  readonly number: number
  readonly account: AccountId
  readonly conversation: ConversationId
  /** As the platform shows its fan, who may have chosen another name to be credited by. */
  readonly shownName: string
  readonly state: WorkState
  readonly offeredAt: number
  /** Answers beside which it may be quoted. */
  readonly answers: readonly string[]
  readonly decidedBy?: string
  readonly decidedAt?: number
  readonly withdrawnAt?: number
  /** How often it was quoted. */
  readonly uses: number
}

export type WorkChange =
  | {
      readonly kind: 'offered'
      readonly account: AccountId
      readonly conversation: ConversationId
      readonly offer: WorkOffer
      /** Of the link by which it can be withdrawn. */
      readonly withdrawHash?: string
    }
  /** Of the fan of this account: one, or all of theirs. */
  | { readonly kind: 'withdrawn'; readonly account: AccountId; readonly number?: number }
  | { readonly kind: 'credited'; readonly account: AccountId; readonly number?: number; readonly credit: string }

/** For staff, who should know where its fan is credited by a name that the platform does not show. */
export function creditForStaff({ credit, shownName }: Pick<Work, 'credit' | 'shownName'>): string {
  if (credit === '') return 'nobody named'
  if (sameWords(credit, shownName)) return credit
  return `${credit} (a name of their choice; the platform shows ${shownName || 'none'})`
}

/** As it is quoted and shown: the words as they were written, and who is credited. */
export function quoteOf({ text, credit }: Pick<Work, 'text' | 'credit'>): string {
  return `“${text}”${credit === '' ? '' : ` — ${credit}`}`
}

/** The same words, however they are spaced. */
export function sameWords(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim()
  return plain(one) === plain(other)
}

/** It may be shown now. */
export function isShowable({ state, licence }: Pick<Work, 'state' | 'licence'>, now: number): boolean {
  return state === 'accepted' && now < licence.until
}
