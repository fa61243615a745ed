/** Names that are said without meaning the persona: everyday words, and the shop's own. Part of lint.ts. */
import { fold } from '../../words/letters/fold.ts'
import { hasAnyWord } from '../../words/phrases/words-in.ts'
import { isEverydayWord } from '../../words/terms/everyday-words.ts'
import type { PersonaProblem, YamlPath } from '../load/problem.ts'
import type { YamlFile } from '../load/yaml-file.ts'
import type { Persona } from '../persona.ts'

/** Answers about the persona itself may well be asked with its name, and seldom with its nickname. */
const fewAnswers = { name: 3, nickname: 2 } as const
const fewOfAll = 0.1

export function lintNames(persona: Persona, file: YamlFile): PersonaProblem[] {
  const names: { name: string; path: YamlPath }[] = [
    { name: persona.name, path: ['name'] },
    ...persona.nicknames.map((name, index) => ({ name, path: ['nicknames', index] })),
  ]
  return names.flatMap(({ name, path }) => {
    const why = isEverydayWord(name)
      ? `"${name}" is an everyday word: the persona would answer whenever somebody says it`
      : ownWord(persona, name, path[0] === 'name' ? 'name' : 'nickname')
    return why === undefined ? [] : [file.problem(path, why, { severity: 'warning' })]
  })
}

/** Phrasings that say it, where one has it with an ending, or the brand itself writes it as a word like any other. */
const FEW_PHRASINGS = 2

/** Where fans say it of the shop's things. */
function ownWord(persona: Persona, name: string, kind: keyof typeof fewAnswers): string | undefined {
  const { brand, answers } = persona
  const product = brand.products.find((one) => Object.values(one.name).some((text) => fold(text) === fold(name)))
  const forms = inItsForms(name)
  const asking = answers.filter(({ asks }) => asks.some((ask) => forms.test(fold(ask)) || hasAnyWord(ask, [name])))
  const phrasings = answers.flatMap(({ asks }) => asks.filter((ask) => forms.test(fold(ask))))
  const isAsked = asking.length >= Math.max(fewAnswers[kind], answers.length * fewOfAll)
  // What is the persona's own is called by its name: “pips kettle”.
  const isInflected = kind === 'nickname' && phrasings.some((ask) => !hasAnyWord(ask, [name]))
  const isWord = phrasings.length >= FEW_PHRASINGS && (isInflected || isWrittenSmall(persona, name))
  if (product === undefined && !isAsked && !isWord) return undefined
  const times = asking.length === 1 ? 'an approved answer is' : `${asking.length} approved answers are`
  const where = product === undefined ? `${times} asked with it` : `${product.id} is called so`
  return `"${name}" is a word of the shop itself (${where}): in a group the persona would take every mention for a call`
}

/** With an ending of a letter or two, as words of more than one have: "bikes". */
function inItsForms(name: string, written: string = fold(name), flags = 'u'): RegExp {
  const ending = [...name].length >= SHORT ? '\\p{Ll}{0,2}' : 's?'
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(written)}${ending}(?![\\p{L}\\p{N}])`, flags)
}
/** Of a shorter name another word is soon an ending away. */
const SHORT = 4

/** A name has a capital in what a brand writes; a thing has none, where the script knows capitals. */
function isWrittenSmall({ brand, positioning, answers }: Persona, name: string): boolean {
  const small = name.toLowerCase()
  if (small === name.toUpperCase() || /\s/u.test(name)) return false
  const written = inItsForms(name, small)
  const texts = [
    ...[brand.about, positioning, ...brand.products.flatMap((one) => [one.name, one.about])].flatMap((text) =>
      Object.values(text ?? {}),
    ),
    ...answers.flatMap(({ answer }) => Object.values(answer).flat()),
  ]
  return texts.some((text) => written.test(text))
}
