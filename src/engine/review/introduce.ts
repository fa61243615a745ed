/**
 * Who meets the bot for the first time, after a long silence or after a person, is told once that a bot speaks: in the reply
 * itself, in the persona's words. Regulation (EU) 2024/1689, Article 50 (1) and (5). Pure.
 */
import type { Bubble, Decision } from '../../domain/decision.ts'
import { isDanger } from '../../domain/handoff.ts'
import type { ReviewedText } from '../../domain/message.ts'
import { needsPlainWords } from '../../domain/open-case.ts'
import { saysBot } from '../../persona/lines/says-bot.ts'
import { longestIn } from '../../persona/voice/longest-in.ts'
import { inOneMessage } from '../../persona/voice/voice.ts'
import type { SurfaceAbilities } from '../../ports/adapter.ts'
import { isIntroductionDue } from '../recall/introduction.ts'
import type { Recalled } from '../stages.ts'
import { type Draft, lineFor } from '../word.ts'
import { check } from './review.ts'

export interface Introduced {
  readonly decision: Decision
  /** The fan is told by it. */
  readonly isTold: boolean
}

export function introduce(decision: Decision, draft: Draft, turn: Recalled, abilities: SurfaceAbilities): Introduced {
  const untold = { decision, isTold: false }
  if (!('bubbles' in decision && 'texts' in draft) || draft.changes?.forget || !isIntroductionDue(turn)) return untold
  const isUrgent = isInDanger(decision, turn) || needsPlainWords(turn)
  if (draft.texts.some(({ author, text }) => (author === 'line' || isUrgent) && saysBot(text)))
    return { decision, isTold: true }
  const [line] = check(
    lineFor(isUrgent ? 'plainIntroduction' : 'introduction', turn).text,
    'line',
    turn,
    abilities,
  ).pieces
  if (line === undefined || decision.bubbles.length === 0) return untold
  // The law has it told by the first words at the latest, also in danger: after what to do, and with nothing light about it.
  const bubbles = isUrgent ? after(decision.bubbles, line, abilities) : before(line, decision.bubbles, abilities)
  return { decision: { ...decision, bubbles }, isTold: true }
}

/** By its words, or because the model was sure of it. */
function isInDanger(decision: Decision, { assessment: { handoff, isViolence } }: Recalled): boolean {
  const called = decision.kind === 'handoff' ? decision.handoff.reason : handoff
  return isViolence || (called !== undefined && isDanger(called))
}

/** In one message with what was asked for: two would be one more than anybody wants of a first word. It may be a little longer for once. */
function before(line: ReviewedText, [first, ...others]: readonly Bubble[], abilities: SurfaceAbilities) {
  const whole = first && inOneMessage(line, first.text)
  if (whole === undefined || whole.length > longestIn(abilities))
    return [{ text: line }, ...(first ? [first] : []), ...others]
  // Also what is said to everybody in the place of words for one.
  const openly = first?.alone?.openly
  const alone = openly && { alone: { ...first.alone, openly: { ...openly, text: inOneMessage(line, openly.text) } } }
  return [{ ...first, text: whole, ...alone }, ...others]
}

function after(bubbles: readonly Bubble[], line: ReviewedText, abilities: SurfaceAbilities) {
  const last = bubbles.at(-1)
  const whole = last && inOneMessage(last.text, line)
  if (whole === undefined || whole.length > longestIn(abilities)) return [...bubbles, { text: line }]
  return [...bubbles.slice(0, -1), { ...last, text: whole }]
}
