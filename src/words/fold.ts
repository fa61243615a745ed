/** One form for words that look different and mean the same, so that word lists match case, accents and wide letters alike. */

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ς: 'σ',
  ʼ: "'",
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
}
/** Latin and Greek accents, Arabic vowel signs, Hebrew points; never the vowels of Indic scripts or Thai. */
const accents =
  /[\u0300-\u036F]|[\u0591-\u05C7]|[\u064B-\u0652]|[\u200B-\u200D]|[\uFE0E-\uFE0F]|\u0670|\u0640|\u2060|\u00AD/g
/** Decomposing these would make one syllable the beginning of another. */
const composed = /[\u3040-\u30FF\u3130-\u318F\uAC00-\uD7AF\uFF61-\uFFDC]/

const cache = new Map<string, string>()
function foldCharacter(character: string): string {
  const known = cache.get(character)
  if (known !== undefined) return known
  const normal = character.normalize(composed.test(character) ? 'NFKC' : 'NFKD')
  let folded = ''
  for (const part of normal.toLowerCase().normalize('NFKD').replace(accents, '')) folded += letters[part] ?? part
  if (composed.test(character)) folded = normal
  if (cache.size < 20_000) cache.set(character, folded)
  return folded
}

/** What does not fold to itself for sure: capitals and the grave accent, and all that is neither ASCII nor CJK. */
const changing = /[A-Z`]|[^\0-\x7f\u4e00-\u9fff]/gu

/** Lower case, without accents, compatibility forms resolved, typographic quotes straight. Punctuation stays. */
export function fold(text: string): string {
  return text.replace(changing, foldCharacter)
}

/** The same, with `at[i]` the index in `text` of the character that folded unit `i` came from; `at` ends with `text.length`. */
export function foldWithMap(text: string): { folded: string; at: readonly number[] } {
  let folded = ''
  let index = 0
  const at: number[] = []
  for (const character of text) {
    const form = foldCharacter(character)
    for (let unit = 0; unit < form.length; unit++) at.push(index)
    folded += form
    index += character.length
  }
  at.push(text.length)
  return { folded, at }
}
