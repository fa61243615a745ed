/** Ranked answers → may the best be sent, is it to be clarified, or is nothing known? */
import type { Answer } from '../domain/answer.ts'
import type { Caution, Findings, Hit } from './findings.ts'

/** The least probability that is answered. Balanced: a wrong answer costs two thirds of what a right one gains. */
const leastScore: Readonly<Record<Caution, number>> = { bold: 0.25, balanced: 0.4, careful: 0.6 }
/** Fewer phrasings than this are no ground to be sure on. */
const fewPhrasings = 3
/** A second answer with this share of the first one's probability is close to it. */
const close = 0.85
/** From here on the first answer stands, whatever comes second: both cannot be likely. */
const clear = 0.5

export interface CautionSettings {
  readonly caution: Caution
  /** Another caution for answers of a topic. */
  readonly topics: Readonly<Record<string, Caution>>
}

/** `isExact`: the text is one of the first answer's phrasings, word for word. */
export function decide(hits: readonly Hit[], isExact: boolean, settings: CautionSettings): Findings {
  const [first, second] = hits
  if (!first) return { outcome: 'unknown', hits }
  if (isExact) return { outcome: 'answer', hits }
  const least = leastScore[cautionFor(first.answer, settings)]
  const isClose = second !== undefined && second.score >= first.score * close && first.score < clear
  if (isClose && first.score + second.score >= least) return { outcome: 'clarify', doubt: 'close-answers', hits }
  if (first.score < least) return { outcome: 'unknown', hits }
  if (first.answer.asks.length < fewPhrasings) return { outcome: 'clarify', doubt: 'few-phrasings', hits }
  return { outcome: 'answer', hits }
}

/** From this share of the least probability on, an answer may have been meant; from the lower one, if others come near. */
const faint = 0.7
const fainter = 0.5
/** Beside the likeliest guess another is named from this share of its probability on. */
const beside = 0.4
const mostGuesses = 3

/** Of answers none of which may be sent, those worth asking about: one that is likely enough, or a few that are so together. */
export function guessesAmong(hits: readonly Hit[], settings: CautionSettings): readonly Hit[] {
  const [first] = hits
  if (!first) return []
  const least = leastScore[cautionFor(first.answer, settings)]
  const near = hits.filter(({ score }) => score >= beside * first.score).slice(0, mostGuesses)
  const together = near.reduce((sum, { score }) => sum + score, 0)
  const isWorth = first.score >= faint * least || (first.score >= fainter * least && together >= least)
  return isWorth ? near : []
}

function cautionFor({ topic }: Answer, { caution, topics }: CautionSettings): Caution {
  return topic !== undefined && Object.hasOwn(topics, topic) ? (topics[topic] ?? caution) : caution
}
