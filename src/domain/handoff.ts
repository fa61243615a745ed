/** The step from bot to staff and back: why it is taken, and what staff are told. What they then work on is a case. */
/**
 * Why a person is needed. Each has its own line in the persona's voice; `stepped-in`: nobody called, a person came by themselves;
 * `draft`: what the bot would say waits for a person to send it, and the fan knows of nothing.
 */
export const handoffReasons = [
  'asked-for-person',
  'commitment',
  'complaint',
  'legal',
  'health',
  'safety',
  'self-harm',
  'threat',
  'payment',
  'account',
  'press',
  'not-understood',
  'failed-review',
  'model-out',
  'boundary',
  'rule',
  'stepped-in',
  'draft',
] as const
export type HandoffReason = (typeof handoffReasons)[number]

/** The fan, or somebody beside them, may come to harm; the gravest first. */
export const dangers: readonly HandoffReason[] = ['self-harm', 'threat', 'safety', 'health']

export function isDanger(reason: HandoffReason): boolean {
  return dangers.includes(reason)
}

/** What a case is about once danger is told on it: a lesser one never lowers a graver. */
export function graver(told: HandoffReason, before: HandoffReason): HandoffReason {
  return isDanger(before) && dangers.indexOf(before) <= dangers.indexOf(told) ? before : told
}

export interface HandoffRequest {
  readonly reason: HandoffReason
  /** Id of a team in the persona's `handoff.teams`. */
  readonly team?: string
  /** One or two sentences for staff; never shown to the fan. */
  readonly summary: string
  /** What the bot would have said, if a draft failed review. */
  readonly draft?: string
}
