/** Answers to our own open question: a choice made, a consent given or refused, a deletion confirmed. Pure. */
import { askedOf, hasRunOut, isQuestion, type Press, readPress, withoutAsked } from '../../domain/asked.ts'
import type { Asked, Choice, Pending } from '../../domain/conversation.ts'
import { type YesOrNo, yesOrNo, yesOrNoToKeeping } from '../../hearing/small-words.ts'
import { readText } from '../../words/read-text.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { type Changes, line, reply, type Saying, silent, type Verdict } from '../verdict.ts'
import { askToForget, whatRemains } from './commands.ts'
import { giveAnswer } from './give-answer.ts'
import { newsNoMore, newsPromised } from './news-no-more.ts'
import { given } from './working.ts'

/** A press on a yes or a no of ours. It is answered in words, whatever became of its question; undefined where none was pressed. */
export function pressed(turn: Recalled): Verdict | Promise<Verdict> | undefined {
  const press = readPress(buttonIn(turn))
  if (!press) return undefined
  const asked = askedOf(turn.conversation.state, press, turn.now)
  if (!asked) return over(press.kind)
  if (asked.question.accountId !== turn.author.accountId) return silent('not-allowed')
  return toQuestion(press.said, asked.question, turn)
}

/** Undefined when nothing stands open for this fan, or the message is about something else. */
export function pending(turn: Recalled): Verdict | Promise<Verdict> | undefined {
  const button = buttonIn(turn)
  if (button?.startsWith('answer:')) return chosen(button.slice('answer:'.length), turn)
  // What was passed on answers nothing.
  if (button === undefined && isPassedOn(turn)) return undefined
  const open = turn.conversation.state.pending
  const isTheirs = open?.accountId === turn.author.accountId
  if (isTheirs && open.kind === 'clarify') return chosen(choiceIn(turn.text, open.choices)?.answerId, turn)
  const byButton = button === 'yes' || button === 'no' ? button : undefined
  if (isTheirs && open.kind === 'news' && open.isYes)
    return yesOrNo(turn.text, turn.fanLang, turn.lang) === 'no' ? newsNoMore(turn) : undefined
  if (isTheirs && isQuestion(open)) {
    // In a group a yes that is typed may be to what somebody else asked.
    if (open.kind === 'news' && !byButton && isToEverybody(turn)) return undefined
    if (!byButton && hasRunOut(turn.conversation.state, open, turn.now)) return undefined
    const answerIn = open.kind === 'consent' ? yesOrNoToKeeping : yesOrNo
    const said = byButton ?? answerIn(turn.text, turn.fanLang, turn.lang)
    return said === 'yes' && !byButton && mayBeUnseen(open, turn) ? askToForget('', turn) : toQuestion(said, open, turn)
  }
  // The button of an older program does not tell what it stood under.
  return byButton && over()
}

/** In a group it is asked where its fan alone sees it, and a platform may refuse that: a yes that is typed there may be to something else. */
function mayBeUnseen({ kind }: Asked['question'], turn: Recalled): boolean {
  return kind === 'forget' && isToEverybody(turn)
}

function isToEverybody({ conversation, read }: Recalled): boolean {
  return conversation.surface === 'group' && !read.some(({ isForUsAlone }) => isForUsAlone)
}

function buttonIn({ messages }: Recalled): string | undefined {
  return messages.findLast((message) => message.button !== undefined)?.button
}

/** With the way to be asked again. */
export function over(kind?: Press['kind']): Verdict {
  const again: readonly Saying[] =
    kind === 'work' ? [{ kind: 'working', word: 'how', values: {}, isSameMessage: true }] : []
  return reply('command', [line(kind === 'forget' ? 'forgetOver' : 'questionOver'), ...again])
}

/** Of a fan whom staff have, only the answer that is heard first. */
export function pendingBeside(turn: Recalled): ReturnType<typeof pending> {
  return turn.isFirst ? pending(turn) : undefined
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

/** The fan's no to a question of ours that may keep, show or tell something; undefined of any other. */
export function refused(open: Pending, turn: Recalled): Verdict | undefined | Promise<Verdict> {
  return isQuestion(open) && open.kind !== 'forget' ? toQuestion('no', open, turn) : undefined
}

/** All that is kept here goes; what people wrote in a chat of their own is not ours to delete, which is said where there may be any. */
async function forgets(turn: Recalled, state: Changes['state']): Promise<Verdict> {
  const { handoffs = [] } = await turn.memory.exportFan(turn.author.accountId)
  const isAtStaff = handoffs.some(({ staff_thread: thread }) => typeof thread === 'string')
  const stays = isAtStaff ? [line('forgottenStays', { isSameMessage: true })] : []
  return reply('command', [line('forgotten'), ...stays, ...whatRemains(turn)], {
    ...(state && { state }),
    forget: true,
  })
}

function toQuestion(
  said: YesOrNo | undefined,
  question: Asked['question'],
  turn: Recalled,
): Verdict | undefined | Promise<Verdict> {
  if (said === undefined) return undefined
  const { conversation, now } = turn
  const state = { pending: undefined, asked: withoutAsked(conversation.state, question, now) }
  const isYes = said === 'yes'
  switch (question.kind) {
    case 'consent': {
      const remember = isYes ? { remember: question.facts } : {}
      return reply('consent', [line(isYes ? 'consentYes' : 'consentNo')], { consent: said, state, ...remember })
    }
    case 'forget':
      return isYes ? forgets(turn, state) : reply('command', [line('forgetKept')], { state })
    case 'work': {
      if (!isYes) return reply('command', [{ kind: 'working', word: 'notKept', values: {} }], { state })
      const { saying, work } = given(question.offer, turn)
      return reply('command', [saying], { state, work })
    }
    case 'news':
      return isYes ? newsPromised(question.accountId, state) : newsNoMore(turn)
  }
}
