/** Words against somebody else by name, on the list of competitors or not: a draft never runs anyone down. */
import type { Lang } from '../../domain/message.ts'
import { listOf } from '../../hearing/packs/book.ts'
import { fold } from '../../words/letters/fold.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { anyOf, occurs } from '../../words/phrases/patterns.ts'
import { segment } from '../../words/terms/segment.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import type { Persona } from '../persona.ts'
import { ownWordsOf } from './own-words.ts'

const patterns = new Map<Lang, RegExp>()
/** In one language alone: what is lazy in one is late in the next. */
function runsDown(lang: Lang): RegExp {
  const known = patterns.get(lang) ?? anyOf(listOf('voice', 'beside-name', 'runs-down', lang))
  if (patterns.size < 100) patterns.set(lang, known)
  return known
}
const capital = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{N}&'’.-]*\p{L}(?![\p{L}\p{N}])/gu
const han = /\p{sc=Han}+/gu
const nouns: readonly Lang[] = ['de']

/** The name, where a sentence speaks ill of it. `heard`: names that the fan gave. */
export function findSlander(sentence: string, persona: Persona, lang: Lang, heard = ''): string | undefined {
  const line = oneLine(sentence)
  if (!occurs(runsDown(lang), line)) return undefined
  return [...inCapitals(sentence, persona, lang, heard), ...inHan(line, persona, oneLine(heard))][0]
}

function inCapitals(sentence: string, persona: Persona, lang: Lang, heard: string): string[] {
  const { words } = ownWordsOf(persona)
  const given = fold(heard)
  return eachMatch(capital, sentence)
    .filter(({ index, 0: name }) => {
      const plain = fold(name).replace(/'s$/, '')
      const isFirst = !/[\p{L}\p{N}]/u.test(sentence.slice(0, index)) || nouns.includes(lang)
      if (words.has(plain) || stopWords(lang).has(plain) || occurs(runsDown(lang), plain) || /^\p{Lu}['’]/u.test(name))
        return false
      return !isFirst || new RegExp(`(?<![\\p{L}])${RegExp.escape(plain)}`, 'u').test(given)
    })
    .map(([name]) => name)
}

/** Two characters that the fan wrote and that the persona's own texts do not have; a coined name is no word of the dictionary. */
function inHan(line: string, persona: Persona, heard: string): string[] {
  const { text } = ownWordsOf(persona)
  const plain = new Set(segment(heard))
  return eachMatch(han, heard).flatMap(([run]) =>
    Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2)).filter(
      (pair) => line.includes(pair) && !text.includes(pair) && !plain.has(pair),
    ),
  )
}
