/** Answers to our own open question: a choice made, a consent given or refused, a deletion confirmed. Pure. */
import type { Choice, Pending } from '../../domain/conversation.ts'
import { yesOrNo } from '../../hearing/small-words.ts'
import { readText } from '../../words/read-text.ts'
import type { Recalled } from '../stages.ts'
import { line, reply, type Verdict } from '../verdict.ts'
import { giveAnswer } from './give-answer.ts'

/** Undefined when nothing stands open for this fan, or the message is about something else. */
export function pending(turn: Recalled): Verdict | undefined {
  const pressed = turn.messages.findLast((message) => message.button !== undefined)?.button
  if (pressed?.startsWith('answer:')) return chosen(pressed.slice('answer:'.length), turn)
  const open = turn.conversation.state.pending
  if (open?.accountId !== turn.author.accountId) return undefined
  switch (open.kind) {
    case 'clarify':
      return chosen(choiceIn(turn.text, open.choices)?.answerId, turn)
    case 'consent':
      return consented(answered(pressed, turn), open)
    case 'forget':
      return forgetOrKeep(answered(pressed, turn))
    case 'news':
      return news(answered(pressed, turn))
    case 'csat':
      return undefined
  }
}

/** Of a fan whom staff have, only the answer that is heard first. */
export function pendingBeside(turn: Recalled): Verdict | undefined {
  return turn.isFirst ? pending(turn) : undefined
}

type YesOrNo = ReturnType<typeof yesOrNo>

function answered(pressed: string | undefined, { text, lang }: Recalled): YesOrNo {
  return pressed === 'yes' || pressed === 'no' ? pressed : yesOrNo(text, lang)
}

/** `2`, `2.`, `the second`… is the number; else the label itself, or enough of it to tell the choices apart. */
function choiceIn(text: string, choices: readonly Choice[]): Choice | undefined {
  const number = /^\s*(?:no\.?|#|第)?\s*([1-9])\s*[.)、个]?\s*$/iu.exec(text)?.[1]
  if (number) return choices[Number(number) - 1]
  const said = readText(text).folded
  if (said.length < 2) return undefined
  const matches = choices.filter(({ label }) => {
    const wanted = readText(label).folded
    return wanted === said || wanted.startsWith(said)
  })
  return matches.length === 1 ? matches[0] : undefined
}

function chosen(answerId: string | undefined, turn: Recalled): Verdict | undefined {
  const answer = turn.persona.answers.find(({ id }) => id === answerId)
  if (!answer) return undefined
  return {
    ...giveAnswer({ answer, score: 1, phrasing: answer.asks[0] ?? '', likeness: 1, covered: 1 }, turn),
    reason: 'chosen-answer',
  }
}

function consented(said: YesOrNo, { facts }: Pending & { kind: 'consent' }): Verdict | undefined {
  const state = { pending: undefined }
  if (said === 'yes') return reply('consent', [line('consentYes')], { consent: said, state, remember: facts })
  return said && reply('consent', [line('consentNo')], { consent: said, state })
}

function news(said: YesOrNo): Verdict | undefined {
  const state = { pending: undefined }
  if (said === undefined) return undefined
  return reply('news', [line(said === 'yes' ? 'issueYes' : 'issueNo')], { state, wantsNews: said === 'yes' })
}

function forgetOrKeep(said: YesOrNo): Verdict | undefined {
  const state = { pending: undefined }
  if (said === 'yes') return reply('command', [line('forgotten')], { state, forget: true })
  return said && reply('command', [line('forgetKept')], { state })
}
