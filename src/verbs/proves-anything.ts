/** Approved words that say nothing of what they are about: they would stand behind any yes of the model's. Part of `mascot check`. */
import { figuresOf } from '../commitments/find.ts'
import { passagesOf } from '../commitments/passages.ts'
import { weightyWords } from '../commitments/weighty-words.ts'
import type { Lang } from '../domain/message.ts'
import type { Weight } from '../hearing/packs/weights.ts'
import { writtenLines } from '../persona/lines/written-lines.ts'
import type { PersonaReading } from '../persona/load/load.ts'
import { isRecord, type PersonaProblem, valueAt } from '../persona/load/problem.ts'

const why =
  'says nothing of what it is about, so that it would stand behind any yes: say in it what may be done, had or expected'

/** A warning, with its place, for each approved answer and each example that is no more than a yes. */
export function provesAnything({ persona, files }: PersonaReading): readonly PersonaProblem[] {
  if (!persona) return []
  const [first] = persona.languages
  const answers = valueAt(files.answers.value, ['answers'])
  const texts = (Array.isArray(answers) ? answers : []).flatMap((answer: unknown, at) =>
    isRecord(answer) ? writtenLines(answer.answer, ['answers', at, 'answer'], first) : [],
  )
  return [
    ...texts
      .filter(({ text, lang }) => isBareYes(text, lang))
      .map(({ path }) => files.answers.problem(path, why, { severity: 'warning' })),
    ...persona.voice.examples.flatMap(({ says, lang = first }, at) =>
      isBareYes(says, lang)
        ? [files.persona.problem(['voice', 'examples', at, 'says'], why, { severity: 'warning' })]
        : [],
    ),
  ]
}

const agreeing: ReadonlySet<Weight> = new Set(['yes', 'agrees', 'promises', 'terms'])

/** It agrees, and has no figure and no word of any matter. */
function isBareYes(text: string, lang: Lang): boolean {
  const found = weightyWords(text, lang)
  if (!found.some(({ weights }) => weights.some((weight) => agreeing.has(weight)))) return false
  const agreed = found.filter(({ weights }) => weights.every((weight) => agreeing.has(weight))).map((one) => one.text)
  const isOfMatter = (word: string) => !agreed.some((phrase) => phrase.includes(word))
  return figuresOf(text).length === 0 && passagesOf(text, lang).every(({ words }) => ![...words].some(isOfMatter))
}
