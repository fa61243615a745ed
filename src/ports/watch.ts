/** What an operator's monitoring asks of the program. */

export type Up = 'up' | 'down'

/** Whether fans are heard and answered now. Nothing in it is secret. */
export interface Readiness {
  /** `degraded`: fans are heard, and answered without a model. */
  readonly status: 'ready' | 'degraded' | 'not ready'
  readonly database: Up
  /** `starting`: not connected since the start. */
  readonly platforms: Readonly<Record<string, Up | 'starting'>>
  /** `unasked`: since the start nothing was asked of it. */
  readonly model: Up | 'none' | 'unasked'
  /** Age of the oldest message that nobody has read yet; null while the database is down. */
  readonly oldestUnreadSeconds: number | null
}

/** What HTTP serves of it. */
export interface Watched {
  /** In the Prometheus text format 0.0.4. */
  metrics(): Promise<string>
  ready(): Promise<Readiness>
}
