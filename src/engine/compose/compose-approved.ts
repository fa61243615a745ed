/** Without a model: approved answers, the persona's lines, and a clarifying question when two answers are close. Pure. */

import { weightyWords } from '../../commitments/weighty-words.ts'
import type { Lang } from '../../domain/message.ts'
import { needsPlainWords } from '../../domain/open-case.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { asksAboutItself, showsGrief, showsJoy } from '../../hearing/occasion-signs.ts'
import { recogniseSmallTalk, type SmallTalk } from '../../hearing/small-talk.ts'
import { showsSorrow } from '../../hearing/sorrow.ts'
import { statesSomething } from '../../hearing/states-something.ts'
import { subjectsOf } from '../../hearing/subjects/subjects.ts'
import type { Hit } from '../../knowledge/create-knowledge.ts'
import type { Sign } from '../../words/phrases/signs.ts'
import { readText } from '../../words/read-text.ts'
import { segment } from '../../words/terms/segment.ts'
import { isPassedOn } from '../attend/own-words.ts'
import type { Recalled } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { line, reply, type Saying, type Verdict, withChanges, withFlags } from '../verdict.ts'
import { answerSeveral } from './answer-several.ts'
import { clarify } from './clarify.ts'
import { composeSmallTalk } from './compose-small-talk.ts'
import { giveAnswer } from './give-answer.ts'
import { joinIn } from './join-in.ts'
import { opennessOf } from './matter.ts'
import { isNearerThanAnswer, ownExample } from './own-example.ts'
import { fitsUnseen, pointsAtUnseen } from './unseen.ts'

/** A word to an open case, or an angry one, gives way to an approved answer only when that is surely meant; a mere pleasantry, when it is certain. */
const SURE = 0.7
const CERTAIN = 0.9
/** A question of its own, put while a case is open, needs less. */
const ASKED = 0.45
/** Below it no answer is about what was said. */
const FAINT = 0.2
/** Heat from which a complaint is met with an apology first. */
const UPSET = 0.35
const ANGRY = 0.5

/** The turn, and what was read of it once for all rows. */
export interface Reading {
  readonly turn: Recalled
  readonly best?: Hit
  readonly smallTalk?: SmallTalk
  /** Pleased words ask nothing. */
  readonly isPleased: boolean
  readonly isSure: boolean
  readonly isTrouble: boolean
  readonly misses: number
  readonly modelFailed: boolean
}

interface Row {
  readonly when: string
  readonly holds: (reading: Reading) => boolean
  readonly give: (reading: Reading) => Verdict
}

/** Read from top to bottom; the first row that holds is said. */
export const approvedRows: readonly Row[] = [
  { when: 'nobody called us', holds: ({ turn }) => turn.isAmbient, give: ({ turn }) => joinIn(turn) },
  {
    when: 'what was passed on, and nothing asked with it',
    holds: ({ turn }) => turn.text !== '' && isPassedOn(turn),
    give: ({ turn }) =>
      turn.openCase ? reply('holding', [line('holding')]) : reply('remark', [line('remark')], noMiss),
  },
  {
    when: 'grief',
    holds: ({ turn }) => isTold(turn, showsGrief),
    give: () => reply('condolence', [line('condolence')]),
  },
  { when: 'sorrow', holds: ({ turn }) => isTold(turn, showsSorrow), give: () => reply('comfort', [line('comfort')]) },
  {
    when: 'a remark there is an example for',
    holds: ({ turn, smallTalk }) => !smallTalk && isNearerThanAnswer(turn) && !needsPlainWords(turn),
    give: sayExample,
  },
  {
    when: 'an answer to what was not seen',
    holds: (reading) => hasAnswer(reading) && !fitsUnseen(reading.best?.score ?? 0, reading.turn),
    give: ({ turn }) => clarify(turn.findings.hits, turn),
  },
  { when: 'a sure answer', holds: hasAnswer, give: answered },
  {
    when: 'a matter of the body',
    holds: ({ turn }) => isBodyMatter(turn),
    give: ({ turn }) => reply('boundary', [boundaryOfBody(turn.persona)]),
  },
  {
    when: 'small talk',
    holds: ({ smallTalk, turn }) => smallTalk !== undefined && !(smallTalk === 'smallTalk' && asksOfItself(turn)),
    give: ({ smallTalk = 'smallTalk', turn }) => composeSmallTalk(smallTalk, turn),
  },
  {
    when: 'an example of its own',
    holds: ({ turn }) => ownExample(turn) !== undefined && !needsPlainWords(turn),
    give: sayExample,
  },
  {
    when: 'a question about itself',
    holds: ({ turn }) => asksOfItself(turn),
    give: ({ turn }) => composeSmallTalk('aboutItself', turn),
  },
  { when: 'joy', holds: ({ turn }) => isTold(turn, showsJoy), give: () => reply('joy', [line('joy')], noMiss) },
  {
    when: 'praise',
    holds: ({ turn, isPleased }) => isPleased && turn.assessment.kind === 'praise',
    give: ({ turn }) => composeSmallTalk('praise', turn),
  },
  {
    when: 'close answers',
    holds: ({ turn, best }) => turn.findings.outcome === 'clarify' && best !== undefined,
    give: ({ turn }) => clarify(turn.findings.hits, turn),
  },
  // A person will read it: no word of what the bot cannot do, and no offer of the person who was called already.
  {
    when: 'a remark beside a case',
    holds: ({ turn }) => isBesideCase(turn),
    give: () => reply('remark', [line('remark')], noMiss),
  },
  {
    when: 'an open case',
    holds: ({ turn }) => turn.openCase !== undefined,
    give: () => reply('holding', [line('holding')]),
  },
  {
    when: 'media alone',
    holds: ({ turn }) => isMediaAlone(turn),
    give: () => reply('media-not-understood', [line('media')]),
  },
  { when: 'trouble', holds: ({ isTrouble }) => isTrouble, give: ({ turn }) => handOff('complaint', turn) },
  { when: 'what is like danger', holds: ({ turn }) => turn.assessment.maybe !== undefined, give: likeDanger },
  { when: 'a remark', holds: ({ turn }) => isRemark(turn), give: () => reply('remark', [line('remark')], noMiss) },
  {
    when: 'guesses',
    holds: ({ turn }) => turn.findings.guesses !== undefined && !turn.isForeign,
    give: ({ turn }) => clarify(turn.findings.guesses ?? [], turn),
  },
  {
    when: 'words about what was not seen',
    holds: ({ turn }) => pointsAtUnseen(turn),
    give: () => reply('media-not-understood', [line('media')]),
  },
  {
    when: 'not understood too often',
    holds: ({ turn, misses }) => misses > turn.persona.handoff.clarifications,
    give: ({ turn }) => withChanges(handOff('not-understood', turn), { state: { misses: 0 } }),
  },
  { when: 'not known', holds: () => true, give: notKnown },
]

export function composeApproved(turn: Recalled, after: { readonly modelFailed?: boolean } = {}): Verdict {
  const reading = readingOf(turn, after.modelFailed ?? false)
  const row = approvedRows.find(({ holds }) => holds(reading))
  return row ? row.give(reading) : notKnown(reading)
}

export function readingOf(turn: Recalled, modelFailed = false): Reading {
  const { persona, assessment, findings, conversation, isAmbient, text } = turn
  const [best] = findings.hits
  const names = [persona.name, ...persona.nicknames, persona.brand.name]
  const smallTalk = isAmbient ? undefined : recogniseSmallTalk(text, { languages: persona.languages, names })?.occasion
  const isTrouble = assessment.kind === 'complaint' || assessment.kind === 'order-trouble'
  // Trouble told in anger: an answer that may be beside it would make it worse, and a person is called instead.
  const isAngry = assessment.kind === 'complaint' || (isTrouble && assessment.heat >= ANGRY)
  const least = smallTalk ? CERTAIN : isAngry ? SURE : turn.openCase ? leastBesideCase(turn) : 0
  return {
    turn,
    ...(best ? { best } : {}),
    ...(smallTalk ? { smallTalk } : {}),
    isPleased: (assessment.kind === 'praise' || isThanks(turn)) && (best?.score ?? 0) < CERTAIN,
    isSure: best !== undefined && best.score >= least,
    isTrouble: isTrouble && !findings.isDeclined,
    misses: (conversation.state.misses ?? 0) + 1,
    modelFailed,
  }
}

/** "How old are you?" is small talk, and has an answer. */
const asksOfItself = (turn: Recalled): boolean => isTold(turn, asksAboutItself)

/** What the fan has to tell, with no matter of the shop in it; trouble with an order has its own ways. */
function isTold({ text, assessment: { kind } }: Recalled, shows: Sign): boolean {
  return (kind === 'question' || kind === 'chat' || kind === 'praise') && shows(readText(text))
}

/** It asks for nothing, and nobody could work on it. */
export function isRemark({ text, lang, assessment, findings }: Recalled): boolean {
  if (findings.isDeclined) return true
  const tells = isTalk(assessment) || (assessment.kind === 'question' && statesSomething(text, lang))
  return tells && !asksSomething(text, lang)
}

const isTalk = ({ kind }: Recalled['assessment']): boolean => kind === 'chat' || kind === 'praise'

function leastBesideCase({ text, lang }: Recalled): number {
  return asksSomething(text, lang) ? ASKED : SURE
}

/** What only tells something, with no matter of the shop in it, no figure and no day, adds nothing to the case. */
function isBesideCase(turn: Recalled): boolean {
  const { text, lang, openCase, findings, assessment } = turn
  if (!openCase || !isTalk(assessment) || !isRemark(turn) || !statesSomething(text, lang)) return false
  if (/\p{N}/u.test(text) || namesDay(text, lang)) return false
  return (findings.hits[0]?.score ?? 0) < FAINT
}

const namesDay = (text: string, lang: Lang): boolean =>
  weightyWords(text, lang).some(({ weights }) => weights.includes('deadline'))

function likeDanger({ turn }: Reading): Verdict {
  return withFlags(handOff(turn.assessment.maybe ?? 'safety', turn), ['by-likeness'])
}

/** "It came, thanks": told, and nothing asked, with thanks at the end. */
function isThanks(turn: Recalled): boolean {
  const last =
    turn.text
      .split(/[,.!;:，。！；\n]/u)
      .filter((clause) => /\p{L}/u.test(clause))
      .at(-1) ?? ''
  return (
    isRemark(turn) &&
    last !== turn.text &&
    recogniseSmallTalk(last, { languages: turn.persona.languages, names: [] })?.occasion === 'thanks'
  )
}

/** What is understood for what it is counts as no failed question. */
const noMiss = { state: { misses: 0 } }

function sayExample({ turn }: Reading): Verdict {
  const says = ownExample(turn) ?? ''
  return reply('own-example', [{ kind: 'own-words', text: says }], noMiss)
}

function hasAnswer({ turn, isSure, isPleased }: Reading): boolean {
  return turn.findings.outcome === 'answer' && isSure && !isPleased
}

/** Nobody here may tell whether it is well, and nothing in it is to be wished joy of. */
const isBodyMatter = (turn: Recalled): boolean => turn.openCase === undefined && opennessOf(turn) === 'closed'

/** What the persona says of medicine, if it has words for it, and a person is offered: no joke is made of a pulse. */
function boundaryOfBody({ boundaries, languages }: Recalled['persona']): Saying {
  const ofBody = ({ words, about }: (typeof boundaries)[number]) =>
    [...words, about ?? ''].filter((text) => languages.some((lang) => isOfBody(text, lang))).length
  const [most] = boundaries.toSorted((a, b) => ofBody(b) - ofBody(a))
  return most && ofBody(most) > 0
    ? { kind: 'boundary', id: most.id, buttons: ['person'] }
    : line('boundary', { buttons: ['person'] })
}

const isOfBody = (text: string, lang: Lang): boolean =>
  weightyWords(text, lang).some(({ weights }) => weights.includes('health') || weights.includes('body'))

function isMediaAlone({ text, messages }: Recalled): boolean {
  return text === '' && messages.some(({ attachments }) => attachments?.length)
}

/** To somebody upset, a word of apology comes before the approved words; about money and accounts, a person is offered with them. */
function answered(reading: Reading): Verdict {
  const { turn, best } = reading
  if (!best) return notKnown(reading)
  const verdict = answerSeveral(turn) ?? giveAnswer(best, turn)
  const { kind, heat, handoff } = turn.assessment
  const hasBroken = kind === 'order-trouble' && subjectsOf(segment(turn.text), turn.lang).includes('broken')
  const isUpset = hasBroken || (kind === 'complaint' && heat >= UPSET)
  const say = handoff === 'payment' || handoff === 'account' ? withPerson(verdict.say) : verdict.say
  return { ...verdict, say: isUpset ? [line('apology'), ...say] : say }
}

function withPerson(say: readonly Saying[]): readonly Saying[] {
  return say.map((saying, at) =>
    at === say.length - 1 ? { ...saying, buttons: [...(saying.buttons ?? []), 'person'] } : saying,
  )
}

/** The honest line, with a button to a person. */
function notKnown({ turn, modelFailed, misses }: Reading): Verdict {
  const occasion = turn.isForeign ? 'wrongLanguage' : modelFailed ? 'error' : 'doesNotKnow'
  const reason = modelFailed ? 'model-failed' : 'does-not-know'
  return reply(reason, [line(occasion, { buttons: ['person'] })], { state: { misses, pending: undefined } })
}
