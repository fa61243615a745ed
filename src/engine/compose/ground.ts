/** What a model's reply commits the brand to must stand in an approved answer, or it is not said. */

import { matterLikeness } from '../../commitments/claim-likeness.ts'
import { speaksOfGrant } from '../../commitments/claims.ts'
import { contentOf, leaning } from '../../commitments/leaning.ts'
import { readStated } from '../../commitments/stated.ts'
import { languageIn } from '../../commitments/weighty-words.ts'
import type { Answer } from '../../domain/answer.ts'
import type { Unsupported, UnsupportedCode } from '../../domain/decision.ts'
import type { Lang } from '../../domain/message.ts'
import { asksSomething } from '../../hearing/asks-something.ts'
import { packs } from '../../hearing/packs/packs.ts'
import type { Hit } from '../../knowledge/create-knowledge.ts'
import type { Persona } from '../../persona/persona.ts'
import { fold } from '../../words/letters/fold.ts'
import type { Recalled } from '../stages.ts'
import { handOff } from '../triage/hand-off.ts'
import { type Saying, type Verdict, withFlags } from '../verdict.ts'
import { answerSeveral } from './answer-several.ts'
import { composeApproved, isRemark } from './compose-approved.ts'
import { giveAnswer } from './give-answer.ts'
import { opennessOf } from './matter.ts'
import { hitsShown, modeOf } from './model-input.ts'
import { sayAgain } from './say-again.ts'
import { readAgain } from './second-reading.ts'
import { shownTo, standingBehind } from './standing-behind.ts'
import { isOfTheHouse, looseWords, mayStay, type Ungrounded, ungrounded } from './ungrounded.ts'

/** Words that carry matter, of which a shortened reply keeps so many at least. */
const LEAST_LEFT = 2

/**
 * A reply that needs no support, or has it, passes as it is. Else the model says it again once, with what was found named; then
 * the approved words are given if they are known; then what is left of the reply without those sentences; then what would be
 * said without a model. A person is called, with the draft attached, only for what somebody could work on. What the program
 * finds nothing in is read by the second reader, if there is one.
 */
export async function ground(verdict: Verdict, turn: Recalled): Promise<Verdict> {
  const text = verdict.kind === 'reply' ? modelText(verdict.say) : undefined
  if (verdict.kind !== 'reply' || text === undefined || isOwnExample(text, turn.persona)) return verdict
  const { persona } = turn
  const used = verdict.used ?? []
  const openness = opennessOf(turn)
  if (openness === 'closed') return withFlags(withoutModel(turn), ['by-the-matter'])
  const found = ungrounded(text, used, turn)
  const leant = persona.answers.find(({ id, topic }) => used.includes(id) && modeOf(topic, persona) === 'strict')
  const loose = looseWords(text, used, turn)
  const isBare = !/\p{N}/u.test(text)
  const grants = (words: string) => isBare && speaksOfGrant(words, languageIn(text, turn.lang, persona.languages))
  if (leant && (found.length > 0 || grants(loose) || (loose !== '' && !keepsTo(text, used, turn))))
    return noting(withFlags(giveAnswer(hitOf(leant, turn), turn), ['commitment', 'approved-instead']), text, found)
  if (openness === 'strict' && grants(text)) return withFlags(withoutModel(turn), ['commitment', 'by-the-matter'])
  const rewritten = found.length > 0 ? await sayAgain(text, found, turn) : undefined
  const isMended = rewritten !== undefined && ungrounded(rewritten, used, turn).length === 0
  if (found.length > 0 && !isMended) return stopped(instead(verdict, text, found, turn), text, found)
  const said = isMended ? rewritten : text
  const doubted = await readAgain(said, used, turn)
  if (doubted.length > 0) return stopped(instead(verdict, said, doubted, turn), said, doubted)
  return isMended
    ? noting(withFlags({ ...verdict, say: saying(said) }, ['commitment', 'rewritten']), text, found)
    : verdict
}

/** Why, for whoever looks into the record: the codes of the findings, and the clauses that they were found in. */
const stopped = (verdict: Verdict, text: string, found: readonly Ungrounded[]): Verdict =>
  noting(withFlags(verdict, [...new Set(found.map(({ code }) => `stopped:${code}`))]), text, found)

function noting(verdict: Verdict, text: string, found: readonly Ungrounded[]): Verdict {
  const stated = readStated(text)
  const clauses = Map.groupBy(found, ({ code, claim, sentence }) => {
    const place = sentence === undefined ? undefined : stated.sentences[sentence]
    return JSON.stringify([code === 'unproven' ? (claim ?? 'lean') : code, (place ? stated.quote(place) : text).trim()])
  })
  const unsupported = [...clauses].map(([key, some]): Unsupported => {
    const [code, clause]: [UnsupportedCode, string] = JSON.parse(key)
    const parts = some.map(({ detail }) => detail).filter((part) => part !== clause && clause.includes(part))
    const detail = [...new Set(parts)].join(', ')
    return { code, clause: shortened(clause), ...(detail === '' ? {} : { detail: shortened(detail) }) }
  })
  return unsupported.length === 0 ? verdict : { ...verdict, unsupported: unsupported.slice(0, MOST_NOTED) }
}
const MOST_NOTED = 6
/** UTF-16 units of a clause that are kept. */
const LONGEST_CLAUSE = 160
const shortened = (text: string): string =>
  text.length <= LONGEST_CLAUSE ? text : `${text.slice(0, LONGEST_CLAUSE).toWellFormed()}…`

/** The approved words if they are known; what is left without what was found; what is said without a model; or a person. */
function instead(verdict: Reply, text: string, found: readonly Ungrounded[], turn: Recalled): Verdict {
  if (opennessOf(turn) === 'strict') return withFlags(withoutModel(turn), ['commitment', 'by-the-matter'])
  const { outcome } = turn.findings
  const meant = citedFor(text, verdict.used ?? [], turn)
  if (meant) return withFlags(giveAnswer(meant, turn), ['commitment', 'approved-instead'])
  if (outcome === 'answer') return withFlags(withoutModel(turn), ['commitment', 'approved-instead'])
  const gone = new Set(found.map(({ sentence }) => sentence))
  const rest = withoutFound(text, gone, mayStay(text, verdict.used ?? [], gone, turn), turn.lang)
  if (rest !== undefined) return withFlags({ ...verdict, say: saying(rest) }, ['commitment', 'cut'])
  const isAsked = asksSomething(turn.text, turn.lang) && isOfTheHouse(text, verdict.used ?? [], turn) && !isTalk(turn)
  if (outcome === 'clarify' || isRemark(turn) || !isAsked) return withFlags(composeApproved(turn), ['commitment'])
  const own = answerOf(text, verdict.used ?? [], turn)
  if (own) return withFlags(giveAnswer(hitOf(own, turn), turn), ['commitment', 'approved-instead'])
  return handOff('commitment', turn, { summary: summaryOf(found, turn), draft: text, flags: ['commitment'] })
}

/**
 * The answer that the draft named, of those it was shown, where it leans on it more than on what fits best, or on nothing better: that is
 * what it tried to say.
 */
function citedFor(text: string, used: readonly string[], turn: Recalled): Hit | undefined {
  const shown = new Set(hitsShown(turn).map(({ id }) => id))
  const share = leaning(text, turn.persona.answers)
  const shareOf = (answer: Answer | undefined) => (answer && share?.get(answer.id)) ?? 0
  const [best] = turn.findings.hits
  const cited = turn.findings.hits.find(({ answer }) => used.includes(answer.id) && shown.has(answer.id))
  if (cited === undefined) return undefined
  const isMeant = cited === best ? shareOf(cited.answer) >= KEEPS : shareOf(cited.answer) > shareOf(best?.answer)
  return isMeant ? cited : undefined
}

/** The answer that was shown or named, and whose words most of the draft is made of: it is at hand, so nobody need be called. */
function answerOf(text: string, used: readonly string[], turn: Recalled): Answer | undefined {
  const share = leaning(text, turn.persona.answers)
  const [best] = shownTo(used, turn).toSorted((a, b) => (share?.get(b.id) ?? 0) - (share?.get(a.id) ?? 0))
  return best && (share?.get(best.id) ?? 0) >= MADE_OF ? best : undefined
}
const MADE_OF = 0.6

/** Whatever it names: nobody works on an opinion about leather. */
const isTalk = ({ text, lang, fanLang }: Recalled): boolean => matterLikeness(text, fanLang ?? lang) < 0

type Reply = Extract<Verdict, { kind: 'reply' }>

/** Its words are those of what it leans on, or figures that stand there. */
function keepsTo(text: string, used: readonly string[], turn: Recalled): boolean {
  const share = standingBehind(text, used, turn).leaning(text)
  return share === undefined ? /\p{N}/u.test(text) : share >= KEEPS
}
const KEEPS = 0.5

/** As it was found, or without any likeness where it was only named. */
function hitOf(answer: Answer, { findings }: Recalled): Hit {
  const found = findings.hits.find((hit) => hit.answer.id === answer.id)
  return found ?? { answer, score: 0, phrasing: '', likeness: 0, covered: 0 }
}

/** What is said where no word of the model's may be. */
function withoutModel(turn: Recalled): Verdict {
  const [best] = turn.findings.hits
  return turn.findings.outcome === 'answer' && best
    ? (answerSeveral(turn) ?? giveAnswer(best, turn))
    : composeApproved(turn)
}

const saying = (text: string): readonly Saying[] => text.split(/\n{2,}/).map((part) => ({ kind: 'model', text: part }))

/** Words that the operator wrote for just this. */
function isOwnExample(text: string, { voice }: Persona): boolean {
  const said = bare(text)
  return voice.examples.some(({ says }) => bare(says) === said)
}
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

/** The sentences in which nothing was found, if they still say something and do not begin in the middle of a thought. */
function withoutFound(
  text: string,
  gone: ReadonlySet<number | undefined>,
  staying: ReadonlySet<number>,
  lang: Lang,
): string | undefined {
  if (gone.has(undefined)) return undefined
  const stated = readStated(withoutMarks(text))
  const kept = stated.sentences.filter(({ index }) => !gone.has(index) && staying.has(index))
  const [first] = kept
  if (!first || kept.length === 0) return undefined
  const rest = kept.map((sentence) => stated.quote(sentence)).join(' ')
  const isStump = first.index > 0 && opensWithContrast(rest, lang)
  return isStump || contentOf(rest).size < LEAST_LEFT ? undefined : rest
}

/** Marks of emphasis go with what they stood around. */
const withoutMarks = (text: string): string =>
  text.replace(/\*{1,3}|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])|^#{1,6} /gmu, '')

function opensWithContrast(text: string, lang: Lang): boolean {
  const opening = fold(text).trimStart()
  return (packs[lang]?.words?.contrasts ?? []).some((word) => opening.startsWith(word))
}

/** Undefined where not all of it is the model's. */
export function modelText(say: readonly Saying[]): string | undefined {
  const texts = say.flatMap((saying) => (saying.kind === 'model' ? [saying.text] : []))
  return texts.length > 0 && texts.length === say.length ? texts.join('\n\n') : undefined
}

/** For staff. */
function summaryOf(found: readonly Ungrounded[], { text }: Recalled): string {
  const details = found.map(({ detail }) => `“${detail}”`).join(', ')
  return (
    `The draft reply would have committed the brand to what is not approved: ${details}. ` +
    `The fan wrote: ${text.slice(0, 200)}`
  )
}
