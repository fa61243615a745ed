/** What every language's default lines hold. */
import type { HandoffReason } from '../../../domain/handoff.ts'
import type { Occasion } from '../../schema/schema.ts'

/**
 * One language. Placeholders: {fan} {persona} {brand} {team} {staff} {hours}; a line must also read well when {fan} and the
 * comma beside it are left out (fill.ts).
 */
export interface DefaultLines extends Readonly<Record<Occasion, readonly string[]>> {
  readonly handoff: Readonly<Partial<Record<HandoffReason, readonly string[]>>> & {
    readonly default: readonly string[]
  }
  /** Said when asked whether it is a bot; each says so. */
  readonly bot: readonly string[]
  /** How a person is introduced. */
  readonly person: string
}
