/** What the approved answers offer for a turn: by words, and by meaning too where that is configured; not what the fan says they do not want. */
import type { Answer } from '../../domain/answer.ts'
import { isOfIssue } from '../../domain/issue.ts'
import { openCaseOf } from '../../domain/open-case.ts'
import { assess } from '../../hearing/assess.ts'
import { asksAboutItself } from '../../hearing/occasion-signs.ts'
import { recogniseSmallTalk } from '../../hearing/small-talk.ts'
import { statesSomething } from '../../hearing/states-something.ts'
import { wantsIn } from '../../hearing/unwanted.ts'
import type { Findings, Hit, Query } from '../../knowledge/create-knowledge.ts'
import { isPlainlyBeside, plainMatterOf } from '../../knowledge/grouping/bears-on.ts'
import { isMereMention, isOfSomethingElse, toldIn } from '../../knowledge/grouping/mere-mention.ts'
import type { Persona } from '../../persona/persona.ts'
import { detectLanguage } from '../../words/languages/detect-language.ts'
import { maskPersonalData } from '../../words/personal-data/personal-data.ts'
import { readText } from '../../words/read-text.ts'
import { segment } from '../../words/terms/segment.ts'
import { isInDanger } from '../attend/heard-first.ts'
import type { Attended, Brain } from '../stages.ts'
import { withoutCompetitors, withoutProducts } from './names-of-things.ts'

/** A first hit as sure as a phrasing word for word gains nothing from its meaning. */
const EXACT = 0.99
/** Hardly anything else can be meant. */
const CERTAIN = 0.9
/** With one thing refused, what is left is guessed from here on. */
const GUESSED = 0.25
/** Share of the words of both that two refusals of the same thing have in common. */
const ALIKE = 0.5
/** From here on an answer is about what was named. */
const MEANT = 0.2

type Asked = Attended & { readonly isToMember: boolean }

/** What only tells something is answered where it is as like a phrasing as this; where the phrasing too only tells something, less will do. */
const LIKE = { asking: 0.47, telling: 0.4 } as const
/** Of what is no mere talk, an answer that is less like it than this, and covers less of it, says nothing to the point. */
const BESIDE = { likeness: 0.31, covered: 0.34 } as const

export async function look(asked: Query, turn: Asked, brain: Brain): Promise<Findings> {
  const findings = await onIssues(asked, turn, brain)
  const [best] = findings.hits
  // Of the shop's answers only one that is asked for word for word tells of the character.
  if (best && best.score < EXACT && asksAboutItself(readText(asked.text)))
    return { outcome: 'unknown', hits: findings.hits }
  return findings.outcome === 'answer' && best && isBeside(best, asked)
    ? { outcome: 'unknown', hits: findings.hits }
    : findings
}

/**
 * Who only is as angry as somebody who reported an issue, or shares a turn of phrase with them, does not report it; nor does who praises the
 * thing, or asks something else about it.
 */
async function onIssues(asked: Query, turn: Asked, brain: Brain): Promise<Findings> {
  const findings = await found(asked, turn, brain)
  const beside = findings.hits.flatMap(({ answer }) =>
    isOfIssue(answer.id) && isBesideIssue(asked, answer, brain) ? [answer] : [],
  )
  if (beside.length === 0) return findings
  return await found({ ...asked, without: new Set([...(asked.without ?? []), ...beside]) }, turn, brain)
}

function isBesideIssue({ text, previous = '', lang: given }: Query, { asks }: Answer, brain: Brain): boolean {
  const { languages } = brain.persona
  const lang = given ?? languages[0]
  const said = asks.map((one) => ({ text: one, lang: detectLanguage(one, { among: languages }) ?? languages[0] }))
  const phrasings = said.map((one) => plainMatterOf(one.text, one.lang))
  const told = toldIn(text, lang)
  // Of what a text means without sharing a word, a model of meanings knows more.
  if (brain.meaningOf) return isOfSomethingElse(told, phrasings)
  const isKnownIn = said.some((one) => one.lang === lang)
  if (isKnownIn ? isMereMention(told, phrasings) : isOfSomethingElse(told, phrasings)) return true
  return isPlainlyBeside({ text: [previous, text].join('\n'), lang }, said)
}

/** "The bus was full today" shares a word with the way to the shop, and asks nothing of it. */
function isBeside({ likeness, covered, phrasing }: Hit, { text, lang = 'en' }: Query): boolean {
  if (!statesSomething(text, lang)) return false
  const { kind } = assess({ text, lang, earlier: [] })
  if (kind === 'chat') return likeness < (statesSomething(phrasing, lang) ? LIKE.telling : LIKE.asking)
  return likeness < BESIDE.likeness && covered < BESIDE.covered
}

async function found(asked: Query, turn: Asked, brain: Brain): Promise<Findings> {
  const { knowledge, meaningOf } = brain
  const query = { ...asked, text: withoutCompetitors(asked.text, brain.persona) }
  const findable = whateverThing(query, brain)
  // Asked about somebody else's house, only what is certain is meant of this one.
  const isOurs = query.text === asked.text || (findable.hits[0]?.score ?? 0) >= CERTAIN
  const findings: Findings = isOurs ? findable : { outcome: 'unknown', hits: findable.hits }
  const refused = withoutUnwanted(query, findings, brain)
  if (refused) return refused
  const isExact = (findings.hits[0]?.score ?? 0) >= EXACT
  if (isExact || !meaningOf || !isQuestion(turn, brain.persona)) return findings
  const vector = await meaningOf(maskPersonalData(turn.text).text)
  return vector ? knowledge.search({ ...query, vector }) : findings
}

/** An answer whose phrasings name products is found by a name alone: one that is certain without the name is what was asked for. */
function whateverThing(query: Query, { knowledge, persona }: Brain): Findings {
  const findings = knowledge.search(query)
  const nameless = withoutProducts(query.text, persona)
  const [best] = findings.hits
  if (nameless === undefined || !best || best.score >= CERTAIN) return findings
  const isByName =
    best.answer.asks.filter((ask) => withoutProducts(ask, persona) !== undefined).length * 2 > best.answer.asks.length
  if (!isByName) return findings
  const { previous: _, ...alone } = query
  const general = knowledge.search({ ...alone, text: nameless })
  return general.outcome === 'answer' && (general.hits[0]?.score ?? 0) >= CERTAIN ? general : findings
}

/**
 * The other half of the sentence is looked up by itself, and what the unwanted half would bring is not offered, unless an
 * answer is for those very people who do not want something. Undefined where nothing was refused.
 */
function withoutUnwanted(query: Query, findings: Findings, brain: Brain): Findings | undefined {
  const { knowledge } = brain
  const lang = query.lang ?? 'en'
  const { wanted, unwanted } = wantsIn(query.text, lang)
  if (unwanted.length === 0) return undefined
  const isForRefusers = ({ asks }: Answer) =>
    asks.some((ask) => wantsIn(ask, lang).unwanted.some((one) => isAlike(one, unwanted)))
  const [best] = findings.hits
  if (findings.outcome === 'answer' && best && isForRefusers(best.answer)) return findings
  const named = unwanted.flatMap((text) => knowledge.search({ text, lang }).hits).filter(({ score }) => score >= MEANT)
  const without = new Set(named.map(({ answer }) => answer).filter((answer) => !isForRefusers(answer)))
  const { previous: _, ...alone } = query
  if (wanted === '') {
    const rest = knowledge.search({ ...alone, without })
    return { outcome: 'unknown', hits: rest.hits, isDeclined: true }
  }
  return withLikeliest(whateverThing({ ...alone, text: wanted, without }, brain))
}

/** Who says what they do not want wants something else: what it may be is asked sooner than of others. */
function withLikeliest(findings: Findings): Findings {
  const [first] = findings.hits
  if (findings.outcome !== 'unknown' || findings.guesses || !first || first.score < GUESSED) return findings
  return { ...findings, guesses: [first] }
}

function isAlike(one: string, others: readonly string[]): boolean {
  const words = new Set(segment(one))
  return others.some((other) => {
    const named = new Set(segment(other))
    const shared = [...words].filter((word) => named.has(word)).length
    return shared > 0 && (2 * shared) / (words.size + named.size) >= ALIKE
  })
}

/** Not chatter among members, a command, small talk, or what a person or one line answers. */
function isQuestion(turn: Asked, persona: Persona): boolean {
  const { text, read, isAmbient, isLate, isToMember } = turn
  const isOthers = isToMember || openCaseOf(turn)?.handler === 'staff'
  if (isAmbient || isLate || isOthers || isInDanger(text, persona)) return false
  if (read.some(({ command, button }) => command || button !== undefined) || !/[\p{L}\p{N}]/u.test(text)) return false
  const names = [persona.name, ...persona.nicknames]
  return recogniseSmallTalk(text, { languages: persona.languages, names }) === undefined
}
