/** What is to go out, in order, until it arrived or never will. */
import type { OutboundMessage, Outgoing } from '../domain/message.ts'
import type { Windows } from '../domain/reply-window.ts'
import type { Sent } from './adapter.ts'

/** An outbound message held for sending. */
export interface Parcel {
  readonly message: OutboundMessage
  readonly attempts: number
  readonly lease: string
  /** What stands open in its thread, where the platform has reply windows. */
  readonly windows: Windows
  /** It had to wait for the fan's next word, and is the first that leaves after it. */
  readonly isLate: boolean
  /** It had to wait. */
  readonly wasHeld: boolean
}

/** How long words wait, and where else they may be said. */
export interface Waiting {
  readonly usefulUntil: number
  readonly elsewhere: readonly string[]
}

/** How a message left where the platform has reply windows. */
export interface Placed {
  /** Of which window it used up a part. */
  readonly window?: string
  /** Rows of the same conversation whose words left with it, in one message. */
  readonly with?: readonly number[]
}

export interface Outbox {
  /**
   * For each free conversation its oldest pending message, if due: of those in danger first, then what has been due for longest.
   * Order in a conversation is never broken. `platform`: only of its threads.
   */
  due(options: {
    readonly now: number
    readonly leaseMs: number
    readonly limit: number
    readonly platform?: string
  }): Promise<Parcel[]>
  /** For these, held by whoever sends them, the lease lasts `leaseMs` more from `now`; those that were lost stay lost. */
  renew(parcels: readonly Parcel[], options: { readonly now: number; readonly leaseMs: number }): Promise<void>
  /** `more`: all its messages' ids, if it became several, and whether it went without its files. */
  sent(parcel: Parcel, messageId: string, now: number, more?: Omit<Sent, 'messageId'> & Placed): Promise<void>
  /** What is to be said in its conversation right behind it, `limit` at most, in order. */
  behind(parcel: Parcel, limit: number): Promise<readonly { readonly row: number; readonly outgoing: Outgoing }[]>
  /**
   * It waits until the fan writes again, for `reason`; what is behind it goes on. `usefulUntil`: epoch ms. If it may go elsewhere, it is due
   * at once in another private talk with the same fan, on one of the platforms `elsewhere`, where nothing says when we may speak.
   */
  hold(parcel: Parcel, reason: string, now: number, more: Waiting): Promise<void>
  /** The platform says that the window it was to leave by is closed: it is due at once, by another. */
  shut(parcel: Parcel, window: string, reason: string, now: number): Promise<void>
  retry(parcel: Parcel, dueAt: number, reason: string): Promise<void>
  /**
   * Never tried again; kept with its reason. `closes`: nothing can be sent there any more, so the conversation is closed
   * with that reason, as by the event, and all it has to send is dead-lettered with it. If the thread has moved since the
   * parcel was taken, neither is true of its new place: the message is due there.
   */
  deadLetter(parcel: Parcel, reason: string, now: number, closes?: { readonly reason: string }): Promise<void>
  nextDueAt(): Promise<number | undefined>
}
