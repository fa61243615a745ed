/** With a model: the compiled prompt goes out, what is said and what is done come back apart. Strict topics never get there. */
import { answerIdOfLookUp } from '../../domain/look-up.ts'
import { compileTurn } from '../../persona/prompt/prompt.ts'
import type { ModelReply } from '../../ports/model.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { hotter, withKind } from '../triage/kind-flags.ts'
import { raise } from '../triage/raise.ts'
import { silent, type Verdict, withFlags } from '../verdict.ts'
import { answerSeveral } from './answer-several.ts'
import { readingOf } from './compose-approved.ts'
import { giveAnswer } from './give-answer.ts'
import { movedOn } from './held.ts'
import { inputOf, lookAt, modeOf } from './model-input.ts'
import { fitsUnseen } from './unseen.ts'

/**
 * What a strict answer must reach, and how much of the message it must know, to go out with no model asked: below, the model may say
 * that it does not fit. "Is there a warranty on friendship?"
 */
const STRICT_BAR = { score: 0.9, covered: 0.6 } as const

/** @throws {ModelError} when the model chain gave nothing usable */
export async function composeWithModel(turn: Recalled): Promise<Verdict> {
  const { persona, brain, lang } = turn
  const { best, smallTalk, isPleased } = readingOf(turn)
  const isFit = best !== undefined && best.score >= STRICT_BAR.score && best.covered >= STRICT_BAR.covered
  const isSure = isFit && fitsUnseen(best.score, turn)
  const isStrict = isSure && modeOf(best.answer.topic, persona) === 'strict'
  if (turn.findings.outcome === 'answer' && isStrict && !smallTalk && !isPleased && !isPassedOn(turn))
    return answerSeveral(turn) ?? giveAnswer(best, turn)
  const { images, unseen } = await lookAt(turn)
  const task = {
    prefix: brain.promptIn(lang).prefix,
    turn: compileTurn(await inputOf(turn, unseen)),
    ...(images.length > 0 ? { images } : {}),
  }
  const answer = await turn.writer.reply(task)
  const verdict = raise(answer, turn) ?? verdictOf(answer, turn)
  return withKind(withFlags(verdict, answer.flags), hotter(turn.assessment, answer))
}

function verdictOf(answer: ModelReply, turn: Recalled): Verdict {
  const { action } = answer
  switch (action.kind) {
    case 'handoff':
      return handOff(action.reason, turn, { summary: action.summary, flags: ['model-asked-handoff'] })
    case 'react':
      return reactWith(action.emoji, turn)
    case 'silent':
      return silent('model-chose-silence')
    case 'reply':
      return sayAsModel(answer, turn)
  }
}

function reactWith(wanted: string, { persona, messages }: Recalled): Verdict {
  const { reactions } = persona.manners
  const emoji = reactions.includes(wanted) ? wanted : reactions[0]
  if (!emoji) return silent('model-chose-silence')
  return { kind: 'react', reason: 'model-chose-reaction', emoji, messageId: (messages.at(-1) ?? messages[0]).id }
}

/** Its own words, as far as they hold: `ground` sees to that. */
function sayAsModel({ used, bubbles, mood, remember }: ModelReply, turn: Recalled): Verdict {
  const { persona, findings } = turn
  const isLookUp = (id: string) => persona.lookUps.some((lookUp) => answerIdOfLookUp(lookUp) === id)
  const known = used.filter((id) => persona.answers.some((answer) => answer.id === id) || isLookUp(id))
  const scoreOf = (wanted: string | undefined) => findings.hits.find(({ answer }) => answer.id === wanted)?.score
  const [answerId] = known
  const score = scoreOf(answerId)
  const isBest = answerId !== undefined && answerId === findings.hits[0]?.answer.id
  return {
    kind: 'reply',
    reason: 'model-reply',
    say: bubbles.map((text) => ({ kind: 'model', text })),
    used: known,
    ...(mood ? { mood } : {}),
    ...(answerId ? { answerId } : {}),
    ...(score === undefined ? {} : { score }),
    changes: {
      ...(remember.length > 0 ? { remember } : {}),
      state: { misses: 0, clarifications: 0, ...(isBest ? { lastAnswerId: answerId, ...movedOn(turn) } : {}) },
    },
  }
}
