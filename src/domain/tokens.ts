/** How many model tokens a text is, roughly: for budgets and for fitting a transcript, where a tokenizer would be too much. */

const cjk =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u
const ascii = /[\0-\x7f]+/g
const latin = /[\p{ASCII}\p{Script=Latin}]/u

/** Tokens in `text`: about one for each CJK character, for each 4 Latin characters, for each 2 of any other script. */
export function estimateTokens(text: string): number {
  // Most of any text is ASCII, four to a token.
  const others = text.replace(ascii, '')
  let quarters = text.length - others.length
  for (const char of others) quarters += latin.test(char) ? 1 : cjk.test(char) ? 4 : 2
  return Math.ceil(quarters / 4)
}
