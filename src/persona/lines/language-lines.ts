/** The lines of one language that a persona speaks when its YAML has none of its own, by occasion. */
import type { HandoffReason } from '../../domain/handoff.ts'
import type { Occasion } from '../schema/lines.ts'

/** Placeholders are those of fill.ts; a line must also read well when {fan} and the comma beside it are left out. */
export interface LanguageLines extends Readonly<Record<Occasion, readonly string[]>> {
  readonly handoff: Readonly<Partial<Record<HandoffReason, readonly string[]>>> & {
    readonly default: readonly string[]
  }
  /** Said when asked whether it is a bot; each says so. */
  readonly bot: readonly string[]
  /** How a person is introduced. */
  readonly person: string
}
