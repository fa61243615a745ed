/** The stations of a turn, as whoever watches sees them, and how one is passed. */

export type Station = 'attend' | 'recall' | 'triage' | 'compose' | 'review'

/** Does the work of a station, and tells whoever watches how long it took. */
export type Timed = <T>(station: Station, work: () => T) => T

/** Nobody watches. */
export const untimed: Timed = (_, work) => work()
