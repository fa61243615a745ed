/** Without a model: approved answers, the persona's lines, and a clarifying question when two answers are close. Pure. */

import type { Choice } from '../../domain/conversation.ts'
import type { Lang } from '../../domain/message.ts'
import { openCaseOf } from '../../domain/open-case.ts'
import { asksSomething } from '../../hearing/assess.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import { label } from '../../hearing/small-words.ts'
import { showsSorrow } from '../../hearing/sorrow.ts'
import type { Hit } from '../../knowledge/create-knowledge.ts'
import { textIn } from '../../persona/lines/localise.ts'
import type { Persona } from '../../persona/persona.ts'
import { readText } from '../../words/read-text.ts'
import { joinedIn, mayJoinIn } from '../attend/talk-budget.ts'
import { type Draft, silent, withChanges } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Triaged } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { answerSeveral } from './answer-several.ts'
import { composeSmallTalk } from './compose-small-talk.ts'
import { giveAnswer } from './give-answer.ts'

const MAX_CHOICES = 3
/** A word to an open case, or an angry one, gives way to an approved answer only when that is surely meant; a mere pleasantry, when it is certain. */
const SURE = 0.7
const CERTAIN = 0.9
/** Heat from which a complaint is met with an apology first. */
const UPSET = 0.4
const ANGRY = 0.5
const LABEL_LENGTH = 40

export function composeApproved(turn: Triaged, persona: Persona, after: { modelFailed?: boolean } = {}): Draft {
  const { outcome, hits } = turn.findings
  const [best] = hits
  const names = [persona.name, ...persona.nicknames, persona.brand.name]
  const smallTalk = turn.isAmbient ? undefined : recogniseSmallTalk(turn.text, { languages: persona.languages, names })
  if (turn.isAmbient) return joinIn(turn, persona)
  // Pleased words ask nothing, and what is added to an open case is for the person who was called.
  const isPleased = turn.assessment.kind === 'praise' && (best?.score ?? 0) < CERTAIN
  const least = smallTalk ? CERTAIN : openCaseOf(turn) || isAngry(turn) ? SURE : 0
  const isSure = best && best.score >= least
  if (isSad(turn)) return { kind: 'reply', reason: 'comfort', texts: [say('comfort', turn, persona)] }
  if (outcome === 'answer' && isSure && !isPleased) return answered(best, turn, persona)
  if (smallTalk) return composeSmallTalk(smallTalk.occasion, turn, persona)
  if (isPleased) return composeSmallTalk('praise', turn, persona)
  if (outcome === 'clarify' && best) return clarify(hits, turn, persona)
  // A person will read it: no word of what the bot cannot do, and no offer of the person who was called already.
  if (openCaseOf(turn)) return { kind: 'reply', reason: 'holding', texts: [say('holding', turn, persona)] }
  if (turn.text === '' && turn.messages.some((message) => message.attachments?.length))
    return { kind: 'reply', reason: 'media-not-understood', texts: [say('media', turn, persona)] }
  return notKnown(turn, persona, after.modelFailed ?? false)
}

/** Trouble told in anger: an answer that may be beside it would make it worse, and a person is called instead. */
function isAngry({ assessment: { kind, heat } }: Triaged): boolean {
  return (kind === 'complaint' || kind === 'order-trouble') && heat >= ANGRY
}

/** Sorrow with no matter of the shop in it; trouble with an order has its own ways. */
function isSad({ text, assessment }: Triaged): boolean {
  return (assessment.kind === 'question' || assessment.kind === 'chat') && showsSorrow(readText(text))
}

/** Not called, only to a question, only an answer it is sure of, and only within the talk budget. */
function joinIn(turn: Triaged, persona: Persona): Draft {
  const { outcome, hits } = turn.findings
  const [best] = hits
  const isSure = outcome === 'answer' && best && best.score >= persona.manners.ambient.sure
  if (!isSure || turn.isToMember || !asksSomething(turn.text)) return silent('not-addressed')
  const verdict = mayJoinIn(turn, persona)
  if (verdict !== 'free') return silent(verdict)
  return withChanges(giveAnswer(best, turn, persona), { state: joinedIn(turn) })
}

/** To somebody upset, a word of apology comes before the approved words; about money and accounts, a person is offered with them. */
function answered(hit: Hit, turn: Triaged, persona: Persona): Draft {
  const draft = answerSeveral(turn, persona) ?? giveAnswer(hit, turn, persona)
  if (draft.kind !== 'reply') return draft
  const { kind, heat, handoff } = turn.assessment
  const isUpset = kind === 'complaint' && heat >= UPSET
  const isMoney = handoff === 'payment' || handoff === 'account'
  const person = { label: label('person', turn.lang), value: 'command:human' }
  const texts = isMoney
    ? draft.texts.map((text, at) =>
        at === draft.texts.length - 1 ? { ...text, buttons: [...(text.buttons ?? []), person] } : text,
      )
    : draft.texts
  return { ...draft, texts: isUpset ? [say('apology', turn, persona), ...texts] : texts }
}

/** Names the close answers and lets the fan choose; after too many of these in a row, a person. */
function clarify(hits: readonly Hit[], turn: Triaged, persona: Persona): Draft {
  const asked = turn.conversation.state.clarifications ?? 0
  if (asked >= persona.handoff.clarifications)
    return withChanges(handOff('not-understood', turn, persona), { state: { clarifications: 0, pending: undefined } })
  const choices = hits.slice(0, MAX_CHOICES).map((hit) => choiceOf(hit, turn.lang, persona))
  const buttons = choices.map((choice) => ({ label: choice.label, value: `answer:${choice.answerId}` }))
  // None of mere guesses may be meant, and a person is always another way.
  if (turn.findings.outcome === 'unknown') buttons.push({ label: label('person', turn.lang), value: 'command:human' })
  return {
    kind: 'clarify',
    reason: turn.findings.doubt ?? 'close-answers',
    texts: [say('clarify', turn, persona, buttons)],
    choices,
    changes: {
      state: { pending: { kind: 'clarify', choices, accountId: turn.author.accountId }, clarifications: asked + 1 },
    },
  }
}

function choiceOf({ answer, phrasing }: Hit, lang: Lang, persona: Persona): Choice {
  const title = answer.title ? textIn(answer.title, lang, persona) : phrasing
  const units = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(title)].map((g) => g.segment)
  const label = units.length > LABEL_LENGTH ? `${units.slice(0, LABEL_LENGTH - 1).join('')}…` : title
  return { answerId: answer.id, label }
}

/** The honest line, with a button to a person; after `handoff.clarifications` of these in a row a person is called. */
function notKnown(turn: Triaged, persona: Persona, modelFailed: boolean): Draft {
  const misses = (turn.conversation.state.misses ?? 0) + 1
  if (turn.assessment.kind === 'complaint' || turn.assessment.kind === 'order-trouble')
    return handOff('complaint', turn, persona)
  if (turn.findings.guesses && !turn.isForeign) return clarify(turn.findings.guesses, turn, persona)
  if (misses > persona.handoff.clarifications)
    return withChanges(handOff('not-understood', turn, persona), { state: { misses: 0 } })
  const person = [{ label: label('person', turn.lang), value: 'command:human' }]
  const occasion = turn.isForeign ? 'wrongLanguage' : modelFailed ? 'error' : 'doesNotKnow'
  return {
    kind: 'reply',
    reason: modelFailed ? 'model-failed' : 'does-not-know',
    texts: [say(occasion, turn, persona, person)],
    changes: { state: { misses, pending: undefined } },
  }
}
