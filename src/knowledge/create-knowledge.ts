/** The index of approved answers, without a model: built once when the persona is loaded, asked by `recall` in every turn. */
import type { Answer } from '../domain/answer.ts'
import type { Lang } from '../domain/message.ts'
import { detectLanguage } from '../words/languages/detect-language.ts'
import { foldedStart, segment } from '../words/terms/segment.ts'
import { type Corpus, createCorpus, type Source } from './corpus.ts'
import { type CautionSettings, decide, guessesAmong } from './decide.ts'
import { type Candidate, createEvidenceIndex, type EvidenceIndex, prepareWhole, signNames } from './evidence.ts'
import type { Caution, Findings, Hit, Knowledge, Query, Question } from './findings.ts'
import { createMeanings } from './meanings.ts'
import { type Passages, readPassages } from './passages.ts'
import { answeredOf, questionsIn } from './questions.ts'
import { createSameForm } from './same-form.ts'
import type { Learnt } from './training/adapt.ts'
import { probabilities } from './training/calibration.ts'
import type { Trained } from './training/train.ts'
import { obtainTrained, type TrainingCache } from './training/train-once.ts'

export type { Caution, Findings, Hit, Knowledge, Query } from './findings.ts'
export type { TrainingCache } from './training/train-once.ts'

export interface KnowledgeOptions {
  /** Default: balanced. */
  readonly caution?: Caution
  /** Another caution for answers of a topic. */
  readonly topics?: Readonly<Record<string, Caution>>
  /** The persona's languages, to tell phrasings apart by; default: those of the approved texts. */
  readonly languages?: readonly Lang[]
  /** If absent, every start learns anew. */
  readonly cache?: TrainingCache
  /** The index of answers that most of these were among: what changed is learnt from it. */
  readonly like?: Knowledge
  /** What each phrasing means, by an embeddings model. With one missing, or of another dimension, words alone count. */
  readonly vectors?: ReadonlyMap<string, Float32Array>
}

const hitsKept = 5
/** What a word-for-word match leaves to doubt. */
const exactScore = 0.99
/** A follow-up is short: more words than this are a question of their own. */
const followUpWords = 8
/** How much the odds of a part are worth beside those of the whole message. */
const partOdds = 0.3
/** A probability from which a text points to an answer, if faintly. */
const hint = 0.1

export async function createKnowledge(answers: readonly Answer[], options: KnowledgeOptions = {}): Promise<Knowledge> {
  const languages = options.languages ?? [...new Set(answers.flatMap(({ answer }) => Object.keys(answer)))]
  const langOf = (text: string, habit?: Lang): Lang | undefined =>
    detectLanguage(text, habit === undefined ? { among: languages } : { among: languages, habit })
  const asks = answers.map((answer) => answer.asks.map((text): Source => ({ text, lang: langOf(text) })))
  const texts = answers.map(ownTexts)
  const vectors = vectorsOf(asks.flat(), options.vectors)
  const reading = createCorpus(asks, texts)
  const lesson = { asks, texts, ...(vectors ? { vectors } : {}) }
  const ids = answers.map(({ id }) => id)
  const before = options.like && learnt.get(options.like)
  const [corpus, trained] = await Promise.all([
    reading,
    obtainTrained(lesson, reading, options.cache, before && { ids, before }),
  ])
  const ranker = createRanker(answers, corpus, trained, vectors)
  const settings: CautionSettings = { caution: options.caution ?? 'balanced', topics: options.topics ?? {} }

  const knowledge: Knowledge = {
    answers,
    search(query) {
      const lang = langOf(query.text, query.lang)
      const rank = without(query.without, ranker.forQuery(lang))
      const passages = readPassages(query.text)
      const findExact = without(query.without, ranker.exact)
      const exact = [query.text, passages.bare].map((text) => findExact(text)).find((hits) => hits.length > 0)
      const alone = rank(query.text, query.vector)
      if (exact) return decide(putFirst(exact, alone), true, settings)
      const found = (): Findings => {
        const findings = decide(alone, false, settings)
        if (findings.outcome === 'answer') return findings
        const closer = decide(inPassages(passages, alone, rank, query.vector), false, settings)
        if (closer.outcome !== 'unknown') return closer
        const together = followUp(query, alone, rank)
        return together ? decide(together, false, settings) : findings
      }
      const questions = questionsIn(query.text, {
        lang: query.lang ?? lang,
        rank,
        findExact,
        decide: (hits) => decide(hits, false, settings),
      })
      return withQuestions(withGuesses(found(), settings), questions)
    },
  }
  learnt.set(knowledge, { corpus, ids, trained })
  return knowledge
}

const learnt = new WeakMap<Knowledge, Learnt>()

type Rank = (text: string, vector?: Float32Array) => readonly Hit[]

function without(left: ReadonlySet<Answer> | undefined, rank: Rank): Rank {
  if (!left || left.size === 0) return rank
  return (text, vector) => rank(text, vector).filter(({ answer }) => !left.has(answer))
}

function withGuesses(findings: Findings, settings: CautionSettings): Findings {
  const guesses = findings.outcome === 'unknown' ? guessesAmong(findings.hits, settings) : []
  return guesses.length > 0 ? { ...findings, guesses } : findings
}

/** Two questions that are both sure of an answer make the message sure of both, whatever the whole of it is like. */
function withQuestions(findings: Findings, questions: readonly Question[] | undefined): Findings {
  if (!questions) return findings
  const { outcome, hits } = findings
  if (outcome === 'answer') return { ...findings, questions }
  const sure = answeredOf(questions).toSorted((a, b) => b.score - a.score)
  if (sure.length < 2) return findings
  const others = hits.filter(({ answer }) => !sure.some((hit) => hit.answer === answer))
  return { outcome: 'answer', hits: [...sure, ...others].slice(0, hitsKept), questions }
}

/** In the order of the phrasings; undefined unless all are there and of one dimension. */
function vectorsOf(asks: readonly Source[], known?: ReadonlyMap<string, Float32Array>): Float32Array[] | undefined {
  const vectors = asks.flatMap(({ text }) => known?.get(text) ?? [])
  const dimension = vectors[0]?.length ?? 0
  const isWhole = dimension > 0 && vectors.length === asks.length && vectors.every(({ length }) => length === dimension)
  return isWhole ? vectors : undefined
}

/** An answer's title and approved words, with their languages. */
function ownTexts({ title, answer }: Answer): Source[] {
  const titles = Object.entries(title ?? {}).map(([lang, text]) => ({ text, lang }))
  return [...titles, ...Object.entries(answer).flatMap(([lang, variants]) => variants.map((text) => ({ text, lang })))]
}

/** What two texts share that are to be equal: words in order; where there are none (emoji), the text itself. */
function normalise(text: string): string {
  const words = segment(text)
  return words.length > 0 ? words.join(' ') : foldedStart(text).trim()
}

interface Ranker {
  /** The answers of which the text is a phrasing, with it. */
  exact(text: string): readonly Hit[]
  /** Ranks the readings of one message, best first; two of the same words are ranked once. */
  forQuery(lang: Lang | undefined): (text: string, vector?: Float32Array) => readonly Hit[]
}

function createRanker(
  answers: readonly Answer[],
  corpus: Corpus,
  { supports, weights, weightsWithMeaning }: Trained,
  vectors?: readonly Float32Array[],
): Ranker {
  const rows = corpus.phrasings.map((_, row) => row)
  const prepared = prepareWhole(corpus)
  const meanings = weightsWithMeaning && vectors && createMeanings(vectors, prepared.labels)
  const index: EvidenceIndex = createEvidenceIndex(corpus, rows, { ...prepared, supports }, meanings)
  const isSameForm = createSameForm(corpus)
  const exact = new Map<string, Hit[]>()
  for (const { text, answer } of corpus.phrasings) {
    const found = answers[answer]
    const key = normalise(text)
    if (!found || key === '') continue
    const hits = exact.get(key) ?? []
    if (!hits.some((hit) => hit.answer === found))
      hits.push({ answer: found, score: exactScore, phrasing: text, likeness: 1, covered: 1 })
    exact.set(key, hits)
  }
  return {
    exact: (text) => exact.get(normalise(text)) ?? [],
    forQuery(lang) {
      const ranked = new Map<string, readonly Hit[]>()
      return (text, vector) => {
        const words = corpus.words(text, lang)
        const key = `${vector ? 'meant' : ''} ${words.join(' ')}`
        const known = ranked.get(key)
        if (known) return known
        const hits = rank(words, lang, vector)
        ranked.set(key, hits)
        return hits
      }
    },
  }

  function rank(words: readonly string[], lang: Lang | undefined, vector?: Float32Array): Hit[] {
    const meant = vector && vector.length === meanings?.dimension ? vector : undefined
    const evidence = index.weigh(corpus.read(words, lang), meant)
    const chances = probabilities(evidence, (meant && weightsWithMeaning) || weights)
    const hits = evidence.candidates.flatMap((candidate, at): Hit[] => {
      const answer = answers[candidate.answer]
      // "Do you have a teapot?" has the turn of "do you have parking?", and that alone.
      if (!answer || (!evidence.isBare && sharesNothing(candidate) && !isSameForm(words, lang, candidate.answer)))
        return []
      const phrasing = corpus.phrasings[candidate.phrasing]?.text ?? answer.asks[0] ?? ''
      const [, likeness = 0] = candidate.signs
      return [{ answer, score: chances[at] ?? 0, phrasing, likeness, covered: candidate.covered }]
    })
    return hits.sort((a, b) => b.score - a.score).slice(0, hitsKept)
  }
}

/** Nothing of what the text tells is the answer's, in words, subjects, its own text or meaning. */
function sharesNothing({ signs, covered, meaning }: Candidate): boolean {
  return meaning === undefined && covered === 0 && told.every((sign) => (signs[sign] ?? 0) === 0)
}
const told = (['ownWords', 'subjects'] as const).map((name) => signNames.indexOf(name))

/** The word-for-word match first; the others share what it leaves. Of several, the one that ranks best. */
function putFirst(exact: readonly Hit[], ranked: readonly Hit[]): Hit[] {
  const place = (hit: Hit) => {
    const at = ranked.findIndex(({ answer }) => answer === hit.answer)
    return at < 0 ? ranked.length : at
  }
  const first = exact.toSorted((a, b) => place(a) - place(b)).slice(0, 1)
  const others = ranked.filter(({ answer }) => answer !== first[0]?.answer)
  return [...first, ...others.map((hit) => ({ ...hit, score: hit.score * (1 - exactScore) }))].slice(0, hitsKept)
}

/** Each answer as its best reading has it: the whole message, the message without courtesies, or a part of it. */
function inPassages(
  { bare, parts }: Passages,
  alone: readonly Hit[],
  rank: (text: string, vector?: Float32Array) => readonly Hit[],
  vector: Float32Array | undefined,
): Hit[] {
  const courteous = bare === '' ? [] : [rank(bare, vector)]
  const readings = [alone, ...courteous, ...parts.map((part) => rank(part).map(doubted))]
  const best = new Map<Answer, Hit>()
  for (const hit of readings.flat()) {
    if (hit.score > (best.get(hit.answer)?.score ?? 0)) best.set(hit.answer, hit)
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score).slice(0, hitsKept)
  // Two questions may each be sure of an answer; together they still share one probability.
  const sum = hits.reduce((total, { score }) => total + score, 0)
  return sum > 1 ? hits.map((hit) => ({ ...hit, score: hit.score / sum })) : hits
}

/** Of many parts one will be like something by chance, so what a part alone says has its odds cut. */
function doubted(hit: Hit): Hit {
  const odds = (partOdds * hit.score) / (1 - Math.min(hit.score, exactScore))
  return { ...hit, score: odds / (1 + odds) }
}

/**
 * A short text read together with the question before it. It counts only where the text itself points to the answer,
 * a little at least; else a "thanks" would bring the answer to the question before.
 */
function followUp(query: Query, alone: readonly Hit[], rank: (text: string) => readonly Hit[]): Hit[] | undefined {
  const { text, previous, lastAnswerId } = query
  if (!previous || segment(text).length > followUpWords) return undefined
  const together = rank(`${previous}\n${text}`).filter(({ answer }) => answer.id !== lastAnswerId)
  const [best] = together
  if (!best || best.score <= (alone[0]?.score ?? 0)) return undefined
  const scoreIn = (hits: readonly Hit[]) => hits.find(({ answer }) => answer === best.answer)?.score ?? 0
  return scoreIn(alone) >= hint || best.score > scoreIn(rank(previous)) ? together : undefined
}
