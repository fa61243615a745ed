/** What a model's draft would commit the brand to with nothing approved behind it, sentence by sentence. Pure. */

import type { Behind } from '../../commitments/behind.ts'
import { changedFacts } from '../../commitments/changed-facts.ts'
import type { Said } from '../../commitments/claim-features.ts'
import { type Asked, type Claim, claimsIn, couldBind, isOfHouse } from '../../commitments/claims.ts'
import type { ActionKind, Commitment } from '../../commitments/commitment.ts'
import { isSameMoment } from '../../commitments/dates.ts'
import { figuresOf } from '../../commitments/find.ts'
import { findCommitments } from '../../commitments/find-commitments.ts'
import type { Kept } from '../../commitments/kept.ts'
import { leaning, sharesPlace } from '../../commitments/leaning.ts'
import { readStated } from '../../commitments/stated.ts'
import { answerTexts, productTexts, unsupported } from '../../commitments/support.ts'
import { topicOf } from '../../commitments/topic.ts'
import { languageIn } from '../../commitments/weighty-words.ts'
import type { Answer } from '../../domain/answer.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { plainLetters } from '../../persona/voice/voice.ts'
import type { Recalled } from '../stages.ts'
import { proposalOf } from './own-yes.ts'
import { shownTo, standingBehind } from './standing-behind.ts'
import { isElsewhere, isUnread } from './unread.ts'

export interface Ungrounded {
  readonly code: 'commitment' | 'changed-fact' | 'unproven' | 'language' | 'second-reader'
  readonly detail: string
  /** By what something unproven was seen. */
  readonly claim?: Claim['kind']
  /** Counted from 0; of the whole, none. */
  readonly sentence?: number
}

/**
 * How much of a sentence's words must stand in an answer that is to support it: in one shown to the model for this turn,
 * in any other, and in one on a strict topic, which is given word for word.
 */
const SHOWN = 0.6
const UNSHOWN = 0.75
const STRICT = 0.85

/**
 * `used`: the answers the model says it leant on. Naming one proves nothing, as whoever talks to the model can make it
 * name any; a sentence is supported by an answer whose words it keeps to.
 */
export function ungrounded(draft: string, used: readonly string[], turn: Recalled): readonly Ungrounded[] {
  const { persona } = turn
  const text = plainLetters(draft)
  if (isUnread(text, turn) || isElsewhere(text, turn))
    return [{ code: 'language', detail: 'not in a language you speak' }]
  const commitments = findCommitments(text, turn.lang, turn.text)
  const behind = standingBehind(text, used, turn)
  const products = productTexts(persona.brand.products)
  const mode = topicOf(text, persona, turn.lang)?.mode
  // A person was called and will read this: that somebody looks into it is true.
  const actions: readonly ActionKind[] = turn.openCase ? ['handoff-opened'] : []
  const asked = askedIn(turn, used)
  const bySentence = Map.groupBy(commitments, ({ sentence }) => sentence.index)
  const missing = [...bySentence.values()].flatMap((said) =>
    said.filter((commitment) => {
      // Neither "full refund" nor "two years" says what of; many an answer holds them somewhere.
      const about = commitment.sentence.text.replace(commitment.quote, ' ')
      if (isHeld(commitment, behind) || isSaid(commitment, behind) || isIdle(commitment, asked)) return false
      const isNear = commitment.kind === 'money'
      const near = [...new Set([...supporting(about, turn), ...(isNear ? shownTo(used, turn) : [])])].filter((answer) =>
        sharesPlace(about, commitment, answerTexts(answer), `${text}\n${turn.text}`),
      )
      const support = { answers: near.flatMap(answerTexts), products, actions, mode }
      return unsupported(said, support).includes(commitment)
    }),
  )
  const kept = behind.keeps(text, turn.text, languageIn(text, turn.lang, persona.languages))
  const isLoose = ({ sentence }: Pick<Commitment, 'sentence'>) => kept[sentence.index]?.isFaithful !== true
  const cited = persona.answers.filter(({ id }) => used.includes(id)).flatMap(answerTexts)
  const changed = cited.length > 0 ? changedFacts(text, cited.join('\n')) : []
  const unproven = claimsIn(text, asked, languageIn(text, turn.lang, persona.languages), behind)
  return [
    ...missing
      .filter((one) => !isHeldBy(kept[one.sentence.index], one) || !isWaived(one, behind))
      .map(({ quote, sentence }) => ({ code: 'commitment' as const, detail: quote, sentence: sentence.index })),
    ...changed
      .filter(isLoose)
      .map(({ said, sentence }) => ({ code: 'changed-fact' as const, detail: said, sentence: sentence.index })),
    ...unproven.map(({ kind, ...one }) => ({ code: 'unproven' as const, claim: kind, ...one })),
  ]
}

/** A figure, where the sentence says a text again; what is granted only where it surely does. */
const isHeldBy = (kept: Kept | undefined, { kind }: Commitment): boolean =>
  kept?.isSure === true || (kept?.isFaithful === true && isFigure.has(kind))

/** In a sentence that says no more than an approved text: a deed for the fan alone must stand there in its own words. */
const isWaived = ({ kind, quote }: Commitment, behind: Behind): boolean => kind !== 'action' || behind.says(quote)

/** What is left of a draft without the sentences that say no more than one of the texts shown. */
export function looseWords(draft: string, used: readonly string[], turn: Recalled): string {
  const lang = languageIn(draft, turn.lang, turn.persona.languages)
  const kept = standingBehind(draft, used, turn).keeps(draft, turn.text, lang)
  const stated = readStated(draft)
  return stated.sentences
    .filter(({ index }) => kept[index]?.isFaithful !== true)
    .map((sentence) => stated.quote(sentence))
    .join(' ')
}

/** A figure of time or share that stands in what was shown, in a sentence that keeps to its words. */
function isHeld({ kind, value = '', sentence }: Commitment, behind: Behind): boolean {
  if ((behind.leaning(sentence.text) ?? 1) <= HALF) return false
  if (kind === 'date') return behind.moments.some((known) => isSameMoment(known, value))
  return (kind === 'duration' || kind === 'percentage') && behind.holds(kind, value)
}
const HALF = 0.5

/** "The toast had it coming": words of delivery in talk that is of no shop and asks nothing, in a sentence that is like no claim. */
function isIdle({ kind, sentence }: Commitment, { text, lang, isQuestion, isShop }: Asked): boolean {
  if (kind !== 'delivery' || isQuestion || isShop) return false
  return !couldBind({ sentence: sentence.text, lang, at: sentence.index, isOnly: false, fan: text, fanLang: lang })
}

/** Its figures, and most of its words, stand in what was shown. What is free is so from an amount on, which is said with it. */
function isSaid({ kind, sentence }: Commitment, behind: Behind): boolean {
  const isBound =
    isFigure.has(kind) || (kind === 'free' && figuresOf(sentence.text).some(({ kind }) => kind === 'money'))
  return isBound && behind.supports(sentence.text) >= SURELY
}
const isFigure: ReadonlySet<string> = new Set(['money', 'date', 'duration', 'percentage'])
const SURELY = 0.6

/** Fit from which an approved answer comes near. */
const NEAR = 0.6

function askedIn(turn: Recalled, used: readonly string[]): Asked {
  const { text, lang, findings, persona, openCase, messages } = turn
  const isStrict = persona.answers.some(
    ({ id, topic }) => used.includes(id) && topic !== undefined && persona.commitments[topic]?.mode === 'strict',
  )
  const isQuestion = asksSomething(text, lang)
  return {
    text,
    lang: languageIn(text, lang, persona.languages),
    isQuestion,
    isProposed: proposalOf(turn) !== undefined,
    isWithStaff: openCase !== undefined,
    isPictured: messages.some(({ attachments = [] }) => attachments.some(({ kind }) => kind === 'photo')),
    isShop: isStrict || (isQuestion && (findings.hits[0]?.score ?? 0) >= NEAR),
  }
}

/** The answers whose words a sentence keeps to. A sentence of a word or two is read as an answer to what was asked. */
function supporting(sentence: string, { findings, conversation, persona }: Recalled): readonly Answer[] {
  const { answers, commitments } = persona
  const share = leaning(sentence, answers)
  if (!share) {
    const [best] = findings.hits
    return best && findings.outcome === 'answer' ? [best.answer] : []
  }
  const shown = new Set(findings.hits.map(({ answer }) => answer.id))
  if (conversation.state.lastAnswerId !== undefined) shown.add(conversation.state.lastAnswerId)
  return answers.filter(({ id, topic }) => {
    const isStrict = topic !== undefined && commitments[topic]?.mode === 'strict'
    return (share.get(id) ?? 0) >= (isStrict ? STRICT : shown.has(id) ? SHOWN : UNSHOWN)
  })
}

/**
 * Places of the sentences that may stay where those of `gone` may not: what keeps to approved texts, and, where nothing of the house was
 * asked, what surely is free and stood before; what follows a claim mostly goes on with it.
 */
export function mayStay(
  draft: string,
  used: readonly string[],
  gone: ReadonlySet<number | undefined>,
  turn: Recalled,
): ReadonlySet<number> {
  const behind = standingBehind(draft, used, turn)
  const stated = readStated(draft)
  const kept = behind.keeps(draft, turn.text, languageIn(draft, turn.lang, turn.persona.languages))
  const binding = new Set(bindingSentences(draft, turn))
  const asked = askedIn(turn, used)
  const isTalk = !(asked.isQuestion && isOfHouse(asked, behind))
  const first = Math.min(...[...gone].map((at) => at ?? 0))
  const staying = stated.sentences.filter(
    (sentence) =>
      kept[sentence.index]?.isFaithful === true ||
      behind.supports(stated.quote(sentence)) >= SURELY ||
      (isTalk && sentence.index < first && !binding.has(sentence.index)),
  )
  return new Set(staying.map(({ index }) => index))
}

/** Whether the fan writes of the house at all: then somebody of it could work on what a draft should not have said. */
export function isOfTheHouse(draft: string, used: readonly string[], turn: Recalled): boolean {
  return isOfHouse(askedIn(turn, used), standingBehind(draft, used, turn))
}

/** Places of the draft's sentences that somebody could hold the brand to, whether or not they have support. */
export function bindingSentences(draft: string, turn: Recalled): readonly number[] {
  const { text: fan, lang, persona } = turn
  const stated = readStated(draft)
  const said = (sentence: string, at: number): Said => ({
    ...{ sentence, at, isOnly: stated.sentences.length === 1, lang: languageIn(sentence, lang, persona.languages) },
    ...{ fan, fanLang: languageIn(fan, lang, persona.languages) },
  })
  return stated.sentences
    .filter((sentence) => couldBind(said(stated.quote(sentence), sentence.index)))
    .map(({ index }) => index)
}
