/** What kind of message it is and how hot, read from the words alone, without a model. Pure. */
import type { HandoffReason } from '../domain/handoff.ts'
import type { Lang } from '../domain/message.ts'
import type { MessageKind } from '../domain/message-kind.ts'
import { type Reading, readText } from '../words/read-text.ts'
import { rememberFew, rememberLast } from '../words/remember-last.ts'
import { showsHarassment, showsInsult } from './abuse.ts'
import { declinesPerson } from './asks-for-person.ts'
import { asksSomething } from './asks-something.ts'
import { type Heat, measureHeat } from './heat.ts'
import { suspectsInjection } from './injection.ts'
import type { DangerSign } from './learned/learned-signs.ts'
import { guessKind, likenessTo, likestDanger, type SoftGuess } from './learned/likeness.ts'
import { showsSarcasm } from './sarcasm.ts'
import { countOf, overlooking, type PackSign, signOf } from './sign-of.ts'
import type { SoftKind } from './soft-kinds.ts'
import { showsSpam } from './spam.ts'
import { withoutDeniedAllergy, withoutNaming } from './told-of-self.ts'

export interface Assessment {
  readonly kind: MessageKind
  /** 0 (calm) to 1 (furious or in danger). */
  readonly heat: number
  /** Set when the words alone call for a person, whatever else could be answered. */
  readonly handoff?: HandoffReason
  /** With a `handoff` for a phrase: the languages whose phrases hear it. */
  readonly languages?: readonly Lang[]
  /** With `handoff` or `maybe`: somebody is hurt or threatened by another person just now. */
  readonly isViolence?: true
  /** It is somewhat like danger, or like asking for a person: one is called, if nothing else is understood. */
  readonly maybe?: HandoffReason
  /** With `handoff`: an approved answer that fits may be given instead, as the brand foresaw the case. */
  readonly yieldsToAnswer?: true
  /**
   * Things noticed, for the record: `injection-suspected`, `capitals`, `exclaims`, `repeated`, `insult`, `harassment`,
   * `sarcasm`, and `by-likeness` where no phrase showed the danger, but its likeness to the examples.
   */
  readonly flags: readonly string[]
}

export interface AssessInput {
  readonly text: string
  readonly lang: Lang
  /** Earlier texts of the same fan in this conversation, oldest first. */
  readonly earlier: readonly string[]
}

const namesMatter = signOf('matter')
const countPleasure = countOf('pleasure')
const saysComplaint = signOf('complaint')
const saysArrival = signOf('arrival')
const asksAfterOrder = signOf('asks-after-order')
const showsHardWords = signOf('hard-words')
/** A game that was lost, a price that kills: words of danger in which nobody is in danger, whatever else the message holds. */
const withoutHarmless = overlooking('harmless')

type Finding = Pick<Assessment, 'kind' | 'heat' | 'handoff' | 'languages' | 'isViolence' | 'yieldsToAnswer'>

const violence: Finding = { kind: 'crisis', heat: 1, handoff: 'safety', isViolence: true }

type Table = readonly (readonly [PackSign, Finding])[]

/** Danger to people, first of all. */
const dangers: readonly [Table[number], ...Table] = [
  [signOf('self-harm'), { kind: 'crisis', heat: 1, handoff: 'self-harm' }],
  [signOf('violence-now'), violence],
  [signOf('threat'), { kind: 'crisis', heat: 1, handoff: 'threat' }],
]

/** What a person must see even if an answer fits, in order of weight; `yieldsToAnswer` where the brand may have foreseen it. */
const cases: Table = [
  [signOf('health'), { kind: 'complaint', heat: 0.7, handoff: 'health' }],
  [signOf('safety'), { kind: 'complaint', heat: 0.7, handoff: 'safety' }],
  [signOf('legal'), { kind: 'legal', heat: 0.6, handoff: 'legal' }],
  [signOf('payment-trouble'), { kind: 'order-trouble', heat: 0.4, handoff: 'payment' }],
  [signOf('account-trouble'), { kind: 'order-trouble', heat: 0.4, handoff: 'account' }],
  [signOf('overheating'), { kind: 'complaint', heat: 0.5, handoff: 'safety', yieldsToAnswer: true }],
  [signOf('lost-card'), { kind: 'order-trouble', heat: 0.3, handoff: 'payment', yieldsToAnswer: true }],
  [signOf('feels-forgotten'), { kind: 'complaint', heat: 0.4, handoff: 'complaint' }],
  [signOf('press'), { kind: 'press', heat: 0, handoff: 'press', yieldsToAnswer: true }],
]

/** What no phrase holds: the danger whose examples a message is most like. */
const byLikeness: Readonly<Record<DangerSign, Finding>> = {
  'self-harm': { kind: 'crisis', heat: 1, handoff: 'self-harm' },
  'violence-now': violence,
  threat: { kind: 'crisis', heat: 1, handoff: 'threat' },
  health: { kind: 'complaint', heat: 0.7, handoff: 'health' },
  safety: { kind: 'complaint', heat: 0.7, handoff: 'safety' },
}

const none: Partial<Finding> = {}

/** From here on a fan is told that a person comes, whatever else could be answered. */
const TOO_HOT = 0.7
/** As hot as words of praise that mock. */
const MOCKING = 0.5
/** Twice in words of displeasure. */
const DISPLEASED = 0.3
/** Earlier messages that a complaint is held against. */
const REMEMBERED = 6
/** A complaint that is pressed: said before, and not in calm. */
const PRESSED = 0.4
const pleasedFaces = /[😍🥰😻🤩❤💕💖💗💘💝💞🧡💛💚💙💜🖤🤍]/u
/** A guess below its kind's bar says little, and the message is taken for a question. */
const bars: Readonly<Record<SoftKind, number>> = {
  question: 0,
  'order-trouble': 0.45,
  complaint: 0.9,
  praise: 0.7,
  suggestion: 0.45,
  chat: 0.4,
}
/** A question as plain as this stays one, whatever pleases in it. */
const SURELY_ASKED = 0.9
/** With words of displeasure in it, less is enough for a complaint, */
const WORDED_COMPLAINT = 0.35
/** and without any, more is needed for trouble with an order: a guess that is hardly one opens no case. */
const CALM_TROUBLE = 0.62

export function assess(input: AssessInput): Assessment {
  const reading = readText(input.text)
  // A turn asks several times what a message is by itself, before it knows what came earlier.
  return input.earlier.length === 0 ? alone(input.lang)(reading) : assessed(reading, input)
}

const alone = rememberFew((lang: Lang) => rememberLast((reading: Reading) => assessed(reading, { lang, earlier: [] })))

function assessed(reading: Reading, { lang, earlier }: Omit<AssessInput, 'text'>): Assessment {
  const isHarassing = showsHarassment(reading)
  const isInsulting = showsInsult(reading)
  const temper = measureHeat(reading, earlier, isInsulting || showsHardWords(reading))
  const flags = [
    ...temper.flags,
    ...(isHarassing ? ['harassment'] : []),
    ...(suspectsInjection(reading) ? ['injection-suspected'] : []),
  ]
  const earnest = withoutHarmless(reading)
  const danger = heardIn(earnest, dangers)
  if (danger) return { ...danger, flags }
  if (showsSpam(reading)) return { kind: 'spam', heat: 0, flags }
  const found = heardIn(earnest, cases)
  if (found) return { ...found, heat: Math.max(found.heat, temper.heat), flags }
  const alike = likestDanger(earnest)
  if (alike?.likeness === 'sure') {
    const danger = byLikeness[alike.sign]
    return { ...danger, heat: Math.max(danger.heat, temper.heat), flags: [...flags, 'by-likeness'] }
  }
  if (isHarassing || (isInsulting && !namesMatter(reading)))
    return { kind: 'abuse', heat: Math.max(0.8, temper.heat), flags }
  const isSarcastic = showsSarcasm(reading)
  const soft = softly({ reading, lang, temper, earlier, isSarcastic })
  const unnamed = withoutNaming(reading.raw)
  const earnestly = unnamed === reading.raw ? reading : readText(unnamed)
  const isLikeCall = likenessTo('asks-for-person', earnestly) === 'sure' && !declinesPerson(reading.raw)
  const left = alike && stillAlike(reading, alike)
  const { handoff: likely, isViolence } = left ? byLikeness[left.sign] : none
  const maybe = likely ?? (isLikeCall ? 'asked-for-person' : undefined)
  return {
    ...soft,
    ...(maybe ? { maybe } : {}),
    ...(isViolence ? { isViolence } : {}),
    flags: isSarcastic ? [...flags, 'sarcasm'] : flags,
  }
}

/** What is like danger only by an allergy that is denied is not. */
function stillAlike({ raw }: Reading, alike: NonNullable<ReturnType<typeof likestDanger>>) {
  const bare = withoutDeniedAllergy(raw)
  return bare === raw ? alike : likestDanger(withoutHarmless(readText(bare)))
}

/** By phrases alone, which is quick: what else is danger is heard when the message is read. */
export function saysDanger(text: string): boolean {
  const reading = readText(text)
  return dangers.some(([shows]) => shows(reading)) && heardIn(withoutHarmless(reading), dangers) !== undefined
}

/** The same of danger by one's own hand. */
export function saysSelfHarm(text: string): boolean {
  const [[shows]] = dangers
  const reading = readText(text)
  return shows(reading) && shows(withoutHarmless(reading))
}

function heardIn(reading: Reading, table: Table): Finding | undefined {
  const [sign, finding] = table.find(([shows]) => shows(reading)) ?? []
  return sign && finding && { ...finding, languages: sign.languagesIn(reading) }
}

interface Softly {
  readonly reading: Reading
  readonly lang: Lang
  readonly temper: Heat
  readonly earlier: readonly string[]
  readonly isSarcastic: boolean
}

/** The kinds that an answer can serve; a complaint goes to a person when it is furious, or pressed again. */
function softly(said: Softly): Finding {
  const { reading, lang, temper, earlier, isSarcastic } = said
  const isComplaint = saysComplaint(reading)
  const guessed = pleases(said) ? 'praise' : kindIn(said)
  const isAngry = (temper.heat >= PRESSED && temper.isWorded) || (temper.isFurious && !asksSomething(reading.raw, lang))
  const before = earlier.slice(-REMEMBERED).map(troubleIn)
  const isAgain = temper.isWorded && before.at(-1) !== undefined && before.at(-1) !== 'order-trouble'
  const isFurious = isAgain || (isAngry && guessed !== 'order-trouble')
  const kind = isComplaint || isFurious || isSarcastic ? 'complaint' : guessed
  const least = isSarcastic ? MOCKING : kind === 'complaint' ? 0.35 : kind === 'order-trouble' ? 0.2 : 0
  const heat = Math.min(1, Math.max(temper.heat, least + temper.insistence))
  if (kind !== 'complaint' && kind !== 'order-trouble') return { kind, heat }
  const risen = Math.min(1, heat + 0.1 * before.filter(Boolean).length)
  // One of the two at least in words of displeasure: a guess alone calls nobody.
  const isWorded = temper.isWorded || isComplaint || isSarcastic || before.at(-1) === 'worded'
  const isPressed =
    isWorded && before.at(-1) !== undefined && (kind === 'complaint' || before.at(-1) !== 'order-trouble')
  if (risen >= TOO_HOT || isPressed) return { kind, heat: risen, handoff: 'complaint' }
  return isComplaint ? { kind, heat: risen, handoff: 'complaint', yieldsToAnswer: true } : { kind, heat: risen }
}

/** A guess alone makes no complaint of a question or of where an order is, and no trouble of an order that came. */
function kindIn({ reading, lang, temper }: Softly): SoftKind {
  if (!temper.isWorded && saysArrival(reading) && !asksSomething(reading.raw, lang)) return 'chat'
  const guessed = sureKind(guessKind(reading), temper)
  const kind = guessed === 'complaint' && !temper.isWorded && asksAfterOrder(reading) ? 'order-trouble' : guessed
  return kind === 'complaint' && !temper.isWorded && asksSomething(reading.raw, lang) ? 'question' : kind
}

/** Words that please, with nothing asked and nothing wrong, are praise, unless another kind is surely meant. */
function pleases({ reading, lang, temper, isSarcastic }: Softly): boolean {
  if (temper.isWorded || isSarcastic || asksSomething(reading.raw, lang)) return false
  const { kind, confidence } = guessKind(reading)
  const isOther = kind !== 'praise' && kind !== 'question' && kind !== 'chat' && confidence >= bars[kind]
  const isPleased = countPleasure(reading) > 0 || pleasedFaces.test(reading.raw)
  return !isOther && !(kind === 'question' && confidence >= SURELY_ASKED) && isPleased
}

function sureKind({ kind, confidence }: SoftGuess, { isWorded }: Heat): SoftKind {
  return confidence >= barOf(kind, isWorded) ? kind : 'question'
}

function barOf(kind: SoftKind, isWorded: boolean): number {
  if (kind === 'complaint' && isWorded) return WORDED_COMPLAINT
  return kind === 'order-trouble' && !isWorded ? CALM_TROUBLE : bars[kind]
}

function troubleIn(text: string): 'worded' | 'complaint' | 'order-trouble' | undefined {
  const reading = readText(text.slice(0, 500))
  if (saysComplaint(reading) || showsSarcasm(reading)) return 'worded'
  const temper = measureHeat(reading, [], false)
  const kind = sureKind(guessKind(reading), temper)
  if (temper.isFurious || (temper.isWorded && temper.heat >= DISPLEASED)) return 'worded'
  if (kind !== 'complaint' && kind !== 'order-trouble') return undefined
  return temper.isWorded ? 'worded' : kind
}
