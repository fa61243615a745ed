/** The database and the time of day. */
export interface StoreTime {
  /** Its own clock, epoch ms. If absent, it is the clock of this machine. */
  ofDatabase?(): Promise<number>
  /** When the last message was accepted or settled, epoch ms; undefined when there is none. */
  newest(): Promise<number | undefined>
  /**
   * The time of day was set back by `byMs`, and is `now`: what is due, and every lease, is moved by as much, if it lies so far in the
   * future that it must be of the old time. Twice is as good as once.
   */
  setBack(byMs: number, now: number): Promise<void>
}
