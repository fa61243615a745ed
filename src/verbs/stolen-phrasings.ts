/** Which answers take each other's phrasings: each phrasing is put to an index that does not know it, as a fan's words would be. */
import type { Answer } from '../domain/answer.ts'
import { createKnowledge, type Knowledge } from '../knowledge/create-knowledge.ts'
import type { PersonaReading } from '../persona/load/load.ts'
import { type PersonaProblem, shortened } from '../persona/load/problem.ts'
import type { Persona } from '../persona/persona.ts'
import { learntOnDisk } from '../program/learnt-on-disk.ts'

const folds = 4
/** One phrasing that goes astray is chance; several, both ways, are a border that fans will not see. As a share of the phrasings of both. */
const blurred = 0.15
/** From here on it is chance which of the two is said. */
const oneAndTheSame = 1 / 3
const shown = 3

interface Stolen {
  /** Whose phrasing it is. */
  readonly of: Answer
  readonly at: number
  /** Which answer would surely be given instead. */
  readonly by: Answer
}

/** `onFold`: after each of the passes, how many of all are done. */
async function stolenPhrasings(
  { answers, languages, knowledge: { caution, topics } }: Persona,
  onFold: (done: number, of: number) => void = () => {},
): Promise<readonly Stolen[]> {
  const stolen: Stolen[] = []
  for (let fold = 0; fold < folds; fold++) {
    const known = answers.map((answer) => ({
      ...answer,
      asks: answer.asks.filter((_, at) => !isAsked(answer, at, fold)),
    }))
    const index = await createKnowledge(known, { languages, caution, topics, cache: learntOnDisk() })
    for (const of of answers)
      for (const [at, ask] of of.asks.entries())
        if (isAsked(of, at, fold)) stolen.push(...takenBy(ask, of, index, answers).map((by) => ({ of, at, by })))
    onFold(fold + 1, folds)
  }
  return stolen
}

/** Some phrasings are left to every answer. */
const isAsked = ({ asks }: Answer, at: number, fold: number) => asks.length > 2 && at % folds === fold

function takenBy(ask: string, of: Answer, index: Knowledge, answers: readonly Answer[]): readonly Answer[] {
  const { outcome, hits } = index.search({ text: ask })
  const [first] = hits
  if (outcome !== 'answer' || first === undefined || first.answer.id === of.id) return []
  return answers.filter(({ id }) => id === first.answer.id)
}

/** For each two answers that take each other's phrasings, at the first of those; a warning where it is a third of them. */
export async function lintStolen(
  { persona, files }: PersonaReading,
  onFold?: (done: number, of: number) => void,
): Promise<readonly PersonaProblem[]> {
  if (!persona) return []
  const stolen = await stolenPhrasings(persona, onFold)
  const pairs = Map.groupBy(stolen, ({ of, by }) => [of.id, by.id].toSorted().join(' '))
  return [...pairs.values()].flatMap((pair) => {
    const [first] = pair
    const isMutual = pair.some(({ of }) => of !== first?.of)
    const share = pair.length / (pair[0] ? pair[0].of.asks.length + pair[0].by.asks.length : 1)
    if (first === undefined || !isMutual || share < blurred) return []
    const examples = pair
      .slice(0, shown)
      .map(({ of, at, by }) => `"${shortened(of.asks[at] ?? '')}" of ${of.id} goes to ${by.id}`)
    const more = pair.length > shown ? `, and ${pair.length - shown} more` : ''
    const message =
      `it and ${first.by.id} take each other’s phrasings: ${examples.join('; ')}${more}. ` +
      'Give each key words of its own, or make one answer of both'
    const path = ['answers', persona.answers.indexOf(first.of), 'asks', first.at]
    return [files.answers.problem(path, message, { severity: share < oneAndTheSame ? 'note' : 'warning' })]
  })
}
