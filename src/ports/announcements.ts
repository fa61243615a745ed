/** What is to be told to another program: written with what it tells of, sent in order for each thing it is about. */
import type { Announcement } from '../domain/announcement.ts'

export interface DueAnnouncement extends Announcement {
  readonly row: number
  /** Tries that failed. */
  readonly failures: number
}

export interface Announcements {
  /** Held for `leaseMs`; of what is about the same thing the oldest alone, until it was sent or set aside. */
  take(now: number, leaseMs: number, limit: number): Promise<readonly DueAnnouncement[]>
  /** When the next is due; undefined where there is none. */
  nextDueAt(): Promise<number | undefined>
  sent(row: number): Promise<void>
  failed(row: number, nextAt: number): Promise<void>
  /** It is kept for the record, and no longer tried. What was set aside before `keptSince` goes. */
  setAside(row: number, now: number, keptSince: number): Promise<void>
}
