/** What is to go out, in order, until it arrived or never will. */
import type { OutboundMessage } from '../domain/message.ts'
import type { Sent } from './adapter.ts'

/** An outbound message held for sending. */
export interface Parcel {
  readonly message: OutboundMessage
  readonly attempts: number
  readonly lease: string
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
  sent(parcel: Parcel, messageId: string, now: number, more?: Omit<Sent, 'messageId'>): Promise<void>
  retry(parcel: Parcel, dueAt: number, reason: string): Promise<void>
  /**
   * Never tried again; kept with its reason. `closes`: nothing can be sent there any more, so the conversation is closed
   * with that reason, as by the event, and all it has to send is dead-lettered with it. If the thread has moved since the
   * parcel was taken, neither is true of its new place: the message is due there.
   */
  deadLetter(parcel: Parcel, reason: string, now: number, closes?: { readonly reason: string }): Promise<void>
  nextDueAt(): Promise<number | undefined>
}
