/** Whether words are other forms of those an answer is asked for with: inflected, joined to others, slipped. Pure. */
import type { Lang } from '../domain/message.ts'
import { isUnspaced } from '../words/letters/scripts.ts'
import { stopWords } from '../words/terms/stop-words.ts'
import type { Corpus } from './corpus.ts'

/** Letters in a row. */
const RUN = 4
/** Share of the runs of a word that it has in common with its other form: “opening hours”, “openings”. */
const SHARED = 1 / 2

/** `words`: as `corpus.words` gives them, of which those of grammar tell nothing. */
export function createSameForm(corpus: Corpus) {
  const runs: ReadonlySet<string>[] = []
  const runsIn = (answer: number): ReadonlySet<string> => {
    runs[answer] ??= new Set(
      corpus.phrasings.flatMap((phrasing) => (phrasing.answer === answer ? phrasing.matter.flatMap(runsOf) : [])),
    )
    return runs[answer]
  }
  return (words: readonly string[], lang: Lang | undefined, answer: number): boolean => {
    const known = runsIn(answer)
    return words.some((word) => {
      if (stopWords(lang).has(word)) return false
      const own = runsOf(word)
      const shared = own.filter((run) => known.has(run)).length
      return shared > 0 && shared >= own.length * SHARED
    })
  }
}

/** Where words are not spaced each letter tells. */
function runsOf(word: string): readonly string[] {
  const letters = [...word]
  const length = isUnspaced(word) ? 1 : RUN
  return letters.slice(length - 1).map((_, at) => letters.slice(at, at + length).join(''))
}
