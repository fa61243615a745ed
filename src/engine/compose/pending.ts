/** Answers to our own open question: a choice made, a consent given or refused, a deletion confirmed. Pure. */
import type { Choice, Pending } from '../../domain/conversation.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import type { Persona } from '../../persona/persona.ts'
import { cleanText } from '../../words/clean-text.ts'
import type { Draft } from '../draft.ts'
import { say } from '../review/lines.ts'
import type { Recalled } from '../stages.ts'
import { giveAnswer } from './give-answer.ts'

/** Undefined when nothing stands open for this fan, or the message is about something else. */
export function answerPending(turn: Recalled, persona: Persona): Draft | undefined {
  const pressed = turn.messages.findLast((message) => message.button !== undefined)?.button
  const pending = turn.conversation.state.pending
  const isTheirs = pending?.accountId === turn.author.accountId
  if (pressed?.startsWith('answer:')) return chosen(pressed.slice('answer:'.length), turn, persona)
  if (!pending || !isTheirs) return undefined
  if (pending.kind === 'clarify') {
    const choice = choiceIn(turn.text, pending.choices)
    return choice ? chosen(choice.answerId, turn, persona) : undefined
  }
  if (pending.kind === 'csat') return undefined
  const said = pressed === 'yes' || pressed === 'no' ? pressed : yesOrNo(turn.text, turn.lang)
  if (!said) return undefined
  return pending.kind === 'consent' ? consented(said, pending, turn, persona) : forgetOrKeep(said, turn, persona)
}

/** `2`, `2.`, `the second`… is the number; else the label itself, or enough of it to tell the choices apart. */
function choiceIn(text: string, choices: readonly Choice[]): Choice | undefined {
  const number = /^\s*(?:no\.?|#|第)?\s*([1-9])\s*[.)、个]?\s*$/iu.exec(text)?.[1]
  if (number) return choices[Number(number) - 1]
  const said = cleanText(text).toLowerCase()
  if (said.length < 2) return undefined
  const matches = choices.filter(({ label }) => {
    const wanted = cleanText(label).toLowerCase()
    return wanted === said || wanted.startsWith(said)
  })
  return matches.length === 1 ? matches[0] : undefined
}

function chosen(answerId: string, turn: Recalled, persona: Persona): Draft | undefined {
  const answer = persona.answers.find(({ id }) => id === answerId)
  if (!answer) return undefined
  const draft = giveAnswer({ answer, score: 1, phrasing: answer.asks[0] ?? '' }, turn, persona)
  return { ...draft, reason: 'chosen-answer' }
}

function consented(
  said: 'yes' | 'no',
  pending: Pending & { kind: 'consent' },
  turn: Recalled,
  persona: Persona,
): Draft {
  return {
    kind: 'reply',
    reason: 'consent',
    texts: [say(said === 'yes' ? 'consentYes' : 'consentNo', turn, persona)],
    changes: {
      consent: said,
      state: { pending: undefined },
      ...(said === 'yes' ? { remember: pending.facts } : {}),
    },
  }
}

function forgetOrKeep(said: 'yes' | 'no', turn: Recalled, persona: Persona): Draft {
  return {
    kind: 'reply',
    reason: 'command',
    texts: [say(said === 'yes' ? 'forgotten' : 'forgetKept', turn, persona)],
    changes: { state: { pending: undefined }, ...(said === 'yes' ? { forget: true as const } : {}) },
  }
}
