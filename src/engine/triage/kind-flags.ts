/** Kind and heat as flags of a decision's record (`kind:complaint`, `heat:0.8`), for an operator to count by. Pure. */
import type { MessageKind } from '../../domain/message-kind.ts'
import type { Recalled } from '../stages.ts'
import { type Verdict, withFlags } from '../verdict.ts'

export interface Tempered {
  readonly kind: MessageKind
  /** 0 (calm) to 1 (furious or in danger). */
  readonly heat: number
}

const rounded = (heat: number) => Math.round(heat * 10) / 10

function kindFlags({ kind, heat }: Tempered): readonly string[] {
  return [`kind:${kind}`, `heat:${rounded(heat)}`]
}

/** The verdict with its kind on record, unless that was noted already. */
export function withKind(verdict: Verdict, assessed: Tempered): Verdict {
  return verdict.flags?.some((flag) => flag.startsWith('kind:')) ? verdict : withFlags(verdict, kindFlags(assessed))
}

/** What was noticed in the words, and the kind. */
export function withAssessment(verdict: Verdict, { assessment }: Recalled): Verdict {
  return withKind(withFlags(verdict, assessment.flags), assessment)
}

/** From this heat on, as noted with a decision, nobody is in the mood for a joke. */
const UPSET = 0.5

export function isUpset(flags: readonly string[]): boolean {
  const heat = flags.find((flag) => flag.startsWith('heat:'))?.slice('heat:'.length)
  return heat !== undefined && Number(heat) >= UPSET
}

/** What the words say or what the model says: the hotter of the two, and where they are alike the model, which reads more than words. */
export function hotter(words: Tempered, model: { readonly kind?: MessageKind; readonly heat?: number }): Tempered {
  const { kind, heat = 0 } = model
  return kind !== undefined && rounded(heat) >= rounded(words.heat) ? { kind, heat } : words
}
