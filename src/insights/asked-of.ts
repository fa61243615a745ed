/** Whether a turn was a question to the brand, how it ended, and what it was about. Pure. */
import type { ReasonCode } from '../domain/decision.ts'
import type { AskedNow, AskedOutcome, Uncounted } from '../domain/insight.ts'
import { asksSomething } from '../hearing/asks-something.ts'
import { assess } from '../hearing/assess.ts'
import type { Persona } from '../persona/persona.ts'
import { detectLanguage } from '../words/languages/detect-language.ts'

/** Probability from which on the closest answer tells the topic, where none was given. */
const CLOSE = 0.5

const answered: ReadonlySet<ReasonCode> = new Set([
  'approved-answer',
  'chosen-answer',
  'said-above',
  'closed-day',
  'holding',
  'holding-statement',
  'own-example',
])
const unanswered: ReadonlySet<ReasonCode> = new Set([
  'does-not-know',
  'model-failed',
  'failed-review',
  'media-not-understood',
  'gave-up',
])

export function askedOf(turn: Uncounted, persona: Persona): AskedNow | undefined {
  const outcome = outcomeOf(turn, persona)
  const message = turn.messages.at(-1)
  if (outcome === undefined || message === undefined) return undefined
  const { reason, answerId, closest } = turn
  // Who asks for a person names no topic.
  const isNamed = reason !== 'asked-for-person' && closest !== undefined && closest.score >= CLOSE
  const about = answerId ?? (isNamed ? closest.answerId : undefined)
  return {
    ...{ accountId: message.author.accountId, row: message.row, outcome, reason },
    topic: about === undefined ? '' : topicOf(about, persona),
    ...(answerId === undefined ? {} : { answerId }),
  }
}

function outcomeOf({ kind, reason, isHeld, messages }: Uncounted, { languages }: Persona): AskedOutcome | undefined {
  if (kind === 'handoff' || isHeld) return 'handed-over'
  if (kind !== 'reply' && kind !== 'clarify') return undefined
  if (answered.has(reason)) return 'answered'
  const texts = messages.map(({ text }) => ({ text, lang: detectLanguage(text, { among: languages }) }))
  const isAsked = texts.some(({ text, lang }) => asksSomething(text, lang))
  // A model also chats.
  if (reason === 'model-reply') return isAsked ? 'answered' : undefined
  const isWish = ({ text, lang = languages[0] ?? 'en' }: (typeof texts)[number]) =>
    assess({ text, lang, earlier: [] }).kind === 'suggestion'
  // A wish needs no answer: it is heard, and kept with what fans ask for.
  if (!isAsked && texts.length > 0 && texts.every(isWish)) return undefined
  if (kind === 'clarify') return 'asked-back'
  return unanswered.has(reason) ? 'unanswered' : undefined
}

/** That of the commitments where the answer names one: answers of one topic are one matter. */
function topicOf(answerId: string, { answers }: Persona): string {
  return answers.find(({ id }) => id === answerId)?.topic ?? answerId
}
