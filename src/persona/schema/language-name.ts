/** What was meant where a language is called by its name: `Portuguese`, `Deutsch`, `EN`. */
import { fold } from '../../words/letters/fold.ts'
import { once } from '../../words/once.ts'

/** What is wrong with a text that is no code. */
export function notALanguage(text: string): string {
  const code = codeOfLanguage(text)
  const near = code === undefined ? '' : ` (did you mean ${code}?)`
  return `is not a language code such as en, zh, zh-TW or fr${near}`
}

/** The code that a name stands for; of a name with a region, that of the language. */
export function codeOfLanguage(text: string): string | undefined {
  const plain = fold(text.trim())
  return namedBy().get(plain) ?? namedBy().get(plain.split(/[-_ (]/)[0] ?? '')
}

/** Codes of two letters by their name in English and in the language itself; and by the code, however it is written. */
const namedBy = once(() => {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const codes = letters.flatMap((first) => letters.map((second) => first + second))
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return new Map(
    codes.flatMap((code): [string, string][] => {
      const name = english.of(code)
      if (name === undefined) return []
      const own = new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code) ?? name
      return [
        [fold(name), code],
        [fold(own), code],
        [code, code],
      ]
    }),
  )
})
