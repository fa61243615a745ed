/** One pace for all processes: so many in any stretch of time, counted in the database by its clock. */

export interface Pace {
  readonly name: string
  /** At most so many in any `periodMs`. */
  readonly most: number
  readonly periodMs: number
  /** Places asked for at once, `most` at the most. */
  readonly places: number
}

export interface Paces {
  /**
   * Places in each of these, all in one statement: in how many ms they may be used. Where that is further off than `patienceMs`, none was
   * taken, and it is asked again then.
   */
  take(
    paces: readonly Pace[],
    patienceMs: number,
  ): Promise<readonly { readonly waitMs: number; readonly isTaken: boolean }[]>
}
