/** Lints answers.yaml: the persona's voice, double and too few phrasings, dates, languages. Part of lint.ts. */
import { fold } from '../../words/letters/fold.ts'
import { writtenLines } from '../lines/written-lines.ts'
import { isRecord, type PersonaProblem, valueAt, type YamlPath } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'
import { lintExpiry, lintTextVoice } from './lint-text.ts'

const fewestAsks = 3

export function lintAnswers(persona: Persona, file: YamlFile, now: number): PersonaProblem[] {
  const answers = valueAt(file.value, ['answers'])
  const list: readonly unknown[] = Array.isArray(answers) ? answers : []
  return [
    ...doublePhrasings(file, list),
    ...list.flatMap((answer, index) => lintAnswer(persona, file, answer, ['answers', index], now)),
  ]
}

function lintAnswer(persona: Persona, file: YamlFile, answer: unknown, path: YamlPath, now: number): PersonaProblem[] {
  if (!isRecord(answer)) return []
  const asks = Array.isArray(answer.asks) ? answer.asks.length : 0
  const few = `has ${asks === 1 ? 'one phrasing' : `${asks} phrasings`}: with fewer than ${fewestAsks} it is often not recognised; five or more are good`
  const texts = writtenLines(answer.answer, [...path, 'answer'], persona.languages[0])
  const silentLanguages = persona.languages.filter((lang) => !texts.some((text) => text.lang === lang))
  return [
    ...(asks < fewestAsks ? [file.problem([...path, 'asks'], few, { at: 'key', severity: 'warning' })] : []),
    ...(silentLanguages.length > 0
      ? [
          file.problem(
            [...path, 'answer'],
            `has no text in ${silentLanguages.join(', ')}: those fans get it in ${persona.languages[0]}`,
            { at: 'key', severity: 'warning' },
          ),
        ]
      : []),
    ...(Array.isArray(answer.jokes) ? answer.jokes : []).flatMap((joke: unknown, number) =>
      typeof joke !== 'string' || texts.some(({ text }) => text.includes(joke))
        ? []
        : [file.problem([...path, 'jokes', number], `"${joke}" does not stand in the answer, so nothing is left out`)],
    ),
    ...lintExpiry(persona, file, [...path, 'expires'], answer.expires, now),
    ...texts.flatMap(({ path: place, lang, text }) => [
      ...lintTextVoice(persona, file, place, { text, lang, author: 'approved' }),
      ...[...text.matchAll(/\{(fan|persona|brand|team|staff|hours)\}/g)].map(([placeholder]) =>
        file.problem(place, `an answer is sent as it stands: ${placeholder} would be seen`),
      ),
    ]),
  ]
}

/** Phrasings equal but for case, accents, spaces and punctuation. */
function doublePhrasings(file: YamlFile, answers: readonly unknown[]): PersonaProblem[] {
  const first = new Map<string, { path: YamlPath; index: number }>()
  return answers.flatMap((answer, index) => {
    const asks = isRecord(answer) && Array.isArray(answer.asks) ? answer.asks : []
    return asks.flatMap((ask: unknown, number): PersonaProblem[] => {
      if (typeof ask !== 'string') return []
      const path = ['answers', index, 'asks', number]
      const key = fold(ask).replaceAll(/[\p{P}\p{S}\p{Z}\s]+/gu, '')
      const before = first.get(key)
      if (key === '') return [file.problem(path, `"${ask}" has no words in it`, { severity: 'warning' })]
      if (before === undefined) {
        first.set(key, { path, index })
        return []
      }
      const twice =
        before.index === index
          ? `"${ask}" stands twice in this answer; first at ${file.place(before.path)}`
          : `"${ask}" also leads to another answer, at ${file.place(before.path)}: keep it in one of them`
      return [file.problem(path, twice, { severity: 'warning' })]
    })
  })
}
