/** What the program is made of, told at its creation. */
import type { Config } from '../config.ts'
import type { Decision } from '../domain/decision.ts'
import type { TurnTrace } from '../domain/trace.ts'
import type { MascotError } from '../errors.ts'
import type { Log } from '../log.ts'
import type { Persona } from '../persona/persona.ts'
import type { Adapter, SurfaceAbilities } from '../ports/adapter.ts'
import type { Clock } from '../ports/clock.ts'
import type { Page } from '../ports/page.ts'
import type { Pseudonyms } from '../words/personal-data/pseudonyms.ts'
import type { Http } from './http.ts'

export interface MascotOptions {
  readonly config: Config
  readonly persona: Persona
  readonly adapters: readonly Adapter[]
  readonly clock: Clock
  readonly log: Log
  /**
   * Other processes may stand on the same database, where it is one for several: its time counts, and what only one may do is done by one.
   * If absent, this one is alone.
   */
  readonly isOneOfMany?: boolean
  /** How long a killed process holds what it had in hand, in ms. */
  readonly leaseMs?: number
  /** Serve health, metrics, the adapters' routes and the pages over HTTP. */
  readonly isServing?: boolean
  readonly pages?: readonly Page[]
  /** As which platforms the playground plays, and what these show. If absent, those that are connected. */
  readonly surfaces?: Readonly<Record<string, SurfaceAbilities>>
  /** How the log calls people: by a key of the database from the start on. If absent, by one of this process. */
  readonly pseudonyms?: Pseudonyms
  /** Called once HTTP is served, before the adapters start. */
  readonly onServing?: (http: Http) => Promise<void>
  /** Reload the persona when its files are saved. */
  readonly isWatching?: boolean
  /** Told of each save: what is in force before and after it, or why the old persona stays. If absent, the log alone tells. */
  readonly onSaved?: (saved: { readonly before: Persona; readonly after: Persona } | MascotError) => void
  /** Told of each turn what came to pass on its way. If absent, nobody looks on. */
  readonly onTraced?: (decision: Decision, trace: TurnTrace) => void
  /** Nothing it says waits for a person, whatever the persona's drafts are. */
  readonly hasNoDrafts?: boolean
  /**
   * Think a turn or two through `before` the adapters start, and many beside them, or only some `beside` them, where somebody
   * waits for the start. If absent, the first turns are slow.
   */
  readonly warmUp?: 'before' | 'beside'
  /** Aborted while it starts: the start is given up, whatever it waits for. If absent, it cannot be. */
  readonly signal?: AbortSignal
}
