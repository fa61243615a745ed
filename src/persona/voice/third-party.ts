/** Words against somebody else by name, on the list of competitors or not: a draft never runs anyone down. */
import type { Lang } from '../../domain/message.ts'
import { listOf } from '../../hearing/packs/book.ts'
import { fold } from '../../words/letters/fold.ts'
import { oneLine } from '../../words/letters/one-line.ts'
import { isUnspaced } from '../../words/letters/scripts.ts'
import { eachMatch } from '../../words/phrases/each-match.ts'
import { anyOf, occurs } from '../../words/phrases/patterns.ts'
import { segment } from '../../words/terms/segment.ts'
import { stopWords } from '../../words/terms/stop-words.ts'
import type { Persona } from '../persona.ts'
import { ownWordsOf } from './own-words.ts'

const patterns = new Map<string, RegExp>()
/** In one language alone: what is lazy in one is late in the next. */
function listed(section: 'asked' | 'beside-name', name: 'about-other' | 'runs-down', lang: Lang): RegExp {
  const key = `${section} ${name} ${lang}`
  const known = patterns.get(key) ?? anyOf(listOf('voice', section, name, lang))
  if (patterns.size < 200) patterns.set(key, known)
  return known
}
const runsDown = (lang: Lang) => listed('beside-name', 'runs-down', lang)

/** "starbucks?": a name, and nothing asked of it. */
const isBare = (heard: string) =>
  !isUnspaced(heard) &&
  /^[¿\s]*[\p{L}\p{N}&'’-]{2,30}$|^[¿\s]*[\p{L}\p{N}&'’-]{1,30}(?:\s[\p{L}\p{N}&'’-]{1,30}){0,2}\s*[?？]+$/u.test(
    heard.trim(),
  )

const capital = /(?<![\p{L}\p{N}'’-])\p{Lu}[\p{L}\p{N}&'’.-]*\p{L}(?![\p{L}\p{N}])/gu
const han = /\p{sc=Han}+/gu
const nouns: readonly Lang[] = ['de']

/** The name, where a sentence speaks ill of it. `heard`: names that the fan gave. */
export function findSlander(sentence: string, persona: Persona, lang: Lang, heard = ''): string | undefined {
  const line = oneLine(sentence)
  const isIll = occurs(runsDown(lang), line)
  // Whoever is asked what they think of somebody has nothing to say of them, however mild.
  const isAsked = isBare(heard) || occurs(listed('asked', 'about-other', lang), oneLine(heard))
  if (!isIll && !isAsked) return undefined
  const names = inCapitals(sentence, persona, lang, heard).filter(({ isSure, isGiven }) =>
    isIll ? isSure || isGiven : isSure && isGiven,
  )
  return names[0]?.name ?? inHan(line, persona, oneLine(heard))[0]
}

interface Named {
  readonly name: string
  /** Its capital is no sentence's first, here or in the fan's words. */
  readonly isSure: boolean
  readonly isGiven: boolean
}

function inCapitals(sentence: string, persona: Persona, lang: Lang, heard: string): Named[] {
  const { words } = ownWordsOf(persona)
  const isNoun = nouns.includes(lang)
  return eachMatch(capital, sentence).flatMap(({ index, 0: name }): Named[] => {
    const plain = fold(name).replace(/'s$/, '')
    const isNone = words.has(plain) || stopWords(lang).has(plain) || occurs(runsDown(lang), plain)
    if (isNone || /^\p{Lu}['’]/u.test(name)) return []
    const isFirst = !/[\p{L}\p{N}]/u.test(sentence.slice(0, index))
    const isSure = !isNoun && (!isFirst || new RegExp(`\\p{L}.*\\s${RegExp.escape(name)}`, 'u').test(heard))
    return [{ name, isSure, isGiven: new RegExp(`(?<![\\p{L}])${RegExp.escape(plain)}`, 'u').test(fold(heard)) }]
  })
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
