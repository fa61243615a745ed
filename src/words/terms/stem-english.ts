/**
 * Porter's stemmer: `deliveries`, `delivered` and `delivery` become one word.
 * Source: M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980).
 */
import { rememberWords } from '../remember-last.ts'

const step2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
]
const step3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]
const step4 = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|(?<=[st])ion)$/
const vowel = /[aeiouy]/

/** Consonant-vowel alternations: the stem's length in syllables, roughly. */
function measure(stem: string): number {
  const shape = stem.replace(/y/g, (_, at: number) => (at > 0 && !/[aeiou]/.test(stem[at - 1] ?? '') ? 'a' : 'b'))
  return shape.match(/[aeiou]+[^aeiou]+/g)?.length ?? 0
}

function endsShort(stem: string): boolean {
  return /[^aeiou][aeiouy][^aeiouwxy]$/.test(stem)
}

function replaceSuffix(word: string, pairs: readonly (readonly [string, string])[]): string {
  for (const [suffix, put] of pairs) {
    if (!word.endsWith(suffix)) continue
    const stem = word.slice(0, -suffix.length)
    return measure(stem) > 0 ? stem + put : word
  }
  return word
}

function withoutPlural(word: string): string {
  if (/(ss|i)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function withoutTense(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const stem = word.replace(/(ed|ing)$/, '')
  if (stem === word || !vowel.test(stem)) return word
  if (/(at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/([^aeioulsz])\1$/.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

/** A folded English word → its stem, which need not be a word. */
export const stemEnglish: (word: string) => string = rememberWords((word) => {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  let stem = withoutTense(withoutPlural(word))
  if (stem.endsWith('y') && vowel.test(stem.slice(0, -1))) stem = `${stem.slice(0, -1)}i`
  stem = replaceSuffix(replaceSuffix(stem, step2), step3)
  const cut = step4.exec(stem)?.[1]
  if (cut !== undefined && measure(cut) > 1) stem = cut
  if (stem.endsWith('e')) {
    const short = stem.slice(0, -1)
    const length = measure(short)
    if (length > 1 || (length === 1 && !endsShort(short))) stem = short
  }
  return stem.endsWith('ll') && measure(stem) > 1 ? stem.slice(0, -1) : stem
})
