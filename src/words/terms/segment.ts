/** Text → words and character n-grams, alike for phrasings and for what fans write. */

import type { Lang } from '../../domain/message.ts'
import { createFold, fold } from '../letters/fold.ts'
import { hasScript, isUnspaced } from '../letters/scripts.ts'
import { simplified } from '../letters/simplified.ts'
import { eachMatch } from '../phrases/each-match.ts'
import { rememberFew, rememberTurnful, rememberWords } from '../remember-last.ts'

/** UTF-16 units that are read of a text; what a fan asks stands within them. */
export const readLimit = 2_000

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

const isAscii = /^[\0-\x7f]*$/
const asciiWord = /[a-z0-9]+/g

const segmenters = new Map<string, Intl.Segmenter>()
function segmenter(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang)
  if (known) return known
  const made = new Intl.Segmenter(lang, { granularity: 'word' })
  segmenters.set(lang, made)
  return made
}

/** The dictionary knows Japanese words by their own characters. */
const asWritten = createFold({ plainLetters: true })

/** What is read of a text, folded. */
export const foldedStart: (text: string) => string = rememberFew((text) =>
  fold(text.slice(0, readLimit).toWellFormed()),
)

/**
 * The words of a text, folded, without punctuation. Chinese, Japanese, Thai and their like are cut by `Intl.Segmenter`;
 * `lang` names the dictionary to cut by and matters little.
 */
export function segment(text: string, lang?: Lang): readonly string[] {
  const name = dictionary(lang)
  return name === usual ? segmentUsually(text) : cut(text, name)
}

/** What nearly all texts are cut by. */
const usual = 'zh'
const segmentUsually = rememberTurnful((text) => cut(text, usual))

function cut(text: string, name: string): readonly string[] {
  const isJapanese = hasScript(text, 'Kana')
  const folded = (isJapanese ? asWritten(text.slice(0, readLimit).toWellFormed()) : foldedStart(text)).replace(
    /n't\b/g,
    'nt',
  )
  // The same words as below, in a tenth of the time.
  if (isAscii.test(folded)) return folded.match(asciiWord) ?? []
  const words: string[] = []
  for (const [run] of eachMatch(word, folded)) {
    if (!isUnspaced(run)) words.push(run)
    else for (const { segment } of segmenter(name).segment(run)) words.push(isJapanese ? simplified(segment) : segment)
  }
  return words
}

/** The dictionaries of ICU serve several languages at once, so a wrong `lang` does little harm; an ill-formed one must not throw. */
function dictionary(lang: Lang | undefined): string {
  return lang === 'ja' || lang === 'th' || lang === 'lo' || lang === 'km' || lang === 'my' ? lang : usual
}

/** Character n-grams of 2–4 within each word's edges (`_to`, `ton`, `on_`); of 1–3 across words in unspaced scripts, whose letters are words. */
export function grams(words: readonly string[]): string[] {
  const found: string[] = []
  let run = ''
  for (const next of [...words, '']) {
    if (next !== '' && isUnspaced(next)) {
      run += next
      continue
    }
    if (run !== '') {
      addGrams(found, [...run], 1, 3)
      run = ''
    }
    if (next !== '') for (const gram of gramsOfWord(next)) found.push(gram)
  }
  return found
}

const gramsOfWord = rememberWords((word) => {
  const found: string[] = []
  addGrams(found, ['_', ...word, '_'], 2, 4)
  return found
})

function addGrams(found: string[], characters: readonly string[], shortest: number, longest: number): void {
  for (let start = 0; start < characters.length; start++) {
    let gram = ''
    for (let size = 1; size <= longest && start + size <= characters.length; size++) {
      gram += characters[start + size - 1]
      if (size >= shortest) found.push(gram)
    }
  }
}
