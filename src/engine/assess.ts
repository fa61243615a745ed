/** What kind of message it is and how hot, read from the words alone, without a model. Pure. */
import type { HandoffReason } from '../domain/handoff.ts'
import type { Lang } from '../domain/message.ts'
import { showsHarassment, showsInsult } from './triage/abuse-signs.ts'
import { showsThreat, showsViolenceNow } from './triage/danger.ts'
import { showsHealth, showsOverheating, showsSafety } from './triage/harm-signs.ts'
import { type Heat, measureHeat } from './triage/heat.ts'
import { suspectsInjection } from './triage/injection-signs.ts'
import { showsLegal } from './triage/legal-signs.ts'
import { showsAccountTrouble, showsLostCard, showsPaymentTrouble } from './triage/money-signs.ts'
import { showsPress } from './triage/press-signs.ts'
import { type Reading, readText } from './triage/read-text.ts'
import { showsSelfHarm } from './triage/self-harm.ts'
import type { Sign } from './triage/signs.ts'
import { guessKind } from './triage/soft-kind.ts'
import { showsSpam } from './triage/spam-signs.ts'
import { saysComplaint, showsHardWords } from './triage/temper-words.ts'

export interface Assessment {
  readonly kind:
    | 'question'
    | 'order-trouble'
    | 'complaint'
    | 'praise'
    | 'suggestion'
    | 'chat'
    | 'spam'
    | 'abuse'
    | 'crisis'
    | 'press'
    | 'legal'
  /** 0 (calm) to 1 (furious or in danger). */
  readonly heat: number
  /** Set when the words alone call for a person, whatever else could be answered. */
  readonly handoff?: HandoffReason
  /** With `handoff`: an approved answer that fits may be given instead, as the brand foresaw the case. */
  readonly yieldsToAnswer?: true
  /** Things noticed, for the record: `injection-suspected`, `capitals`, `exclaims`, `repeated`, `insult`, `harassment`. */
  readonly flags: readonly string[]
}

export interface AssessInput {
  readonly text: string
  readonly lang: Lang
  /** Earlier texts of the same fan in this conversation, oldest first. */
  readonly earlier: readonly string[]
}

type Finding = Pick<Assessment, 'kind' | 'heat' | 'handoff' | 'yieldsToAnswer'>

/** Danger to people, first of all. */
const dangers: readonly (readonly [Sign, Finding])[] = [
  [showsSelfHarm, { kind: 'crisis', heat: 1, handoff: 'self-harm' }],
  [showsViolenceNow, { kind: 'crisis', heat: 1, handoff: 'safety' }],
  [showsThreat, { kind: 'crisis', heat: 1, handoff: 'threat' }],
]

/** What a person must see even if an answer fits, in order of weight; `yieldsToAnswer` where the brand may have foreseen it. */
const cases: readonly (readonly [Sign, Finding])[] = [
  [showsHealth, { kind: 'complaint', heat: 0.7, handoff: 'health' }],
  [showsSafety, { kind: 'complaint', heat: 0.7, handoff: 'safety' }],
  [showsLegal, { kind: 'legal', heat: 0.6, handoff: 'legal' }],
  [showsPaymentTrouble, { kind: 'order-trouble', heat: 0.4, handoff: 'payment' }],
  [showsAccountTrouble, { kind: 'order-trouble', heat: 0.4, handoff: 'account' }],
  [showsOverheating, { kind: 'complaint', heat: 0.5, handoff: 'safety', yieldsToAnswer: true }],
  [showsLostCard, { kind: 'order-trouble', heat: 0.3, handoff: 'payment', yieldsToAnswer: true }],
  [showsPress, { kind: 'press', heat: 0, handoff: 'press', yieldsToAnswer: true }],
]

/** From here on a fan is told that a person comes, whatever else could be answered. */
const TOO_HOT = 0.7
/** A complaint that is pressed: said before, and not in calm. */
const PRESSED = 0.4
/** Below this the guess says little, and the message is taken for a question. */
const UNSURE = 0.35

export function assess({ text, earlier }: AssessInput): Assessment {
  const reading = readText(text)
  const isHarassing = showsHarassment(reading)
  const isInsulting = showsInsult(reading)
  const temper = measureHeat(reading, earlier, isInsulting || showsHardWords(reading))
  const flags = [
    ...temper.flags,
    ...(isHarassing ? ['harassment'] : []),
    ...(suspectsInjection(reading) ? ['injection-suspected'] : []),
  ]
  const danger = dangers.find(([shows]) => shows(reading))?.[1]
  if (danger) return { ...danger, flags }
  if (showsSpam(reading)) return { kind: 'spam', heat: 0, flags }
  const found = cases.find(([shows]) => shows(reading))?.[1]
  if (found) return { ...found, heat: Math.max(found.heat, temper.heat), flags }
  const soft = softly(reading, temper, earlier)
  const hasMatter = soft.kind === 'complaint' || soft.kind === 'order-trouble'
  if (isHarassing || (isInsulting && !hasMatter)) return { kind: 'abuse', heat: Math.max(0.8, temper.heat), flags }
  return { ...soft, flags }
}

/** The kinds that an answer can serve; a complaint goes to a person when it is furious, or pressed again and again. */
function softly(reading: Reading, temper: Heat, earlier: readonly string[]): Finding {
  const guess = guessKind(reading)
  const isComplaint = saysComplaint(reading)
  const guessed = guess.confidence < UNSURE ? 'question' : guess.kind
  const kind =
    isComplaint || (temper.heat >= PRESSED && temper.isWorded && guessed !== 'order-trouble') ? 'complaint' : guessed
  const heat = Math.max(temper.heat, kind === 'complaint' ? 0.35 : kind === 'order-trouble' ? 0.2 : 0)
  if (kind !== 'complaint' && kind !== 'order-trouble') return { kind, heat }
  const before = earlier.slice(-6).filter(isTrouble).length
  const risen = Math.min(1, heat + 0.1 * before)
  const isPressed = before >= 2 && (kind === 'complaint' || risen >= PRESSED + 0.1)
  if (risen >= TOO_HOT || isPressed) return { kind, heat: risen, handoff: 'complaint' }
  return isComplaint ? { kind, heat: risen, handoff: 'complaint', yieldsToAnswer: true } : { kind, heat: risen }
}

function isTrouble(text: string): boolean {
  const { kind, confidence } = guessKind(readText(text.slice(0, 500)))
  return (kind === 'complaint' || kind === 'order-trouble') && confidence >= 0.5
}
