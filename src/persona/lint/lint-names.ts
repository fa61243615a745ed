/** Names that are said without meaning the persona: everyday words, and the shop's own. Part of lint.ts. */
import { fold } from '../../words/letters/fold.ts'
import { hasAnyWord } from '../../words/phrases/words-in.ts'
import { isEverydayWord } from '../../words/terms/everyday-words.ts'
import type { PersonaProblem, YamlPath } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'

/** Answers about the persona itself may well be asked with its name. */
const fewAnswers = 3
const fewOfAll = 0.1

export function lintNames(persona: Persona, file: YamlFile): PersonaProblem[] {
  const names: { name: string; path: YamlPath }[] = [
    { name: persona.name, path: ['name'] },
    ...persona.nicknames.map((name, index) => ({ name, path: ['nicknames', index] })),
  ]
  return names.flatMap(({ name, path }) => {
    const why = isEverydayWord(name)
      ? `"${name}" is an everyday word: the persona would answer whenever somebody says it`
      : ownWord(persona, name)
    return why === undefined ? [] : [file.problem(path, why, { severity: 'warning' })]
  })
}

/** Where fans say it of the shop's things. */
function ownWord({ brand, answers }: Persona, name: string): string | undefined {
  const product = brand.products.find((one) => Object.values(one.name).some((text) => fold(text) === fold(name)))
  const asked = answers.filter(({ asks }) => asks.some((ask) => hasAnyWord(ask, [name])))
  if (product === undefined && asked.length < Math.max(fewAnswers, answers.length * fewOfAll)) return undefined
  const where =
    product === undefined ? `${asked.length} approved answers are asked with it` : `${product.id} is called so`
  return `"${name}" is a word of the shop itself (${where}): in a group the persona would take every mention for a call`
}
