/** The small words of written Cantonese as those of Mandarin, so that one list of phrases serves both. */

const mandarin: Readonly<Record<string, string>> = { 嘅: '的', 喺: '在', 咩: '吗', 冇: '没', 唔: '不' }
const cantonese = new RegExp(`[${Object.keys(mandarin).join('')}]`, 'g')

/** For folded text; of the same length. */
export function asMandarin(folded: string): string {
  return folded.replace(cantonese, (character) => mandarin[character] ?? character)
}
